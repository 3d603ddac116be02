/** Rebels and the state they fight: "Freedonia's government and the northern rebels" are one country's. */

import type { Draft } from '../draft.ts';
import type { ReadSentence } from './sentence.ts';

const FIGHTS = /^(?:between|with|against|and)$/;

/**
 * The one state whose rebels a text tells of, once its other rebels have been lent it; null when there is none or several.
 * `main` is the state that the text is about, where it tells of no other more often: rebels beside its army are its own.
 */
export function lendConflict(read: readonly ReadSentence[], main: string | null): string | null {
  const rebels: Draft[] = [];
  const states = new Map<string, string | null>();
  for (const { drafts } of read)
    for (const item of drafts) {
      if (item.sector !== 'REB' || item.kind === 'state' || item.kind === 'place') continue;
      rebels.push(item);
      if (item.country !== null && !isPlaced(item)) states.set(item.country, item.code);
    }
  const open = rebels.filter((item) => item.country === null && item.code === null && item.entity === null);
  if (open.length === 0 && states.size !== 1) return null;
  for (const item of open) {
    const foe = foeOf(item, read);
    if (foe !== null) states.set(foe.country!, foe.code);
  }
  if (states.size === 0 && main !== null && open.length > 0 && hasArmy(read, main)) states.set(main, null);
  const [only] = states;
  if (only === undefined || states.size !== 1) return null;
  const [country, code] = only;
  // "met rebel commanders in Freetown": where they are met is not whom they fight
  for (const item of rebels) if (isPlaced(item)) Object.assign(item, { country, code: code ?? country });
  for (const item of open) {
    if (!item.definite && foeOf(item, read)?.country !== country && tellsOfOthers(item, read, country)) continue;
    Object.assign(item, { country, code: code ?? country, confidence: Math.min(item.confidence, 0.55) });
  }
  return country;
}

const tellsOfOthers = (item: Draft, read: readonly ReadSentence[], country: string): boolean =>
  read.some(
    (one) =>
      one.sentence === item.sentence && one.drafts.some((other) => other.country !== null && other.country !== country),
  );

/** An army or soldiers of that state or of none, and of no other. */
function hasArmy(read: readonly ReadSentence[], main: string): boolean {
  const armies = read.flatMap(({ drafts }) => drafts.filter((item) => item.sector === 'MIL' && item.kind !== 'state'));
  if (armies.length === 0 || armies.some((item) => item.country !== null && item.country !== main)) return false;
  // With other states in the text the two must be told of together
  const others = read.some(({ drafts }) =>
    drafts.some((item) => item.country !== null && item.country !== main && item.sector !== 'JRN'),
  );
  return !others || read.some(({ drafts }) => isTogether(drafts, main));
}

/** Rebels and what is that state's in one sentence. */
const isTogether = (drafts: readonly Draft[], main: string): boolean =>
  drafts.some((item) => item.sector === 'REB') && drafts.some((item) => item.country === main);

/** Whose state only a town behind the word tells. */
const isPlaced = (item: Draft): boolean => {
  const inside = item.sentence.tokens.filter((token) => token.start >= item.span[0] && token.end <= item.span[1]);
  return item.country !== null && inside.some((token) => token.form === 'in');
};

/** The government or army that rebels are named with: "the army and the rebels", "the government's war with rebels". */
function foeOf(item: Draft, read: readonly ReadSentence[]): Draft | null {
  const one = read[item.sentence.index];
  const drafts = (one?.sentence === item.sentence ? one : read.find((other) => other.sentence === item.sentence))
    ?.drafts;
  const { tokens } = item.sentence;
  const token = tokens[item.head]!;
  for (const other of drafts ?? []) {
    if (other.country === null || (other.sector !== 'GOV' && other.sector !== 'MIL') || other.name !== null) continue;
    if (other.kind !== 'organization' && !other.plural) continue;
    const joined =
      (token.deprel === 'conj' && token.head === other.head) ||
      (tokens[other.head]!.deprel === 'conj' && tokens[other.head]!.head === item.head);
    const between = Math.abs(other.head - item.head) <= 5 && isFacing(item, other);
    if (joined || between) return other;
  }
  return null;
}

/** Nothing but "and" or "against" and their own words stands between the two. */
function isFacing(a: Draft, b: Draft): boolean {
  const { tokens } = a.sentence;
  const [from, to] = a.span[0] < b.span[0] ? [a.span[1], b.span[0]] : [b.span[1], a.span[0]];
  const between = tokens.filter((token) => token.start >= from && token.end <= to);
  return (
    between.length > 0 &&
    between.length <= 2 &&
    FIGHTS.test(between[0]!.form) &&
    !/^\p{L}{5,}$/u.test(between[1]?.form ?? '')
  );
}
