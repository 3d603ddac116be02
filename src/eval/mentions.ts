/** Scores who is named: typed names on UNER English EWT, and country and sector of the actors of the PLOVER records. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareArticle, type Mention, type Mentioned, type Sentence, type Token } from '../core/index.ts';
import { analyze } from '../language/index.ts';
import { findMentions } from '../mentions/index.ts';
import { isActor } from '../mentions/project.ts';
import type { Kit } from '../pipeline.ts';
import type { Score, Scorer } from './scorer.ts';
import { type Counts, f1, sum } from './times.ts';

export type NameType = 'PER' | 'ORG' | 'LOC';

/** A name by its tokens: [start, end). */
export interface TypedName {
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
}

/** Names of one sentence in IOB2 tags. */
export function namesOf(tags: readonly string[]): TypedName[] {
  const names: TypedName[] = [];
  tags.forEach((tag, i) => {
    if (!tag.startsWith('B-')) return;
    let end = i + 1;
    while (tags[end] === `I-${tag.slice(2)}`) end += 1;
    names.push({ start: i, end, type: tag.slice(2) as NameType });
  });
  return names;
}

/** Exact span and type; `typed` false leaves the type out. */
export function matchNames(gold: readonly TypedName[], found: readonly TypedName[], typed = true): Counts {
  const key = (name: TypedName): string => `${name.start}-${name.end}${typed ? name.type : ''}`;
  const left = new Set(gold.map(key));
  const tp = found.filter((name) => left.delete(key(name))).length;
  return { tp, fp: found.length - tp, fn: gold.length - tp };
}

/** The names that mentions give: bare names of persons, bodies, states and places. Adjectives are none. */
export function typedNames(mentioned: Mentioned, sentence: Sentence): TypedName[] {
  const names: TypedName[] = [];
  let reached = -1;
  for (const mention of mentioned.mentions) {
    if (mention.sentence !== sentence.index) continue;
    // "US troops": a country's name in front of a noun is a name all the same, "Lao troops" is none
    const named =
      mention.form === 'name' || (mention.form === 'adjective' && sentence.tokens[mention.head]?.upos === 'PROPN');
    if (!named) continue;
    const type = typeOf(mention);
    if (type === null || mention.span[1] <= reached) continue;
    const start = sentence.tokens.findIndex((token) => token.end > mention.span[0]);
    let end = start;
    while (end < sentence.tokens.length && sentence.tokens[end]!.start < mention.span[1]) end += 1;
    reached = mention.span[1];
    names.push({ start, end, type });
  }
  return names;
}

function typeOf(mention: Mention): NameType | null {
  if (mention.kind === 'person') return mention.plural ? null : 'PER';
  if (mention.kind === 'organization') return 'ORG';
  return mention.kind === 'place' || mention.kind === 'state' ? 'LOC' : null;
}

// Plain articles ------------------------------------------------------------------------------------------------------

export const readPlain = (text: string, kit: Kit): Mentioned =>
  findMentions(
    analyze({ article: bareArticle(text), restorations: [], spun: false, flags: [] }, kit.language),
    kit.knowledge,
  );

interface TaggedSentence {
  readonly forms: readonly string[];
  readonly tags: readonly string[];
}

export function parseIob(text: string): TaggedSentence[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => /^\d+\t/.test(line)))
    .filter((lines) => lines.length > 0)
    .map((lines) => ({
      forms: lines.map((line) => line.split('\t')[1] ?? ''),
      tags: lines.map((line) => line.split('\t')[2] ?? 'O'),
    }));
}

/** Gold names moved onto the tokens that the reader made, by character offsets of the joined forms. */
function onTokens(sentence: TaggedSentence, tokens: readonly Token[]): TypedName[] | null {
  const starts: number[] = [];
  let at = 0;
  for (const form of sentence.forms) {
    starts.push(at);
    at += form.length + 1;
  }
  return namesOf(sentence.tags).map(({ start, end, type }) => {
    const from = starts[start]!;
    const to = starts[end - 1]! + sentence.forms[end - 1]!.length;
    const first = tokens.findIndex((token) => token.end > from);
    let last = first;
    while (last < tokens.length && tokens[last]!.start < to) last += 1;
    return { start: first, end: last, type };
  });
}

export function scoreNames(sentences: readonly TaggedSentence[], kit: Kit): { typed: Counts; untyped: Counts } {
  const typed: Counts[] = [];
  const untyped: Counts[] = [];
  for (const sentence of sentences) {
    const mentioned = readPlain(sentence.forms.join(' '), kit);
    // One sentence of gold may be several of ours: tokens are counted through
    const tokens = mentioned.sentences.flatMap((one) => one.tokens);
    const offsets: number[] = [];
    let before = 0;
    for (const one of mentioned.sentences) {
      offsets.push(before);
      before += one.tokens.length;
    }
    const found = mentioned.sentences.flatMap((one, i) =>
      typedNames(mentioned, one).map((name) => ({
        ...name,
        start: name.start + offsets[i]!,
        end: name.end + offsets[i]!,
      })),
    );
    const gold = onTokens(sentence, tokens) ?? [];
    typed.push(matchNames(gold, found));
    untyped.push(matchNames(gold, found, false));
  }
  return { typed: sum(typed), untyped: sum(untyped) };
}

// Actors of the PLOVER records ----------------------------------------------------------------------------------------

export interface GoldActor {
  readonly text: string;
  readonly code: string | null;
  readonly sector: string | null;
}

/** The actor mention that a gold actor's words stand in: the narrowest that has a code, else the widest. */
export function actorAt(mentioned: Mentioned, from: number, to: number): Mention | null {
  const around = mentioned.mentions.filter(
    (mention) => (isActor(mention) || mention.kind === 'place') && mention.span[0] < to && from < mention.span[1],
  );
  const width = (mention: Mention): number => mention.span[1] - mention.span[0];
  const sorted = [...around].sort((a, b) => width(b) - width(a));
  return (
    sorted.find((mention) => (mention.code ?? mention.country) !== null && mention.sector !== null) ??
    sorted.find((mention) => (mention.code ?? mention.country) !== null) ??
    sorted[0] ??
    null
  );
}

interface GoldRecord {
  readonly text: string;
  readonly actor: readonly GoldActor[];
  readonly recipient: readonly GoldActor[];
}

export interface ActorResult {
  readonly gold: GoldActor;
  readonly found: Mention | null;
  readonly text: string;
  readonly at: number;
}

export function readActors(records: readonly GoldRecord[], kit: Kit): ActorResult[] {
  return records.flatMap((record) => {
    const mentioned = readPlain(record.text, kit);
    return [...record.actor, ...record.recipient].flatMap((gold): ActorResult[] => {
      const at = record.text.indexOf(gold.text);
      if (at < 0 || gold.text === '' || gold.code === null) return [];
      return [{ gold, found: actorAt(mentioned, at, at + gold.text.length), text: record.text, at }];
    });
  });
}

export const codeOfMention = (mention: Mention | null): string | null => mention?.code ?? mention?.country ?? null;

const NAMES = 'names/uner-ewt-dev.iob2';
const RECORDS = 'gsr-dev.jsonl';

export const mentionsScorer: Scorer = {
  name: 'mentions',
  describe: 'typed names on UNER English EWT dev; country and sector of the PLOVER records, given their actors',
  needs: [NAMES, RECORDS],
  async score({ goldDir, kit }): Promise<readonly Score[]> {
    if (goldDir === null) return [];
    const tools = await kit();
    const sentences = parseIob(readFileSync(join(goldDir, NAMES), 'utf8'));
    const { typed, untyped } = scoreNames(sentences, tools);
    const records = readFileSync(join(goldDir, RECORDS), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as GoldRecord);
    const actors = readActors(records, tools);
    const withSector = actors.filter(({ gold }) => gold.sector !== null);
    const share = (n: number, of: readonly unknown[]): number => (of.length === 0 ? 0 : n / of.length);
    return [
      { measure: 'mentions/names/typed-f1', value: f1(typed), n: typed.tp + typed.fn },
      { measure: 'mentions/names/untyped-f1', value: f1(untyped), n: untyped.tp + untyped.fn },
      {
        measure: 'mentions/actors/country',
        value: share(actors.filter(({ gold, found }) => codeOfMention(found) === gold.code).length, actors),
        n: actors.length,
      },
      {
        measure: 'mentions/actors/sector',
        value: share(withSector.filter(({ gold, found }) => found?.sector === gold.sector).length, withSector),
        n: withSector.length,
      },
    ];
  },
};
