/** Scores named persons, organisations and places against the entity annotations of GUM: the head word lies in a mention of its type. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mentioned, Span } from '../core/index.ts';
import type { Kit } from '../pipeline.ts';
import { readPlain } from './mentions.ts';
import type { Score, Scorer } from './scorer.ts';
import { type Counts, f1, sum } from './times.ts';

/** A named entity by the text offset of its head word. */
export interface HeadedName {
  readonly at: number;
  readonly type: 'person' | 'organization' | 'place';
}

/** A mention's name: where it stands, and its type. */
export interface SpannedName {
  readonly span: Span;
  readonly type: HeadedName['type'];
}

export interface EntityDocument {
  readonly text: string;
  readonly names: readonly HeadedName[];
}

/** Documents with their named persons, organisations and places: those whose head word is a proper noun. One line a sentence. */
export function readEntities(conllu: string): EntityDocument[] {
  return conllu.split(/^# newdoc /m).flatMap((part) => {
    let text = '';
    const names: HeadedName[] = [];
    for (const block of part.split(/\n\s*\n/)) {
      const sentence = /^# text = (.*)$/m.exec(block)?.[1];
      if (sentence === undefined) continue;
      for (const name of namesOfBlock(block, sentence)) names.push({ ...name, at: name.at + text.length });
      text += `${sentence}\n`;
    }
    return text === '' ? [] : [{ text, names }];
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

/** The named persons, organisations and places that mentions give, the widest each; a state counts as a place. */
export function spannedNames(mentioned: Mentioned): SpannedName[] {
  const names: SpannedName[] = [];
  let reached = -1;
  for (const { kind, form, span, plural } of mentioned.mentions) {
    if (kind === 'time' || kind === 'quantity' || plural || (form !== 'name' && form !== 'title') || span[1] <= reached)
      continue;
    reached = span[1];
    names.push({ span, type: kind === 'state' ? 'place' : kind });
  }
  return names;
}

/** Each name of the gold counts once, and so does each that was found. */
export function matchHeads(gold: readonly HeadedName[], found: readonly SpannedName[]): Counts {
  const left = [...gold];
  let tp = 0;
  for (const { span, type } of found) {
    const index = left.findIndex((name) => name.type === type && span[0] <= name.at && name.at < span[1]);
    if (index < 0) continue;
    left.splice(index, 1);
    tp += 1;
  }
  return { tp, fp: found.length - tp, fn: left.length };
}

export const scoreEntities = (documents: readonly EntityDocument[], kit: Kit): Counts =>
  sum(documents.map(({ text, names }) => matchHeads(names, spannedNames(readPlain(text, kit)))));

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
