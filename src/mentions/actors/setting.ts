/** Whose people are by where a sentence is set: "families in Bukavu", "police fired tear gas" after a march in Sfax. */

import type { Sentence } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Draft } from '../draft.ts';
import { isSubject } from '../references/history.ts';
import { lend } from './scene.ts';
import type { ReadSentence } from './sentence.ts';
import { SENT } from './words.ts';

/** Forces and bodies of a place: who is told of in one state only belongs there. Its citizens may be anybody's. */
const LOCAL = new Set(['COP', 'JUD', 'LEG', 'MIL']);

/** Police, judges, soldiers without a state, in a sentence that is set in one state and names no other: that state's. */
export function lendPlace(
  read: readonly ReadSentence[],
  at: number,
  knowledge: Knowledge,
  seat: string | null,
  conflict: string | null,
  topic: string | null,
): void {
  const { sentence, drafts } = read[at]!;
  const open = drafts.filter(
    (item) =>
      (item.kind === 'person' || (item.kind === 'organization' && item.form === 'nominal')) &&
      item.country === null &&
      item.code === null &&
      item.members.length === 0 &&
      item.antecedent === null,
  );
  if (open.length === 0) return;
  for (const item of open) {
    const place = placeBehind(sentence, drafts, item);
    if (place?.country == null || SENT.test(item.role ?? '') || item.entity !== null) continue;
    lend(item, place.country, knowledge);
    item.confidence = Math.min(item.confidence, 0.6);
  }
  const settings = new Set<string>();
  const told = new Set<string>();
  for (const item of drafts) {
    if (item.country === null) continue;
    told.add(item.country);
    if (item.kind === 'place' && isSetting(sentence, item)) settings.add(item.country);
  }
  // Nothing else told: where the story is just then, else the article's own place
  const near = told.size > 0 || open.some((item) => isQualified(sentence, item)) ? null : nearby(read, at, seat, topic);
  if (near !== null) {
    settings.add(near);
    told.add(near);
  }
  const [country] = settings;
  if (country === undefined || settings.size !== 1) return;
  for (const item of drafts)
    if (near === null && told.size === 1 && isPlacedOfficer(item))
      for (const one of item.inner === null ? [item] : [item, item.inner]) lend(one, country, knowledge);
  for (const item of open) {
    if (item.sector === 'MIL' && conflict !== null && conflict !== country) continue;
    // "took him to court": no court in particular
    if (item.sector === 'JUD' && item.kind === 'organization' && !item.definite && item.span[1] - item.span[0] === 5)
      continue;
    const local =
      item.sector !== null &&
      (LOCAL.has(item.sector) || item.rule === 'actor/demonym') &&
      item.entity === null &&
      told.size === 1;
    const speaker = /^spokes/.test(item.role ?? '') && opensWith(sentence, drafts, country) && told.size === 1;
    if (!local && !speaker) continue;
    lend(item, country, knowledge);
    if (speaker) item.sector ??= 'GOV';
    item.confidence = Math.min(item.confidence, 0.5);
  }
}

/** "The Foreign Ministry in Warsaw": of the state whose capital that is; told before officials are asked for theirs. */
export function lendCapital(read: readonly ReadSentence[], knowledge: Knowledge): void {
  for (const { sentence, drafts } of read)
    for (const item of drafts) {
      if (item.kind !== 'organization' || item.sector !== 'GOV' || item.country !== null || item.code !== null)
        continue;
      if (item.plural || !/(?:ministry|government|presidency|cabinet|department)$/i.test(item.role ?? item.name ?? ''))
        continue;
      const place = placeBehind(sentence, drafts, item);
      if (place?.country == null || knowledge.capitalOf(place.country)?.name !== place.name) continue;
      lend(item, place.country, knowledge);
      item.confidence = Math.min(item.confidence, 0.65);
    }
}

/** "Judge Jane Doe refused the appeal in Dili": a judge, mayor or police chief by name, in a sentence that is set there. */
const isPlacedOfficer = (item: Draft): boolean =>
  item.kind === 'person' &&
  item.form === 'title' &&
  item.country === null &&
  item.code === null &&
  item.org === null &&
  item.entity?.startsWith('person:~') === true &&
  (item.sector === 'JUD' || item.sector === 'COP' || /(?:^|\s)(?:mayor|governor)$/i.test(item.role ?? ''));

/** The one state that the sentence before tells of; where it tells of none, the article's own. An envoy makes no scene. */
function nearby(read: readonly ReadSentence[], at: number, seat: string | null, topic: string | null): string | null {
  const before = new Set<string>();
  const scenes = new Set<string>();
  for (const item of read[at - 1]?.drafts ?? []) {
    const { country, role, sentence } = item;
    if (country === null || (topic !== null && country !== topic && SENT.test(role ?? ''))) continue;
    before.add(country);
    // "They had left Freedonia": no scene beside the article's own
    if ((isSubject(item) && item.name === null) || (item.kind === 'place' && isSetting(sentence, item)))
      scenes.add(country);
  }
  const [only] = before;
  if (only !== undefined && topic !== null && only !== topic && !scenes.has(only)) return null;
  return before.size === 0 ? seat : before.size === 1 && only !== undefined ? only : null;
}

/** "fishermen from three countries": the text itself says whose they are. */
const isQualified = (sentence: Sentence, item: Draft): boolean =>
  /^(?:from|of|in)$/.test(sentence.tokens.find((token) => token.start >= item.span[1])?.form ?? '');

/** "families in Bukavu", "hackers based in Minsk": the place named right behind. */
function placeBehind(sentence: Sentence, drafts: readonly Draft[], item: Draft): Draft | undefined {
  const { tokens } = sentence;
  let at = tokens.findIndex((token) => token.start >= item.span[1]);
  if (at < 0) return undefined;
  const serves = /^(?:working|acting|spying|fighting|paid)$/.test(tokens[at]!.form);
  if (serves || /^(?:based|living|held|detained|jailed)$/.test(tokens[at]!.form)) at += 1;
  const link = tokens[at]?.form ?? '';
  if (!/^(?:in|from|across|around)$/.test(link) && !(serves && /^(?:for|by)$/.test(link))) return undefined;
  const from = tokens[at + 1]?.start;
  return drafts.find(
    (other) => (other.kind === 'place' || other.kind === 'state') && other.form === 'name' && other.span[0] === from,
  );
}

/** Where it happened: behind "in", "at", "near", "across"; not where somebody went or came from. */
export const isSetting = (sentence: Sentence, place: Draft): boolean => {
  const at = sentence.tokens.findIndex((token) => token.start >= place.span[0]);
  for (let i = at - 1; i >= 0 && at - i < 6; i--) {
    const form = sentence.tokens[i]!.form.toLowerCase();
    if (/^(?:in|at|near|across|around|outside)$/.test(form)) return true;
    if (sentence.tokens[i]!.upos === 'VERB' || sentence.tokens[i]!.upos === 'ADP') return false;
  }
  return false;
};

/** "In Taipei, a spokeswoman said". */
function opensWith(sentence: Sentence, drafts: readonly Draft[], country: string): boolean {
  const from = sentence.tokens[1]?.start;
  return drafts.some((item) => item.kind === 'place' && item.country === country && item.span[0] === from);
}
