/** People across documents: which "person:~name" of one page is the one of another, with reasons. */

import type { Actor } from '../core/index.ts';

export type PersonRef = Pick<Actor, 'name' | 'entity' | 'country' | 'role'>;

export interface PersonMatch {
  /** 0..1; from 0.5 on they count as one. */
  readonly score: number;
  /** What speaks for and against, strongest first. */
  readonly why: readonly string[];
}

/** From here on two people are one. */
export const SAME_PERSON = 0.5;

export const samePerson = (a: PersonRef, b: PersonRef): boolean => matchPeople(a, b).score >= SAME_PERSON;

/**
 * How far two people, each as one document has them, are one. Symmetric.
 *
 * Two rows of the tables are who the tables say. Otherwise the names decide, and country and role may only take away: two people of one
 * country are not one for that.
 */
export function matchPeople(a: PersonRef, b: PersonRef): PersonMatch {
  const [known, other] = [idOf(a), idOf(b)];
  if (known !== null && known === other) return { score: 1, why: ['the same entry of the tables'] };
  if (known !== null && other !== null) return { score: 0, why: ['two entries of the tables'] };
  const names = matchNames(nameOf(a), nameOf(b));
  if (names.score === 0) return names;
  const why = [...names.why];
  let { score } = names;
  if (a.country !== null && b.country !== null) {
    if (a.country === b.country) why.push(`both of ${a.country}`);
    else {
      score -= 0.6;
      why.push(`one of ${a.country}, the other of ${b.country}`);
    }
  }
  const [mine, theirs] = [roleOf(a.role), roleOf(b.role)];
  if (mine !== null && theirs !== null) {
    if (mine === theirs) {
      score += 0.15;
      why.push(`both ${mine}`);
    } else {
      // People move on: a foreign minister becomes prime minister.
      score -= 0.15;
      why.push(`one ${mine}, the other ${theirs}`);
    }
  }
  return { score: Math.max(0, Math.min(1, Math.round(score * 100) / 100)), why };
}

/** How far two names are one, by their folded parts. */
export function matchNames(a: string, b: string): PersonMatch {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (left.length === 0 || right.length === 0) return { score: 0, why: ['no name'] };
  if (left.join(' ') === right.join(' ')) return { score: 0.95, why: ['the same name'] };
  if ([...left].sort().join(' ') === [...right].sort().join(' '))
    return { score: 0.85, why: ['the same names in another order'] };
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.every((part) => long.includes(part))) {
    return short.length === 1
      ? // The family name comes last, or first where it leads; a middle part proves little.
        long[0] === short[0] || long.at(-1) === short[0]
        ? { score: 0.55, why: ['a family name that fits'] }
        : { score: 0.3, why: ['one part of the name'] }
      : { score: 0.8, why: ['a shorter form of the name'] };
  }
  if (skeletons(left) === skeletons(right)) return { score: 0.75, why: ['the same name in another spelling'] };
  // One part spelled differently, all others equal; initials stand for names.
  if (left.length === right.length && left.length > 1) {
    const odd = left.map((part, i) => [part, right[i] as string] as const).filter(([x, y]) => x !== y);
    if (odd.every(([x, y]) => (x.length === 1 || y.length === 1) && x[0] === y[0]))
      return { score: 0.7, why: ['an initial that fits'] };
    if (odd.length === 1 && odd.every(([x, y]) => near(x, y)))
      return { score: 0.6, why: ['one letter of the name differs'] };
  }
  return { score: 0, why: ['different names'] };
}

/** One document's people are resolved to one entity of the record: an id and everybody in it. */
export interface ResolvedPerson {
  /** A row of the tables when one is in it, else "person:~" and the fullest name. */
  readonly id: string;
  readonly name: string;
  /** Spellings, most frequent first. */
  readonly aliases: readonly string[];
  readonly country: string | null;
  readonly roles: readonly string[];
  readonly members: readonly PersonMention[];
  /** Why each member but the first is here, by key. */
  readonly why: ReadonlyMap<string, string>;
}

/** A person as one document has them. */
export interface PersonMention extends PersonRef {
  /** Document and entity: unique. */
  readonly key: string;
  readonly document: string;
}

/** What people decided, by mention key: the same, different. */
export interface PersonVerdicts {
  same(a: string, b: string): boolean;
  different(a: string, b: string): boolean;
}

const NONE: PersonVerdicts = { same: () => false, different: () => false };

/**
 * Groups people of many documents. Complete link: a member fits all others, so that a bare family name bridges no two people; a family
 * name that fits two groups stays alone. Same mentions in any order, same groups, sorted by id.
 */
export function resolvePeople(mentions: readonly PersonMention[], verdicts: PersonVerdicts = NONE): ResolvedPerson[] {
  const blocks = new Map<string, { members: PersonMention[]; why: Map<string, string> }[]>();
  const sorted = [...mentions].sort(
    (a, b) =>
      Number(idOf(a) === null) - Number(idOf(b) === null) ||
      partsOf(nameOf(b)).length - partsOf(nameOf(a)).length ||
      compare(fold(nameOf(a)), fold(nameOf(b))) ||
      compare(a.key, b.key),
  );
  const groups: { members: PersonMention[]; why: Map<string, string> }[] = [];
  for (const mention of sorted) {
    const keys = blockKeys(mention);
    const near = new Set(keys.flatMap((key) => blocks.get(key) ?? []));
    const fitting = [...(verdicts === NONE ? near : groups)]
      .map((group) => ({ group, fit: fitOf(mention, group.members, verdicts) }))
      .filter(({ fit }) => fit !== null)
      .sort((a, b) => (b.fit as Fit).score - (a.fit as Fit).score || compare(first(a.group), first(b.group)));
    const [best, second] = fitting;
    // A name that fits two people equally well tells which of them nobody.
    const clear = best && (!second || (best.fit as Fit).score - (second.fit as Fit).score >= 0.1);
    const group = best && clear ? best.group : { members: [], why: new Map<string, string>() };
    if (best && clear) group.why.set(mention.key, (best.fit as Fit).why);
    else groups.push(group);
    group.members.push(mention);
    for (const key of keys) {
      const list = blocks.get(key);
      if (!list) blocks.set(key, [group]);
      else if (!list.includes(group)) list.push(group);
    }
  }
  return groups.map(resolved).sort((a, b) => compare(a.id, b.id) || compare(a.name, b.name));
}

interface Fit {
  readonly score: number;
  readonly why: string;
}

const first = ({ members }: { members: readonly PersonMention[] }): string => members[0]?.key ?? '';

function fitOf(mention: PersonMention, members: readonly PersonMention[], verdicts: PersonVerdicts): Fit | null {
  let worst: Fit = { score: 2, why: '' };
  for (const other of members) {
    if (verdicts.different(mention.key, other.key)) return null;
    if (verdicts.same(mention.key, other.key)) {
      if (worst.score > 1) worst = { score: 1, why: 'as a person decided' };
      continue;
    }
    const { score, why } = matchPeople(mention, other);
    if (score < SAME_PERSON) return null;
    if (score < worst.score) worst = { score, why: why.join('; ') };
  }
  return worst;
}

function resolved({ members, why }: { members: PersonMention[]; why: Map<string, string> }): ResolvedPerson {
  const counts = new Map<string, number>();
  for (const member of members) counts.set(nameOf(member), (counts.get(nameOf(member)) ?? 0) + 1);
  const aliases = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([name]) => name);
  const known = members.map(idOf).find((id) => id !== null);
  const fullest = [...aliases].sort((a, b) => partsOf(b).length - partsOf(a).length)[0] ?? '';
  const knownName = members.find((member) => idOf(member) !== null)?.name;
  const unique = (values: readonly (string | null)[]): string[] =>
    [...new Set(values.filter((value) => value !== null))].sort();
  const countries = unique(members.map(({ country }) => country));
  return {
    id: known ?? `person:~${partsOf(fullest).join('-')}`,
    name: knownName ?? fullest,
    aliases,
    country: countries.length === 1 ? (countries[0] as string) : null,
    roles: unique(members.map(({ role }) => role)),
    members,
    why,
  };
}

/** Whoever may be one shares a first or last part, or its consonants. */
function blockKeys(mention: PersonMention): string[] {
  const parts = partsOf(nameOf(mention));
  const ends = [parts[0], parts.at(-1)].filter((part) => part !== undefined);
  const id = idOf(mention);
  return [...new Set([...parts, ...ends.map((part) => `~${skeleton(part)}`), ...(id === null ? [] : [`=${id}`])])];
}

/** The entity when the tables have it; a document's own "person:~…" is nobody's. */
const idOf = ({ entity }: PersonRef): string | null =>
  entity?.startsWith('person:') && !entity.startsWith('person:~') ? entity : null;

const nameOf = ({ name, entity }: PersonRef): string =>
  name ?? (entity ?? '').replace(/^person:~?/, '').replaceAll('-', ' ');

/** Without accents and case: "Bùi Thanh Sơn" and "Bui Thanh Son". */
const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/[ıİ]/g, 'i')
    .replace(/ß/g, 'ss')
    .replace(/[’'`ʻʼ]/g, '')
    .toLowerCase()
    // The Arabic article: "Al-Rashidi" and "Rashidi".
    .replace(/\b(?:al|el|as|ash|ar)-(?=\p{L}{3})/gu, '');

const TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'sir', 'dame', 'lord', 'jr', 'sr', 'sheikh', 'haji']);

/** A name in folded parts, titles left out. */
export const foldedParts = (name: string): readonly string[] => partsOf(name);

function partsOf(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '' && !TITLES.has(part));
}

const skeletons = (parts: readonly string[]): string => parts.map(skeleton).sort().join(' ');

/** What spellings of one foreign name keep: "Yerzhan" and "Erzhan", "Mohammed" and "Muhamad", "Sergei" and "Sergey". */
function skeleton(part: string): string {
  // In short names every letter counts: "Le" and "Lu" are two families.
  if (part.length <= 3) return part;
  return part
    .replace(/^ye/, 'e')
    .replace(/^(?:al|el)(?=.{4})/, '')
    .replace(/(?:iy|yi|ii|ij|ei|ey|ay|ai|y|i)$/, 'i')
    .replace(/kh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/q|ck|c(?![eih])/g, 'k')
    .replace(/(?:dj|dzh)/g, 'j')
    .replace(/w/g, 'v')
    .replace(/[aeou]/g, 'a')
    .replace(/[iy]/g, 'i')
    .replace(/(.)\1+/g, '$1');
}

/** Six letters or more, one of them changed, added or left out. */
function near(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  return Math.max(endA, endB) - start <= 1;
}

const ROLES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:deputy|vice|assistant|former|acting)\b/i, 'deputy or former'],
  [
    /\b(?:foreign (?:minister|secretary)|secretary of state|minister (?:of|for) foreign|external affairs)\b/i,
    'foreign minister',
  ],
  [/\b(?:prime minister|premier|chancellor|taoiseach)\b/i, 'head of government'],
  [/\bdefen[cs]e (?:minister|secretary|chief)\b/i, 'defence minister'],
  [/\bpresident\b/i, 'president'],
  [/\bambassador\b/i, 'ambassador'],
  [/\b(?:king|queen|emperor|sultan|emir)\b/i, 'monarch'],
];

const roleOf = (role: string | null): string | null =>
  role === null ? null : (ROLES.find(([pattern]) => pattern.test(role))?.[1] ?? null);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
