/** What the words of a phrase with a title or role say of who may be meant by it. */

import type { Sentence } from '../../core/index.ts';
import type { Phrase } from '../actors/phrases.ts';
import { SPEECH } from '../actors/words.ts';
import type { Draft } from '../draft.ts';
import { isNamedAfter } from './bodies.ts';
import { isSameNoun, lastWord } from './history.ts';
import { isCrowd } from './story.ts';

/** Offices that every state has. */
export const OWN_OFFICE =
  /^(?:minister|president|premier|king|queen|monarch|emir|sultan|chancellor|governor|speaker|prosecutor)$/;

/** People of several states who meet each other. */
export const ABROAD =
  /^(?:leader|minister|vice-minister|president|premier|king|envoy|ambassador|secretary|negotiator|diplomat|delegate)$/;

/** How many "the two ministers", "both sides", "the 3 envoys" are; 0 when not told. */
export function countIn(words: readonly string[]): number {
  for (const word of words) {
    if (word === 'both') return 2;
    if (/^\d$/.test(word)) return Number(word);
    const at = ['two', 'three', 'four', 'five', 'six'].indexOf(word);
    if (at >= 0) return at + 2;
  }
  return 0;
}

/** "the leaders of sixteen Pacific states", "heads of state of eleven countries": too many to be anybody's but a bloc's. */
const SUMMIT =
  /^(?:the )?(?:leaders|presidents|premiers|prime ministers|foreign ministers|heads of (?:state|government|state and government)) (?:of|from) (?:the )?(?:seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|[7-9]|[1-9]\d) (?:[a-z]+ ){0,2}(?:states|countries|nations)\b/i;

export const isSummit = (item: Draft, { tokens }: Sentence): boolean =>
  SUMMIT.test(
    tokens
      .filter((token) => token.start >= item.span[0])
      .slice(0, 12)
      .map((token) => token.form)
      .join(' '),
  );

/** "Pacific leaders": not the leaders told of before. */
export const isOther = (item: Draft, { head }: Phrase, { tokens }: Sentence): boolean =>
  tokens.some(({ start, form }) => start >= item.span[0] && start < head.from && /^\p{Lu}/u.test(form));

/** A body or an office without any word that says whose: "the courts", "a local judge", "Prosecutors". */
export function isAtHome(item: Draft, phrase: Phrase, sentence: Sentence): boolean {
  if (phrase.geos.length > 0 || phrase.bodies.length > 0 || phrase.pronoun >= 0 || phrase.owner !== null) return false;
  if (phrase.possessed || phrase.former || item.members.length > 0 || countIn(phrase.adjectives) > 0) return false;
  if (phrase.after !== null || item.inner !== null || item.antecedent !== null || item.name !== null) return false;
  if (item.kind === 'organization' && isNamedAfter(item, sentence)) return false;
  // "the presidents of the continent"
  const next = sentence.tokens.find((token) => token.start >= item.span[1])?.form;
  if (item.kind === 'person' && item.plural && next === 'of' && !isCrowd(item)) return false;
  // "soldiers from the neighbouring country": the text itself says whose
  if (next === 'from' && isFromState(item, sentence)) return false;
  // "the ministers" of a meeting are of several states
  if (item.kind === 'person' && item.plural && ABROAD.test(lastWord(item.role))) return false;
  if (item.definite) return true;
  if (phrase.adjectives.some((word) => /^(?:local|regional|provincial|municipal|district|state)$/.test(word)))
    return true;
  if (isOwnCourt(item, phrase, sentence) || isHomeSpeaker(item, phrase, sentence)) return true;
  if (isCrowd(item) && phrase.determiner !== 'indefinite') return true;
  const bare = phrase.determiner === null && phrase.adjectives.length === 0;
  // "dissolved parliament": without an article it is the one at home
  if (bare && /^(?:parliament|congress)$/.test(lastWord(item.role)) && !item.plural) return true;
  // "Freedonia ready for talks, premier says"
  const governs =
    item.sector === 'GOV' && !item.plural && (item.kind === 'organization' || OWN_OFFICE.test(lastWord(item.role)));
  return (
    bare &&
    sentence.tokens[item.head]!.deprel.startsWith('nsubj') &&
    (governs || /^(?:COP|JUD|LEG|MIL|OPP)$/.test(item.sector ?? '') || lastWord(item.role) === 'union')
  );
}

/** "from the neighbouring country", "from both sides", "from several states". */
const isFromState = (item: Draft, { tokens }: Sentence): boolean =>
  tokens
    .filter((token) => token.start > item.span[1])
    .slice(1, 6)
    .some((token) => /^(?:country|countries|nations?|states?|sides?|neighbou?rs?|abroad|kingdom)$/i.test(token.form));

/** "A federal court ordered …", "a judge jailed …": of the state the story plays in. */
const isOwnCourt = (item: Draft, phrase: Phrase, { tokens }: Sentence): boolean =>
  item.sector === 'JUD' &&
  !item.plural &&
  phrase.determiner === 'indefinite' &&
  /^(?:court|tribunal|judge|magistrate|prosecutor)$/.test(lastWord(item.role)) &&
  tokens[item.head]!.deprel.startsWith('nsubj') &&
  phrase.adjectives.every((word) => !/international|foreign|arbitra|special|hybrid/.test(word));

/** Words before "official" and "source" for those who speak of home affairs. */
const HOME_WORDS =
  /^(?:judicial|police|military|army|navy|naval|coastguard|border|security|hospital|medical|prison|court|customs|electoral|health|provincial|municipal)$/;

/** "a judicial official said", "two security sources said". */
const isHomeSpeaker = (item: Draft, phrase: Phrase, { tokens }: Sentence): boolean => {
  const word = tokens[item.head]!;
  return (
    /^(?:official|source|spokesman|spokeswoman|spokesperson|officer)$/.test(lastWord(item.role)) &&
    (phrase.adjectives.some((one) => HOME_WORDS.test(one)) ||
      HOME_WORDS.test((item.role ?? '').split(' ')[0]?.toLowerCase() ?? '')) &&
    word.deprel.startsWith('nsubj') &&
    SPEECH.has(tokens[word.head]?.lemma.toLowerCase() ?? '')
  );
};

const OWN_SECRETARY = /^(?:cabinet|permanent|principal|chief|press|private|general) secretary/i;

/** "The Secretary" of a department is no "Cabinet Secretary", who is called so again. */
export const isOtherSecretary = (role: string | null, others: readonly (string | null)[]): boolean => {
  const own = others.some((other) => OWN_SECRETARY.test(other ?? ''));
  return (/^secretary$/i.test(role ?? '') && own) || (OWN_SECRETARY.test(role ?? '') && !own);
};

const CROWNS = /^(?:king|queen|emir|sultan|emperor|empress|shah)$/;

/** The emir is no sultan. */
export const isOtherCrown = (word: string, other: string): boolean =>
  word !== other && CROWNS.test(word) && CROWNS.test(other);

/** An office that only the European Union has. */
export const isUnions = (role: string | null): boolean =>
  /\bhigh representative$|foreign policy chief$/i.test(role ?? '');

/** No word of the phrase says whose it is. */
export const isUnclaimed = (phrase: Phrase): boolean =>
  phrase.geos.length === 0 &&
  phrase.bodies.length === 0 &&
  phrase.pronoun < 0 &&
  phrase.owner === null &&
  !phrase.possessed &&
  !phrase.ofCountry &&
  phrase.after === null;

/** What stands before a colon at the head of a paragraph. */
export const isLabel = (item: Draft, { tokens }: Sentence): boolean =>
  tokens[0]!.start === item.span[0] && tokens.find((token) => token.start >= item.span[1])?.form === ':';

/** "the finance minister" is no "foreign minister"; "the minister" may be either. */
function differs(item: Draft, earlier: Draft): boolean {
  if (item.office !== null && earlier.office !== null && item.office !== 'min') return item.office !== earlier.office;
  const role = (item.role ?? '').toLowerCase();
  return role.includes('minister') && role.includes(' ') && !(earlier.role ?? '').toLowerCase().endsWith(role);
}

/** "the Special Representative" after "the Special Representative for Central Asia, Jane Doe". */
export function isFullTitle(role: string | null, other: string | null): boolean {
  const words = (role ?? '').toLowerCase();
  return words.includes(' ') && ` ${(other ?? '').toLowerCase()} `.includes(` ${words} `);
}

/** "the premier" is the prime minister, "the monarch" the king. */
export const isHeadOf = (word: string, office: Draft['office'], role: string | null): boolean =>
  (word === 'premier' && office === 'hog') ||
  (/^(?:monarch|sovereign)$/.test(word) && office === 'hos' && !/president/i.test(role ?? ''));

/** One person who may be called by the noun of another phrase, and not of another state or body. */
export function isLike(item: Draft, earlier: Draft): boolean {
  if (earlier.kind !== 'person' || earlier.plural || earlier.form === 'pronoun') return false;
  const same = isSameNoun(lastWord(item.role), lastWord(earlier.role)) && !differs(item, earlier);
  if (!same && !isHeadOf(lastWord(item.role), earlier.office, earlier.role)) return false;
  if (item.country !== null && earlier.country !== null && item.country !== earlier.country) return false;
  return item.org === null || earlier.org === null || item.org === earlier.org;
}
