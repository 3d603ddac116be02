/** Office-holders who cannot be: of another country, not yet or no longer in office, or never together in office with another one named. */

import { daysOf } from '../core/calendar.ts';
import type { Flag, Found, Mention, Span } from '../core/index.ts';
import type { Knowledge, OfficeKind, OfficeTerm, Person } from '../knowledge/index.ts';
import { type Check, inconsistency, sentenceSpan } from './rule.ts';

interface Holder {
  readonly mention: Mention;
  readonly name: string;
  readonly who: string;
  readonly office: OfficeKind;
  readonly title: string;
  /** Days on which the tables place the person in that office, with a month's grace on both sides. */
  readonly terms: readonly { readonly from: number; readonly to: number }[];
  /** First and last day of each term as the tables have them. */
  readonly days: readonly (string | null)[];
  /** The full name stood there, not only "President Orrin". */
  readonly full: boolean;
}

/** Grace for hand-overs and for what the tables date by the month. */
const GRACE = 30;
const FORMER =
  /\b(?:former|ex-?|then-?|late|one-time|outgoing|incoming|designate|elect|nominee|candidate|future|next|past|previous|ousted|deposed|exiled|self-styled|acting)\b[\s-]*(?:\p{L}+[\s-]+){0,4}$/iu;

/** "Vietnamese Foreign Minister Wang Yi": a known person given an office of another country. */
export const foreignOffice: Check = (doc, knowledge) => {
  const flags: Flag[] = [];
  for (const { mention, name, person, country, title } of titled(doc, knowledge)) {
    if (person.country === null || person.country === country || knowledge.country(country) === null) continue;
    if (knowledge.termsOf(person.id).some((term) => term.who === country)) continue;
    flags.push(
      inconsistency(
        'office-clash',
        'medium',
        `${name} is called ${title} of ${knowledge.country(country)?.name ?? country}; the tables know ${name} as ${knowledge.country(person.country)?.name ?? person.country}’s.`,
        [sentenceSpan(doc, mention.sentence)],
        'consistency/foreign-office',
      ),
    );
  }
  return flags.slice(0, 3);
};

/**
 * A local person who bears a known holder’s name with the same office of another country, and a title of one country with a name that
 * the tables know from another: "Estovia’s defence minister, Orla Venn".
 */
export const appositionClash: Check = (doc, knowledge) => {
  const flags: Flag[] = [];
  const report = (mention: Mention, person: Person, country: string, title: string): void => {
    flags.push(
      inconsistency(
        'office-clash',
        'medium',
        `${person.name} is called ${title} of ${knowledge.country(country)?.name ?? country}; the tables know ${person.name} as ${knowledge.country(person.country ?? '')?.name ?? person.country}’s.`,
        [sentenceSpan(doc, mention.sentence)],
        'consistency/office-of-another',
      ),
    );
  };
  for (const mention of doc.mentions) {
    if (mention.kind !== 'person' || mention.form === 'pronoun' || mention.role === null || mention.country === null)
      continue;
    if (isFormer(doc, mention)) continue;
    const office = knowledge.officeOf(mention.role, mention.country);
    if (office === null) continue;
    const holds = (person: Person | undefined): person is Person =>
      person !== undefined &&
      person.country !== null &&
      person.country !== mention.country &&
      knowledge.country(mention.country as string) !== null &&
      knowledge.termsOf(person.id).some((term) => term.office === office && term.who === person.country) &&
      !knowledge.termsOf(person.id).some((term) => term.who === mention.country);
    if (mention.entity?.startsWith('person:~') && mention.antecedent === null && mention.name?.includes(' ')) {
      const known = knowledge.matcher.lookup(mention.name).filter(({ kind }) => kind === 'person');
      const person = known.length === 1 ? knowledge.people.get(known[0]?.id.replace('person:', '') ?? '') : undefined;
      if (holds(person)) report(mention, person, mention.country, mention.role);
      continue;
    }
    const name = doc.mentions.find(
      (other) =>
        other.kind === 'person' &&
        other.form === 'name' &&
        other.sentence === mention.sentence &&
        other.span[0] > mention.span[1] &&
        other.entity !== mention.entity &&
        /^,\s$/u.test(doc.article.text.slice(mention.span[1], other.span[0])) &&
        !/^,?\s(?:and|of)\b/u.test(doc.article.text.slice(other.span[1], other.span[1] + 6)),
    );
    const person = name?.entity ? knowledge.people.get(name.entity.replace('person:', '')) : undefined;
    // The phrase itself must name the country: a party or a title alone may be anybody's.
    if (mention.form !== 'name' && ownCountry(doc, mention) === mention.country && holds(person))
      report(mention, person, mention.country, mention.role);
  }
  return unique(flags);
};

/** Two people named by their present offices who never held them at the same time; or one who did not hold it when the text is dated. */
export const anachronism: Check = (doc, knowledge) => {
  const holders = holdersIn(doc, knowledge);
  const flags: Flag[] = [];
  const dated = doc.reference?.date ?? doc.article.published;
  const now = dated === null ? null : daysOf(dated);
  if (now !== null) {
    for (const holder of holders) {
      if (holder.terms.length === 0 || holder.terms.some((term) => term.from <= now.to && now.from <= term.to))
        continue;
      // A list with holes accuses nobody: only inside a declared coverage window.
      const day = dayOf(doc);
      if (!isPresent(doc, holder.mention) || day === null || knowledge.covered(holder.who, holder.office, day) === null)
        continue;
      flags.push(
        inconsistency(
          'anachronism',
          holder.full && !byCourtesy(holder, now) ? 'medium' : 'weak',
          `${holder.name} is called ${holder.title}, an office the tables do not give ${holder.name} at the time of the text (${dated}).`,
          [sentenceSpan(doc, holder.mention.sentence)],
          'consistency/office-at-date',
        ),
      );
    }
    return unique(flags);
  }
  for (let i = 0; i < holders.length; i++) {
    for (const other of holders.slice(i + 1)) {
      const holder = holders[i] as Holder;
      if (holder.name === other.name || holder.terms.length === 0 || other.terms.length === 0) continue;
      if (holder.terms.some((a) => other.terms.some((b) => a.from <= b.to && b.from <= a.to))) continue;
      // Only where the lists are complete for each other’s time: else a term may be missing.
      if (!coveredThen(holder, other, knowledge) || !coveredThen(other, holder, knowledge)) continue;
      const spans: Span[] = [holder, other].map(({ mention }) => sentenceSpan(doc, mention.sentence));
      flags.push(
        inconsistency(
          'anachronism',
          holder.full && other.full ? 'medium' : 'weak',
          `${holder.title} ${holder.name} and ${other.title} ${other.name} were never in these offices at the same time.`,
          spans[0] === spans[1] ? [spans[0] as Span] : spans.sort((a, b) => a[0] - b[0]),
          'consistency/offices-together',
        ),
      );
    }
  }
  return unique(flags);
};

/** Heads of state and government, and everybody in the United States, keep the title when they have left the office. */
const byCourtesy = ({ office, who, terms }: Holder, now: { readonly from: number }): boolean =>
  (who === 'USA' || office === 'hos' || office === 'hog' || office === 'vp') && terms.every(({ to }) => to < now.from);

/** Whether the list of `one`’s office is complete for all that is known of `other`’s terms. */
const coveredThen = (one: Holder, other: Holder, knowledge: Knowledge): boolean =>
  other.days.every((day) => day !== null && knowledge.covered(one.who, one.office, day) !== null);

/** An office whose list of holders is complete for that day does not have the name: unknown, perhaps garbled; never called false. */
export const unknownOfficial: Check = (doc, knowledge) => {
  const day = dayOf(doc);
  if (day === null) return nearNames(doc, knowledge);
  const flags: Flag[] = [];
  for (const { mention, name, country, title, office } of titledUnknown(doc, knowledge)) {
    const { verdict, evidence } = knowledge.checkOffice(name, { who: country, office, title }, day);
    if (verdict !== 'not-in-complete-list' && verdict !== 'near-name') continue;
    flags.push(unknownFlag(doc, mention, `${name} as ${title}: ${evidence}`));
  }
  return unique(flags);
};

/** Without a date only a name that resembles a holder's can be told. */
function nearNames(doc: Found, knowledge: Knowledge): Flag[] {
  const flags: Flag[] = [];
  for (const { mention, name, country, title, office } of titledUnknown(doc, knowledge)) {
    if (officeHolders(knowledge, country, office).length === 0) continue;
    flags.push(
      unknownFlag(
        doc,
        mention,
        `${name} is called ${title} of ${knowledge.country(country)?.name ?? country}; nobody of that name is in the tables of that office.`,
      ),
    );
  }
  return unique(flags);
}

function officeHolders(knowledge: Knowledge, who: string, office: OfficeKind): string[] {
  const names: string[] = [];
  for (const person of knowledge.people.values()) {
    if (knowledge.termsOf(person.id).some((term) => term.who === who && term.office === office))
      names.push(person.name);
  }
  return names;
}

/** Always weak: an unknown person is unknown, not false. */
function unknownFlag(doc: Found, mention: Mention, reason: string): Flag {
  return inconsistency(
    'unknown-official',
    'weak',
    reason,
    [sentenceSpan(doc, mention.sentence)],
    'consistency/unknown-official',
  );
}

const dayOf = (doc: Found): string | null => {
  const date = doc.reference?.date ?? doc.article.published;
  return date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? date : null;
};

function unique(flags: readonly Flag[]): Flag[] {
  const seen = new Set<string>();
  return flags.filter(({ reason }) => !seen.has(reason) && seen.add(reason)).slice(0, 4);
}

interface Titled {
  readonly mention: Mention;
  readonly name: string;
  readonly person: { readonly id: string; readonly country: string | null };
  readonly country: string;
  readonly title: string;
}

/** Known people whose own mention carries a title and a country in the words of the text. */
function* titled(doc: Found, knowledge: Knowledge): Generator<Titled> {
  for (const mention of doc.mentions) {
    if (mention.kind !== 'person' || mention.form === 'pronoun' || mention.entity === null || mention.name === null)
      continue;
    const person = knowledge.people.get(mention.entity.replace('person:', ''));
    const country = ownCountry(doc, mention);
    if (!person || country === null || mention.role === null || isFormer(doc, mention)) continue;
    yield { mention, name: person.name, person, country, title: mention.role };
  }
}

/**
 * The country that the phrase itself names as the person's own, not the one the tables give the person. A country behind "to" or "for" is
 * where an envoy is sent ("the bloc's special envoy to Estovia"), and an envoy of a body is no country's.
 */
function ownCountry(doc: Found, mention: Mention): string | null {
  const inside = doc.mentions.filter(
    (inner) =>
      inner.sentence === mention.sentence &&
      inner.id !== mention.id &&
      inner.span[0] >= mention.span[0] &&
      inner.span[1] <= mention.span[1],
  );
  const sent = (at: number): boolean =>
    /\b(?:to|for|on|in)\s(?:the\s)?$/iu.test(doc.article.text.slice(mention.span[0], at));
  const state = inside.find((inner) => inner.kind === 'state' && !sent(inner.span[0]));
  if (state === undefined) return null;
  const body = inside.some(
    (inner) => inner.kind === 'organization' && inner.entity !== null && inner.country !== state.country,
  );
  return body ? null : state.country;
}

function* titledUnknown(
  doc: Found,
  knowledge: Knowledge,
): Generator<{ mention: Mention; name: string; country: string; title: string; office: OfficeKind }> {
  for (const mention of doc.mentions) {
    if (mention.kind !== 'person' || mention.form === 'pronoun' || mention.antecedent !== null || mention.name === null)
      continue;
    if (
      !mention.entity?.startsWith('person:~') ||
      mention.country === null ||
      mention.role === null ||
      isFormer(doc, mention)
    )
      continue;
    const office = knowledge.officeOf(mention.role, mention.country);
    if (office !== null && mention.name.includes(' '))
      yield { mention, name: mention.name, country: mention.country, title: mention.role, office };
  }
}

function holdersIn(doc: Found, knowledge: Knowledge): Holder[] {
  const holders = new Map<string, Holder>();
  for (const mention of doc.mentions) {
    if (mention.kind !== 'person' || mention.form === 'pronoun' || mention.entity === null) continue;
    const person = knowledge.people.get(mention.entity.replace('person:', ''));
    if (!person?.country || mention.role === null || isFormer(doc, mention)) continue;
    // The title must stand in the words here, not come from the tables.
    const text = doc.article.text.slice(...mention.span).toLowerCase();
    if (!text.includes(mention.role.toLowerCase().split(' ')[0] as string)) continue;
    const office = knowledge.officeOf(mention.role, person.country);
    if (office === null) continue;
    const terms = knowledge.termsOf(person.id).filter((term) => term.office === office && term.who === person.country);
    if (terms.length === 0 || !knowledge.termsOf(person.id).some((term) => term.kind === 'term')) continue;
    const key = `${person.id} ${office}`;
    const full =
      wordsOf(text).some((word) => wordsOf(person.name.toLowerCase())[0] === word) || text.split(/\s+/).length > 3;
    const before = holders.get(key);
    if (before && (before.full || !full)) continue;
    holders.set(key, {
      mention,
      name: person.name,
      who: person.country,
      office,
      title: mention.role,
      full,
      days: terms.flatMap(({ from, to }) => [from, to ?? from]),
      terms: terms.map(daysOfTerm),
    });
  }
  return [...holders.values()];
}

const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];

function daysOfTerm(term: OfficeTerm): { from: number; to: number } {
  const from = term.from === null ? null : daysOf(term.from);
  const to = term.to === null ? null : daysOf(term.to);
  return {
    from: from === null ? Number.NEGATIVE_INFINITY : from.from - GRACE,
    to: to === null ? Number.POSITIVE_INFINITY : to.to + GRACE,
  };
}

/** "former Foreign Minister X", "Foreign Minister-designate X": no claim about the present. */
function isFormer(doc: Found, mention: Mention): boolean {
  const { text } = doc.article;
  return (
    FORMER.test(text.slice(Math.max(0, mention.span[0] - 40), mention.span[0])) ||
    /\b(?:former|then|ex|late)[\s-]|-(?:elect|designate)\b|\b(?:elect|nominee|candidate)\b/i.test(
      text.slice(...mention.span),
    )
  );
}

/** The sentence speaks of the present of the text: no year of its own that lies elsewhere. */
function isPresent(doc: Found, mention: Mention): boolean {
  const year = (doc.reference?.date ?? doc.article.published ?? '').slice(0, 4);
  const words = doc.article.text.slice(...sentenceSpan(doc, mention.sentence));
  const years = words.match(/\b(?:19|20)\d\d\b/g) ?? [];
  return (
    years.every((other) => other === year) &&
    !/\b(?:years? ago|decades? ago|in the past|at the time|once)\b/i.test(words)
  );
}
