import { describe, expect, test } from 'vitest';
import { EVENT_TYPES } from '../../../src/core/index.ts';
import { makeLexicon } from '../../../src/findings/events/lexicon.ts';
import { allowsMode, scoreOf } from '../../../src/findings/events/ontology.ts';
import { tables } from './support.ts';

const { ontology, lexicon } = tables.events;

describe('the PLOVER tables', () => {
  test('hold 16 types and 37 contexts', () => {
    expect(ontology.types.size).toBe(16);
    expect(ontology.contexts.size).toBe(37);
  });
  test('hold only CAMEO rows with a type, a mode of that type and known alternatives', () => {
    expect(ontology.cameo.size).toBeGreaterThan(250);
    for (const row of ontology.cameo.values()) expect(allowsMode(ontology, row.type, row.mode)).toBe(true);
  });
  test('leave out codes that are statements', () => {
    expect([...ontology.cameo.keys()].filter((code) => code.startsWith('01') || code.startsWith('02'))).toEqual([]);
  });
  test.each(['return', 'ease', 'ban', 'political', 'massacre', 'cleansing'])('know no retired mode %s', (mode) => {
    expect(EVENT_TYPES.some((type) => ontology.modes.has(`${type} ${mode}`))).toBe(false);
  });
  test('read retired names as today’s', () => {
    expect(ontology.retired.get('FIGHT')).toBe('ASSAULT');
    expect(ontology.retired.get('refugee')).toBe('migration');
  });
  test('score a mode before its type', () => {
    expect(scoreOf(ontology, 'CONSULT', 'visit')).toBe(4);
    expect(scoreOf(ontology, 'REQUEST', 'meet')).toBe(0);
    expect(scoreOf(ontology, 'ACCUSE', null)).toBe(-3);
  });
  test.each([
    ['0355', 'AGREE', ['CONCEDE']],
    ['055', 'SUPPORT', ['CONCEDE']],
    ['163', 'SANCTION', ['COERCE']],
    ['0813', 'CONCEDE', ['RETREAT']],
    ['116', 'SANCTION', ['ACCUSE']],
  ])('decide the disputed code %s as %s', (code, type, alt) => {
    expect(ontology.cameo.get(code)).toMatchObject({ type, alt });
  });
});

describe('the frames', () => {
  test('use only modes that their type has', () => {
    for (const frame of lexicon.frames) expect(allowsMode(ontology, frame.type, frame.mode)).toBe(true);
  });
  test.each([
    ['type', { id: 'x', type: 'FIGHT', roles: 'directed', triggers: {} }],
    ['mode', { id: 'x', type: 'AGREE', mode: 'visit', roles: 'directed', triggers: {} }],
    ['role scheme', { id: 'x', type: 'AGREE', roles: 'sideways', triggers: {} }],
    ['context', { id: 'x', type: 'AGREE', roles: 'directed', contexts: ['weather'], triggers: {} }],
    ['triggers', { id: 'x', type: 'AGREE', roles: 'directed' }],
  ])('are refused with a bad %s', (what, frame) => {
    expect(() => makeLexicon([frame], ontology)).toThrow(new RegExp(what));
  });
});
