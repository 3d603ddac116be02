/** Relations: on which rung of which ladder two actors stand, as the text states it. */

import type { Mentioned, Relation, Sentence } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { children, hasRelation, subjectsOf } from '../../language/tree.ts';
import { endedAside, levelAgain, tiesAgain } from './again.ts';
import { changeOf, type Step } from './change.ts';
import { type Label, labelsIn } from './label.ts';
import { joinedAgain } from './listed-once.ts';
import { phraseCodes } from './named.ts';
import { equalled } from './par.ts';
import { ofOwner, type Pair, type Parties, partiesOf } from './party.ts';
import { recognitionsIn } from './recognition.ts';
import type { RelationTables } from './tables.ts';
import { whenOf } from './when.ts';

export { loadRelationTables, parseRelationTables, type RelationTables } from './tables.ts';

/** Whose ladder a pair stands on: the first of these that is a party; a pair without any stands on none. */
const OWNERS: readonly (readonly [string, string])[] = [
  ['ASEAN', 'asean'],
  ['VNM', 'vn'],
  ['USA', 'us'],
  ['CHN', 'cn'],
  ['IND', 'in'],
  ['JPN', 'jp'],
  ['KOR', 'kr'],
];

export function ladderOf(pair: Pair): string | null {
  for (const [code, ladder] of OWNERS) if (pair.includes(code)) return ladder;
  return null;
}

/** The owner first, as on its ladder; other pairs as the text has them. */
function ordered(pair: Pair): Pair {
  for (const [code] of OWNERS)
    if (pair[1] === code) return [pair[1], pair[0]];
    else if (pair[0] === code) return pair;
  return pair;
}

/** Sentences after which a party mentioned alone no longer counts as the one spoken of. */
const FOCUS_REACH = 4;

/**
 * Level findings of a document, in text order: one for each pair.
 *
 * "upgraded ties to a strategic partnership" raises a level, "hopes to" only seeks it, "has strategic partnerships
 * with A and B" gives two that hold. A level that was superseded since stays as stated. Never throws on content.
 */
export function findRelations(doc: Mentioned, tables: RelationTables, _knowledge: Knowledge): Relation[] {
  const found: Relation[] = [];
  const seen = new Set<string>();
  const told: { label: Label | null; sentence: number; owner: string | null } = {
    label: null,
    sentence: 0,
    owner: null,
  };
  let focus: { readonly code: string; readonly sentence: number } | null = null;
  let topic: string | null = null;
  for (const sent of doc.sentences) {
    if (sent.tokens.length > 220) continue;
    const before = topic;
    topic = topicOf(doc, sent, topic);
    const labels = labelsIn(sent, tables, doc.spun);
    const named = labels.length;
    if (labels.length === 0 && told.label !== null && sent.index - told.sentence <= 3)
      labels.push(...levelAgain(sent, told.label));
    // "which had been one since 2012, lost that status": meant again in the same sentence.
    const final = labels.at(-1);
    if (final !== undefined && final.head !== told.label?.head) labels.push(...levelAgain(sent, final, final.last + 2));
    const ties = final === undefined ? [] : [...tiesAgain(sent, final), ...endedAside(sent, final)];
    labels.push(...ties);
    let partner: string | null = null;
    for (const label of labels) {
      told.label = label;
      told.sentence = sent.index;
      const step = changeOf(sent, label, tables);
      if (step === null) continue;
      // "strategic ties" are a level only where somebody opens them or is raised to them.
      const loose =
        label.level === 'strategic' && /^(ties|relations|relationship)$/i.test(sent.tokens[label.last]!.form);
      if (loose && (step.change === 'holds' || step.word < 0)) continue;
      // "China has held that rank for longer": with whom the level meant again was told of.
      const again = labels.indexOf(label) >= named && label.party ? told.owner : null;
      const near =
        again ?? (focus !== null && sent.index - focus.sentence <= FOCUS_REACH ? focus.code : focusOf(doc, sent.index));
      const here = again ?? (focus?.sentence === sent.index ? (told.owner ?? focus.code) : null);
      // "and resumed them": with the same party, unless another is named.
      const whose = final !== undefined && ties.includes(label) && !hasOwnParty(sent, label) ? final : label;
      const parties = ofOwner(
        doc,
        sent,
        label,
        partiesOf(doc, sent, whose, { focus: near, here, again, topic: before, partner }),
      );
      if (parties === null) continue;
      if (isGeneric(sent, label, step, parties)) continue;
      // A pair that the context completes has the one it was completed with first.
      const other = parties.how === 'context' ? 0 : 1;
      const shared = parties.pairs[0]?.[other] ?? null;
      partner = parties.pairs.every((pair) => pair[other] === shared) ? shared : null;
      told.owner = parties.how === 'only-two' ? null : (parties.pairs[0]?.[0] ?? null);
      const when = whenOf(doc, sent, label, step, tables);
      for (const pair of parties.pairs) {
        const [a, b] = ordered(pair);
        if (a === b) continue;
        // A development partner is a rung of ASEAN's ladder; elsewhere it is anybody who pays.
        if (label.level === 'development' && a !== 'ASEAN') continue;
        focus = { code: a, sentence: sent.index };
        const own = parties.since?.get(a) ?? parties.since?.get(b);
        const dated = parties.since?.has(a) || parties.since?.has(b);
        const since = dated ? (own ?? null) : when.since;
        const key = `${a} ${b} ${label.level} ${step.change} ${since ?? ''}`;
        if (seen.has(key) || isTold(found, a, b, label.level, step.change, since)) continue;
        seen.add(key);
        found.push({
          parties: [a, b],
          ladder: ladderOf([a, b]),
          level: label.level,
          change: step.change,
          since,
          date: when.date,
          evidence: sent.span,
          rule: `relations/${parties.how}${label.spun ? '/spun' : ''}`,
        });
      }
    }
    const joined =
      told.label?.party && told.owner !== null && sent.index - told.sentence <= 2 ? joinedAgain(doc, sent) : null;
    if (joined !== null && told.label !== null && told.owner !== null)
      for (const code of joined.codes) {
        const [a, b] = ordered([told.owner, code]);
        const { level } = told.label;
        if (a === b || found.some((one) => one.evidence === sent.span && one.level === level && isPair(one, a, b)))
          continue;
        const step: Step = { change: 'established', word: joined.word };
        const { since, date } = whenOf(doc, sent, wholeSentence(sent, joined.word), step, tables);
        found.push({
          parties: [a, b],
          ladder: ladderOf([a, b]),
          level,
          change: step.change,
          since,
          date,
          evidence: sent.span,
          rule: 'relations/joined',
        });
      }
    for (const { owner, code, level, change } of equalled(doc, sent, found)) {
      const [a, b] = ordered([owner, code]);
      const key = `${a} ${b} ${level} ${change} `;
      if (seen.has(key)) continue;
      seen.add(key);
      // "joined them as a partner": what it has become it does not also hold.
      const held = found.findIndex(
        (one) => one.evidence === sent.span && one.level === level && one.change === 'holds' && isPair(one, a, b),
      );
      if (held >= 0) found.splice(held, 1);
      found.push({
        parties: [a, b],
        ladder: ladderOf([a, b]),
        level,
        change,
        since: null,
        date: null,
        evidence: sent.span,
        rule: 'relations/par',
      });
    }
    for (const { pair, change, word } of recognitionsIn(doc, sent)) {
      const [a, b] = ordered(pair);
      if (found.some((one) => one.parties[0] === a && one.parties[1] === b && one.level === 'diplomatic relations'))
        continue;
      const step = { change, word };
      const when = whenOf(doc, sent, wholeSentence(sent, word), step, tables);
      found.push({
        parties: [a, b],
        ladder: ladderOf([a, b]),
        level: 'diplomatic relations',
        change,
        since: when.since,
        date: when.date,
        evidence: sent.span,
        rule: 'relations/recognition',
      });
    }
  }
  return found;
}

/**
 * Whether the text has said so before: the same step without another date, or a level that it has told of as reached.
 * What was told without a date takes the one told now.
 */
function isTold(
  found: Relation[],
  a: string,
  b: string,
  level: string,
  change: Relation['change'],
  since: string | null,
): boolean {
  const before = found.filter((one) => one.level === level && isPair(one, a, b));
  if (change === 'holds' && since === null && before.some((one) => /^(established|upgraded)$/.test(one.change)))
    return true;
  const same = before.filter((one) => one.change === change);
  if (since === null) return same.length > 0;
  const undated = same.find((one) => one.since === null);
  if (undated === undefined) return false;
  found[found.indexOf(undated)] = { ...undated, since };
  return true;
}

const isPair = (one: Relation, a: string, b: string): boolean => one.parties[0] === a && one.parties[1] === b;

/** "A strategic partnership is built over decades": said of any, whoever else the sentence names. */
const isGeneric = (sent: Sentence, label: Label, step: Step, parties: Parties): boolean =>
  parties.how === 'only-two' &&
  step.change === 'holds' &&
  hasRelation(sent, label.head, 'nsubj') &&
  children(sent, label.head, 'det').some((det) => /^an?$/i.test(sent.tokens[det]!.form));

/** A word that stands for a level without naming it, with the whole sentence to itself. */
const wholeSentence = (sent: Sentence, word: number): Label => ({
  first: word,
  last: word,
  head: word,
  level: '',
  party: false,
  spun: false,
  from: 0,
  until: sent.tokens.length,
  opening: 0,
  after: 0,
});

/** "took them up with Beijing": the next preposition behind names another party. */
const hasOwnParty = (sent: Sentence, label: Label): boolean =>
  /^with$/i.test(
    sent.tokens.slice(label.last + 1).find((one) => one.upos === 'ADP' && !/^(up|off)$/i.test(one.form))?.form ?? '',
  );

/** The one state that a sentence is about, for "it" and "its" in the next; `before` is what the sentence before was about. */
function topicOf(doc: Mentioned, sent: Sentence, before: string | null): string | null {
  const root = sent.tokens.findIndex((token) => token.head === -1);
  const subject = subjectsOf(sent, root)[0]?.token;
  if (subject === undefined) return null;
  const codes = phraseCodes(doc, sent, subject);
  if (codes.length === 1) return codes[0]!;
  const goes = [subject, ...children(sent, subject, 'nmod:poss')].some((at) =>
    /^(it|its)$/i.test(sent.tokens[at]!.form),
  );
  return codes.length === 0 && goes ? before : null;
}

/** The ladder owner that the sentences right before speak of, or null. */
function focusOf(doc: Mentioned, sentence: number): string | null {
  for (let at = doc.mentions.length - 1; at >= 0; at--) {
    const mention = doc.mentions[at]!;
    if (mention.sentence >= sentence) continue;
    if (mention.sentence < sentence - 2) return null;
    if (mention.kind === 'time' || mention.kind === 'quantity') continue;
    const code = mention.org === 'ASEAN' ? 'ASEAN' : mention.country;
    if (code === 'VNM' || code === 'ASEAN') return code;
  }
  return null;
}
