/** Statements of a text without flags, as data and as lines. */

import { expect } from 'vitest';
import { findStatements, loadStatementTables } from '../../src/findings/statements/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { mentionsOf } from './mentioned.ts';

const tables = loadStatementTables();
const knowledge = loadKnowledge();

export const told = (text: string) => findStatements({ ...mentionsOf(text), spun: false }, tables, knowledge);

/** "speaker {cue} ACT: content + content" of every statement. */
export const check = (text: string, ...expected: readonly string[]): void =>
  expect(
    told(text).map(
      ({ speaker, cue, act, content }) =>
        `${speaker?.text ?? '-'} {${cue === null ? '' : text.slice(...cue)}} ${act}: ${content.map((span) => text.slice(...span)).join(' + ')}`,
    ),
  ).toEqual(expected);
