/** Level phrases in a sentence: "comprehensive strategic partnership", "major non-NATO ally", "diplomatic relations". */

import type { Sentence } from '../../core/index.ts';
import { formsOf } from '../../language/tree.ts';
import type { RelationTables } from './tables.ts';

export interface Label {
  /** First token and last token of the phrase. */
  readonly first: number;
  readonly last: number;
  /** The noun that carries it. */
  readonly head: number;
  /** Lower case, without the noun: "comprehensive strategic". */
  readonly level: string;
  /** "partners", "allies": the level is said of parties, not of their ties. */
  readonly party: boolean;
  /** Read through a machine synonym. */
  readonly spun: boolean;
  /** The stretch of tokens, half open, that no other level phrase of the sentence has a better claim to. */
  readonly from: number;
  readonly until: number;
  /** Where the first level phrase of the sentence begins. */
  readonly opening: number;
  /** The token behind the level phrase before this one; 0 for the first. */
  readonly after: number;
}

type Phrase = Omit<Label, 'from' | 'until' | 'opening' | 'after'>;

/** All level phrases, in text order. Machine synonyms count only when `spun`. */
export function labelsIn(sent: Sentence, tables: RelationTables, spun: boolean): Label[] {
  const phrases = phrasesIn(sent, tables, spun);
  const starts = phrases.map((phrase) => startOf(sent, phrase.first));
  return phrases.map((phrase, index) => ({
    ...phrase,
    from: index === 0 ? 0 : starts[index]!,
    until: starts[index + 1] ?? sent.tokens.length,
    opening: starts[0]!,
    after: index === 0 ? 0 : phrases[index - 1]!.last + 1,
  }));
}

/** Where the phrase around a level begins: its article and adjectives, "and", and a date put before it ("and, since 2012, a …"). */
function startOf(sent: Sentence, first: number): number {
  const form = (at: number): string => sent.tokens[at]?.form.toLowerCase() ?? '';
  let at = first;
  while (at > 0 && /^(DET|ADJ)$/.test(sent.tokens[at - 1]!.upos)) at -= 1;
  let date = form(at - 1) === ',' ? at - 2 : at - 1;
  if (/^\d{4}$/.test(form(date))) {
    while (date > 0 && /^(NUM|PROPN)$/.test(sent.tokens[date]!.upos)) date -= 1;
    if (/^(since|in|from)$/.test(form(date))) {
      if (form(date - 1) === ',') date -= 1;
      if (/^(and|,|but)$/.test(form(date - 1))) return date - 1;
    }
  }
  return form(at - 1) === 'and' ? at - 1 : at;
}

function phrasesIn(sent: Sentence, tables: RelationTables, spun: boolean): Phrase[] {
  const words = sent.tokens.map((token) => token.form.toLowerCase().replace(/‑/g, '-'));
  // "Complete Strategic Companions": a title in capitals is one even where nothing else betrays the machine.
  const title = (at: number): boolean =>
    /^\p{Lu}/u.test(sent.tokens[at]!.form) &&
    [at - 1, at + 1].some(
      (next) =>
        /^\p{Lu}/u.test(sent.tokens[next]?.form ?? '') &&
        (tables.labels.has(words[next]!) ||
          tables.spun.has(words[next]!) ||
          (next > at && tables.nouns.has(words[next]!) && tables.spun.get(words[at]!) === 'comprehensive')),
    ) &&
    sent.tokens.some((token) => /^(VERB|AUX)$/.test(token.upos) && /^\p{Ll}/u.test(token.form));
  // "strategic companions", "a complete companionship": so says a machine alone.
  const machine = words.some(
    (word, at) =>
      (/^(companions?|companionships?)$/.test(word) ||
        (/^(accomplices?|fellowships?)$/.test(word) && words[at - 1] === 'strategic')) &&
      (words[at - 1] === 'strategic' ||
        (word.startsWith('comp') && /^(complete|dialog(ue)?)$/.test(words[at - 1] ?? ''))),
  );
  const ofLevel = (word: string): boolean =>
    /^(comprehensive|strategic|partner|dialogue)/.test(tables.spun.get(word) ?? '');
  const garbled = words.map((word, at) =>
    spun || title(at) || (machine && ofLevel(word)) ? (tables.spun.get(word) ?? null) : null,
  );
  const plain = words.map((word, at) => garbled[at] ?? word);
  const found: Phrase[] = [];
  for (let at = 0; at < plain.length; at++) {
    const whole = wholeAt(plain, tables, at);
    if (whole !== null) {
      const last = at + whole.length - 1;
      found.push({
        first: at,
        last,
        head: headIn(sent, at, last),
        level: whole.level,
        party: /\ball(?:y|ies)$/.test(plain[last]!),
        spun: false,
      });
      at = last;
      continue;
    }
    if (bareTies(sent, plain, at)) {
      found.push({ first: at, last: at, head: at, level: 'diplomatic relations', party: false, spun: false });
      continue;
    }
    const adjective = adjectival(sent, plain, tables, at);
    if (adjective !== null) {
      found.push({
        first: adjective.first,
        last: at,
        head: at,
        level: levelOf(adjective.words),
        party: false,
        spun: false,
      });
      continue;
    }
    const rung = /^(level|tier|rung|status|rank|footing)$/.test(plain[at]!);
    // "their comprehensive partnership … a strategic one"
    const one =
      (plain[at] === 'one' || plain[at] === 'ones') &&
      (found.some((other) => other.level !== 'diplomatic relations' && tables.nouns.has(plain[other.last]!)) ||
        // "the partnership between the two, upgraded to a special strategic one"
        (/^(strategic|comprehensive)$/.test(plain[at - 1] ?? '') &&
          plain.slice(0, at).some((word) => /^(partnership|relationship)$/.test(word))));
    if (!rung && !one && !tables.nouns.has(plain[at]!)) continue;
    const label = labelBefore(plain, tables, at);
    // "an enhanced partnership and cooperation agreement" is a paper, not a level.
    if (/^and cooperation agreement/.test(plain.slice(at + 1, at + 4).join(' '))) continue;
    if (label === null || (rung && !namesRung(plain, label))) continue;
    found.push({
      first: label.first,
      last: at,
      head: at,
      level: levelOf(label.words) + ofCoordination(plain, at),
      party: one
        ? (found.at(-1)?.party ?? false)
        : plain[at]!.startsWith('partner') && !plain[at]!.startsWith('partnership'),
      spun: garbled.slice(label.first, at + 1).some((word) => word !== null),
    });
  }
  return found;
}

/** "the comprehensive strategic level", "lifted to the strategic level": adjectives that name a rung by themselves. */
const namesRung = (plain: readonly string[], label: { first: number; words: readonly string[] }): boolean =>
  /\bcomprehensive\b.*\bstrategic\b/.test(label.words.join(' ')) ||
  (label.words.includes('strategic') && plain.slice(Math.max(0, label.first - 2), label.first).includes('to'));

/** "partnership of coordination": the words behind the noun that belong to the level. */
const ofCoordination = (plain: readonly string[], at: number): string =>
  /^of coordination$/.test(
    plain
      .slice(at + 1, at + 3)
      .join(' ')
      .replace('co-ordination', 'coordination'),
  )
    ? ' of coordination'
    : '';

/**
 * "was lifted from strategic to comprehensive strategic", "has been strategic since 2023": the level by its adjectives
 * alone, said of ties; the last of them stands at `at`.
 */
function adjectival(
  sent: Sentence,
  plain: readonly string[],
  tables: RelationTables,
  at: number,
): { first: number; words: string[] } | null {
  if (!/^(strategic|comprehensive|special|sectoral)$/.test(plain[at]!)) return null;
  const next = sent.tokens[at + 1];
  if (next !== undefined && (/^(NOUN|PROPN|ADJ)$/.test(next.upos) || /^(and|-|one)$/i.test(next.form))) return null;
  const label = labelBefore(plain, tables, at + 1);
  if (label === null) return null;
  const before = plain.slice(Math.max(0, label.first - 4), label.first);
  const tied = plain
    .slice(0, label.first)
    .some((word) => /^(partnership|relationship|relations|ties|bond)$/.test(word));
  const moved =
    before.at(-1) === 'to' && before.some((word) => word === 'from') && before.some((word) => tables.labels.has(word));
  // "from a strategic to a comprehensive strategic partnership": the noun comes once.
  const lower =
    /(?:^| )from(?: an?| the| their| its)?$/.test(before.join(' ')) &&
    /^(to|into)$/.test(plain[at + 1] ?? '') &&
    plain.slice(at + 2, at + 9).some((word) => tables.nouns.has(word));
  if (plain[at] === 'sectoral') return lower ? { ...label, words: ['sectoral', 'dialogue'] } : null;
  if (lower) return label;
  const said = /^(been|is|was|are|were|become|became|becomes|made)$/.test(before.at(-1) ?? '');
  // "call their relationship special"
  const called =
    /^(relationship|relations|ties|partnership)$/.test(before.at(-1) ?? '') &&
    /^(call|calls|called|calling|describe|describes|described|consider|considers|term|deem)$/.test(before.at(-3) ?? '');
  return tied && (moved || said || called) ? label : null;
}

/** A dialogue partner is named with its noun, all others without. */
const levelOf = (words: readonly string[]): string => {
  const level = words.join(' ').replace(/^comprehensive dialogue$/, 'dialogue');
  return /^(?:sectoral )?dialogue$/.test(level) ? `${level} partner` : level;
};

/** Verbs that open or end ties as such: "severed relations", "restored full ties". */
export const OPENS_OR_ENDS =
  /^(sever|break|cut|restore|resume|normali[sz]e|re-establish|reestablish|establish|open|reopen|re-open|renew|suspend|freeze|rupture|end|downgrade|lower)$/;
const AS_SUCH = /^(full|formal|diplomatic|all|official|bilateral|its|their|his|her|the|our|those|consular)$/;

/** "ties" or "relations" that such a verb governs, with no word that narrows them to trade or defence. */
function bareTies(sent: Sentence, words: readonly string[], at: number): boolean {
  if (!/^(ties|relations)$/.test(words[at]!) || words[at - 1] === 'diplomatic') return false;
  // "severed relations" may be read as relations that are severed.
  const before = sent.tokens[at - 1];
  if (before?.deprel === 'amod' && before.head === at && OPENS_OR_ENDS.test(before.lemma.toLowerCase())) return true;
  const verb = sent.tokens[at]!.head;
  if (
    verb < 0 ||
    !(OPENS_OR_ENDS.test(sent.tokens[verb]!.lemma.toLowerCase()) || toEnvoys(sent, verb, at)) ||
    !/^(obj|nsubj:pass)$/.test(sent.tokens[at]!.deprel)
  )
    return false;
  return sent.tokens.every(
    (token, index) =>
      token.head !== at ||
      index > at ||
      AS_SUCH.test(words[index]!) ||
      // "its 82-year-old ties"
      words[index] === 'old' ||
      /^[\p{L}\d-]+-old$/u.test(words[index]!) ||
      token.deprel === 'case' ||
      token.deprel.startsWith('nmod:poss'),
  );
}

/** "reduced its relations to the level of chargé d'affaires", "raised ties to ambassador level": the ties as such. */
const toEnvoys = (sent: Sentence, verb: number, at: number): boolean =>
  /^(reduce|scale|demote|cut|lower|downgrade|raise|upgrade|elevate|lift|restore|return|bring)$/.test(
    sent.tokens[verb]!.lemma.toLowerCase(),
  ) &&
  /\bto (?:the )?(?:level of )?(?:full )?(?:an )?(?:ambassador|charg[eé]|consul)/i.test(formsOf(sent, at + 1, at + 14));

function wholeAt(
  words: readonly string[],
  tables: RelationTables,
  at: number,
): { length: number; level: string } | null {
  for (const whole of tables.wholes) {
    if (!whole.words[0]!.startsWith(words[at]!)) continue;
    let next = at;
    let fits = true;
    for (const word of whole.words) {
      // "non-NATO" may come as one token, as two or as three.
      const parts = [1, 2, 3].find((count) => words.slice(next, next + count).join('') === word);
      if (parts === undefined) {
        fits = false;
        break;
      }
      next += parts;
    }
    if (fits) return { length: next - at, level: whole.level };
  }
  return null;
}

/** Label words right before the noun, "and" and hyphens between them allowed. */
function labelBefore(
  words: readonly string[],
  tables: RelationTables,
  noun: number,
): { first: number; words: string[] } | null {
  const found: string[] = [];
  let at = noun - 1;
  let first = noun;
  // "a “strategic” partnership", "the strategic-partnership agreement"
  if (/^["“”'’‘-]$/.test(words[at] ?? '') && tables.labels.has(words[at - 1] ?? '')) at -= 1;
  while (at >= 0 && found.length < 8) {
    const three = words.slice(Math.max(0, at - 2), at + 1).join(' ');
    const two = words.slice(Math.max(0, at - 1), at + 1).join(' ');
    const joined = words.slice(Math.max(0, at - 2), at + 1).join('');
    if (at >= 2 && tables.labels.has(three)) {
      found.unshift(tables.labels.get(three)!);
      at -= 3;
    } else if (at >= 2 && words[at - 1] === '-' && tables.labels.has(joined)) {
      found.unshift(tables.labels.get(joined)!);
      at -= 3;
    } else if (at >= 1 && tables.labels.has(two)) {
      found.unshift(tables.labels.get(two)!);
      at -= 2;
    } else if (tables.labels.has(words[at]!)) {
      found.unshift(tables.labels.get(words[at]!)!);
      at -= 1;
    } else if (
      (words[at] === 'and' || words[at] === '&' || words[at] === ',') &&
      found.length > 0 &&
      tables.labels.has(words[at - 1] ?? '')
    ) {
      if (words[at] !== ',') found.unshift('and');
      at -= 1;
      continue;
    } else break;
    first = at + 1;
  }
  if (
    found.length === 0 ||
    (found.length === 1 &&
      /^(close|trusted|dynamic|win-win|cooperation|collaborative|natural|friendly|traditional|deep|global|innovative|permanent|green|action-oriented|multifaceted|enduring|all-out|high-quality|limited|coordination|future-oriented|forward-looking|advanced|expanded|long-term|broad|creative|equal|reinforced|exceptional|multidimensional)$/.test(
        found[0]!,
      ))
  )
    return null;
  // "most trusted comprehensive strategic partner": praise, no part of the name.
  while (found.length > 1 && PRAISE.test(found[0]!) && found[1] !== 'and') found.shift();
  return { first, words: found };
}

const PRAISE = /^(close|trusted|dynamic|natural|deep|traditional|enduring|win-win)$/;

/** The token of a stretch whose head lies outside it. */
function headIn(sent: Sentence, first: number, last: number): number {
  for (let at = last; at >= first; at--) {
    const head = sent.tokens[at]!.head;
    if (head < first || head > last) return at;
  }
  return last;
}
