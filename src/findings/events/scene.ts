/** A sentence with its repaired tree, its mentions at hand, and who in it only speaks. */

import type { Mention, Mentioned, Sentence } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { children, hasRelation, head, subtree } from '../../language/tree.ts';
import { isActor, mentionsIn } from '../../mentions/index.ts';
import { mend } from './mend.ts';
import { repair } from './repair.ts';
import type { Governors, Things } from './words.ts';

/** A sentence with its mentions at hand. */
export interface Scene {
  readonly doc: Mentioned;
  readonly sent: Sentence;
  readonly mentions: readonly Mention[];
  /** Widest actor mention headed by each token. */
  readonly headed: ReadonlyMap<number, Mention>;
  /** Tokens of attribution ("officials said") that act in no event. */
  readonly attribution: ReadonlySet<number>;
  readonly things: Things;
  readonly knowledge: Knowledge;
}

/** Prepares a sentence. `say` words tell where attributions stand. */
export function sceneOf(
  doc: Mentioned,
  index: number,
  words: { readonly governors: Governors; readonly things: Things },
  knowledge: Knowledge,
): Scene {
  const repaired = repair(doc.sentences[index]!);
  const mentions = mentionsIn(doc, index).filter(
    (m) =>
      !isDateline(doc.article.text, repaired, m) &&
      !isNegated(doc.article.text, m) &&
      !isBareForce(doc.article.text, m),
  );
  const sent = mend(repaired, mentions);
  const headed = new Map<number, Mention>();
  for (const mention of mentions) {
    if (!isActor(mention)) continue;
    const known = headed.get(mention.head);
    if (!known || width(mention) > width(known)) headed.set(mention.head, mention);
  }
  return {
    doc,
    sent,
    mentions,
    headed,
    attribution: attributionWords(sent, words.governors),
    things: words.things,
    knowledge,
  };
}

/** "HONG KONG — Bill Gates …": the place a report comes from acts in nothing. */
const isDateline = (text: string, sent: Sentence, mention: Mention): boolean =>
  mention.span[0] - sent.span[0] < 3 &&
  (mention.kind === 'place' || mention.kind === 'state') &&
  (isHeading(text, mention) || isPlaceline(text, mention));

/** "Bolivia: Miners marched to the palace": the place of an item in a round-up. */
const isHeading = (text: string, mention: Mention): boolean =>
  /^:\s+[A-Z]/.test(text.slice(mention.span[1], mention.span[1] + 4));

const isPlaceline = (text: string, mention: Mention): boolean =>
  width(mention) > 3 &&
  text.slice(...mention.span) === text.slice(...mention.span).toUpperCase() &&
  /^[^.!?;]{0,40}\s[—–-]{1,2}\s/.test(text.slice(mention.span[1], mention.span[1] + 44));

/** "a major non-NATO ally": NATO has no part in it. */
const isNegated = (text: string, mention: Mention): boolean =>
  /\bnon-$/i.test(text.slice(mention.span[0] - 4, mention.span[0]));

/** "the use of force", "refrain from force": no troops. */
const isBareForce = (text: string, mention: Mention): boolean =>
  text.slice(...mention.span) === 'force' &&
  !/\b(an?|the|its|their|this|that|his|each|every)\s+$/i.test(
    text.slice(Math.max(0, mention.span[0] - 7), mention.span[0]),
  );

export const width = (mention: Mention): number => mention.span[1] - mention.span[0];

/** ", the Associated Press reported." at the end of a sentence, wherever the tree hangs it. */
function closing(sent: Sentence, verb: number): readonly number[] {
  const after = sent.tokens[verb + 1];
  if (after !== undefined && after.upos !== 'PUNCT' && !/^(on|in|to)$/.test(after.form)) return [];
  if (sent.tokens.length - verb > 5 || !/^VB[DZ]$/.test(sent.tokens[verb]?.xpos ?? '')) return [];
  for (let i = verb - 1; i > Math.max(0, verb - 14); i--) {
    const token = sent.tokens[i]!;
    if (token.form === ',') return Array.from({ length: verb - i - 1 }, (_, k) => i + 1 + k);
    if (/^(VERB|AUX|SCONJ|CCONJ)$/.test(token.upos)) return [];
  }
  return [];
}

export function attributionWords(sent: Sentence, governors: Governors): ReadonlySet<number> {
  const out = new Set<number>();
  sent.tokens.forEach((token, i) => {
    if (token.upos !== 'VERB' || governors.classOf.get(token.lemma.toLowerCase()) !== 'say') return;
    for (const w of closing(sent, i)) out.add(w);
    const content = children(sent, i, 'ccomp');
    const tail = hasRelation(sent, i, 'parataxis');
    if (content.length === 0 && !tail) return;
    for (const s of children(sent, i, 'nsubj', 'obl', 'obj', 'iobj')) for (const w of subtree(sent, s)) out.add(w);
  });
  sent.tokens.forEach((token, i) => {
    if (token.form.toLowerCase() !== 'according') return;
    const noun = hasRelation(sent, i, 'case') ? head(sent, i) : -1;
    if (noun >= 0) for (const w of subtree(sent, noun)) out.add(w);
  });
  return out;
}
