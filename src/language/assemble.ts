/** From the network's trees to sentences of tokens with lemmas and features. */

import type { Sentence, Span, Token } from '../core/index.ts';
import { wordFeatures } from './features-of-words.ts';
import { findLostClauses } from './lost-clauses.ts';
import {
  findLostAppositions,
  findLostConjuncts,
  findLostHearers,
  findLostPronouns,
  findLostSubjects,
} from './lost-subjects.ts';
import type { LanguageModel } from './model.ts';
import type { Tree } from './network.ts';
import { joinTitles } from './title-and-name.ts';
import { innerTree, type Unit } from './units.ts';
import type { Word } from './words.ts';

/** A sentence before parsing. */
export interface Draft {
  readonly words: readonly Word[];
  readonly units: readonly Unit[];
  readonly span: Span;
  readonly block: number;
}

/** Parses drafts together and gives each word its place in its tree. */
export function parseDrafts(drafts: readonly Draft[], model: LanguageModel): Sentence[] {
  const trees = model.network.parse(drafts.map((draft) => draft.units.map((unit) => unit.form)));
  return drafts.map(({ words, units, span, block }, index) => ({
    index,
    span,
    block,
    tokens: tokensOf(words, units, trees[index]!, model),
  }));
}

function tokensOf(words: readonly Word[], units: readonly Unit[], tree: Tree, model: LanguageModel): Token[] {
  const { tags, labels } = model.network.meta;
  const heads = new Int32Array(words.length).fill(-1);
  const deprels: string[] = new Array(words.length);
  const joint: string[] = new Array(words.length);
  units.forEach((unit, u) => {
    const governor = tree.heads[u]!;
    heads[unit.head] = governor < 0 ? -1 : units[governor]!.head;
    deprels[unit.head] = labels[tree.labels[u]!]!;
    joint[unit.head] = tags[tree.tags[u]!]!;
    if (unit.end - unit.first === 1) return;
    // A known name is a name, whatever a single word of it looked like.
    joint[unit.head] = 'NNP|PROPN';
    for (const [i, inner] of innerTree(words, unit)) {
      heads[i] = inner.head;
      deprels[i] = inner.deprel;
      joint[i] = inner.tag ?? 'NNP|PROPN';
    }
  });
  joinTitles(words, heads, deprels, joint);
  findLostConjuncts(words, heads, deprels);
  findLostSubjects(words, heads, deprels, joint);
  findLostPronouns(words, heads, deprels);
  findLostAppositions(words, heads, deprels);
  findLostHearers(words, heads, deprels, joint);
  findLostClauses(words, heads, deprels, joint);
  const passive = new Uint8Array(words.length);
  const infinitive = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i++) {
    if (heads[i]! < 0) continue;
    if (deprels[i] === 'aux:pass') passive[heads[i]!] = 1;
    if (deprels[i]!.startsWith('aux') || deprels[i] === 'mark') infinitive[heads[i]!] = 1;
  }
  return words.map(({ start, end, form }, i) => {
    const [xpos = '', upos = ''] = split(joint[i]!);
    return {
      start,
      end,
      form,
      lemma: model.lemmatizer.lemma(form, xpos),
      upos,
      xpos,
      feats: wordFeatures({
        form,
        xpos,
        upos,
        passive: passive[i] === 1,
        infinitive: infinitive[i] === 1,
        root: heads[i]! < 0,
      }),
      head: heads[i]!,
      deprel: deprels[i]!,
    };
  });
}

const SPLIT = new Map<string, readonly string[]>();

function split(joint: string): readonly string[] {
  let parts = SPLIT.get(joint);
  if (!parts) {
    const bar = joint.lastIndexOf('|');
    parts = [joint.slice(0, bar), joint.slice(bar + 1)];
    SPLIT.set(joint, parts);
  }
  return parts;
}
