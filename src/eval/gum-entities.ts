/** Scores named persons, organisations and places against the entity annotations of GUM, by head word and type. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mentioned } from '../core/index.ts';
import type { Kit } from '../pipeline.ts';
import { readPlain } from './mentions.ts';
import type { Score, Scorer } from './scorer.ts';
import { type Counts, f1, sum } from './times.ts';

/** A named entity by the text offset of its head word. */
export interface HeadedName {
  readonly at: number;
  readonly type: 'person' | 'organization' | 'place';
}

export interface EntitySentence {
  readonly text: string;
  readonly names: readonly HeadedName[];
}

/** Named persons, organisations and places of each sentence: those whose head word is a proper noun. */
export function readEntities(conllu: string): EntitySentence[] {
  return conllu.split(/\n\s*\n/).flatMap((block) => {
    const text = /^# text = (.*)$/m.exec(block)?.[1];
    return text === undefined ? [] : [{ text, names: namesOfBlock(block, text) }];
  });
}

function namesOfBlock(block: string, text: string): HeadedName[] {
  const open: { id: string; type: string; min: number; start: number }[] = [];
  const words: { upos: string; at: number }[] = [];
  const names: HeadedName[] = [];
  let from = 0;
  for (const line of block.split('\n')) {
    const columns = line.split('\t');
    if (!/^\d+$/.test(columns[0] ?? '')) continue;
    const at = Math.max(from, text.indexOf(columns[1]!, from));
    from = at;
    words.push({ upos: columns[3]!, at });
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(columns[9] ?? '')?.[1] ?? '';
    for (const [, opens, closes] of entity.matchAll(/\(([^()]*)\)?|(\d+)\)/g)) {
      if (opens !== undefined) {
        const [id, type, , , , min] = opens.split('-');
        open.push({ id: id!, type: type!, min: Number((min ?? '1').split(',')[0]), start: words.length - 1 });
      }
      const ends = closes ?? (entity.includes(`(${opens})`) ? opens?.split('-')[0] : undefined);
      const index = ends === undefined ? -1 : open.findLastIndex((one) => one.id === ends);
      if (index < 0) continue;
      const [closed] = open.splice(index, 1);
      const head = words[closed!.start + closed!.min - 1];
      if (head?.upos !== 'PROPN' || !/^(?:person|organization|place)$/.test(closed!.type)) continue;
      names.push({ at: head.at, type: closed!.type as HeadedName['type'] });
    }
  }
  return names;
}

/** The named persons, organisations and places that mentions give; a state counts as a place. */
export function headedNames(mentioned: Mentioned): HeadedName[] {
  const names = new Map<number, HeadedName>();
  for (const mention of mentioned.mentions) {
    const head = mentioned.sentences[mention.sentence]?.tokens[mention.head];
    if (head === undefined || mention.form === 'pronoun' || mention.form === 'adjective') continue;
    if (mention.kind === 'time' || mention.kind === 'quantity' || head.upos !== 'PROPN' || names.has(head.start))
      continue;
    names.set(head.start, { at: head.start, type: mention.kind === 'state' ? 'place' : mention.kind });
  }
  return [...names.values()];
}

export function matchHeads(gold: readonly HeadedName[], found: readonly HeadedName[]): Counts {
  const left = gold.map((name) => `${name.at}${name.type}`);
  let tp = 0;
  for (const name of found) {
    const index = left.indexOf(`${name.at}${name.type}`);
    if (index < 0) continue;
    left.splice(index, 1);
    tp += 1;
  }
  return { tp, fp: found.length - tp, fn: left.length };
}

export const scoreEntities = (sentences: readonly EntitySentence[], kit: Kit): Counts =>
  sum(sentences.map(({ text, names }) => matchHeads(names, headedNames(readPlain(text, kit)))));

const GUM = 'treebanks/gum-dev.conllu';

export const entitiesScorer: Scorer = {
  name: 'entities',
  describe: 'named persons, organisations and places of GUM dev, by head word and type',
  needs: [GUM],
  async score({ goldDir, kit }): Promise<readonly Score[]> {
    if (goldDir === null) return [];
    const counts = scoreEntities(readEntities(readFileSync(join(goldDir, GUM), 'utf8')), await kit());
    return [{ measure: 'entities/gum/head-f1', value: f1(counts), n: counts.tp + counts.fn }];
  },
};
