/** What the tables say about a name on a day, for a reader who wants to see the lines. */

import type { Knowledge, NameEntry } from './types.ts';

function describe(entry: NameEntry): string {
  const parts = [
    entry.kind,
    entry.id,
    `"${entry.name}"`,
    entry.code === null ? null : `code ${entry.code}`,
    entry.sector === null ? null : `sector ${entry.sector}`,
    entry.office === null ? null : `office ${entry.office}`,
    entry.former ? 'former name' : null,
    entry.ambiguous === null ? null : `not settled by the name alone (${entry.ambiguous})`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

export function explain(knowledge: Knowledge, name: string, date: string): string[] {
  const out: string[] = [];
  for (const entry of knowledge.matcher.lookup(name)) out.push(describe(entry));
  const people = new Map(
    [...knowledge.peopleNamed(name), ...knowledge.peopleCalled(name, null)].map((person) => [person.id, person]),
  );
  for (const person of people.values()) {
    for (const term of knowledge.termsOf(person.id)) {
      const range = `${term.from ?? '?'} to ${term.to ?? 'now'}`;
      const flags = term.flags.length > 0 ? ` (${term.flags.join(', ')})` : '';
      out.push(
        `${person.name}: ${knowledge.titleOf(term.who, term.office)} of ${term.who}, ${term.kind === 'seen' ? 'seen ' : ''}${range}${flags}, confidence ${term.confidence} [${term.source}]`,
      );
    }
    if (person.role !== null) out.push(`${person.name}: ${person.role} [${person.source}]`);
    out.push(`On ${date}: ${knowledge.checkOffice(person.name, {}, date).evidence}`);
  }
  if (people.size === 0 && name.includes(' ')) {
    const verdict = knowledge.checkOffice(name, {}, date);
    if (verdict.verdict === 'near-name') out.push(verdict.evidence);
  }
  const country = knowledge.country(name);
  if (country?.note) out.push(`${country.iso3}: ${country.note}`);
  const group = knowledge.matcher.lookup(name).find((entry) => entry.kind === 'group');
  const members = group === undefined ? null : knowledge.membersOf(group.id.slice(4), date);
  if (members !== null && members.length > 0) out.push(`${members.length} members on ${date}: ${members.join(' ')}`);
  for (const place of knowledge.places(name).slice(0, 5)) {
    out.push(
      `${place.id}: ${place.kind} in ${place.country}${place.admin === null ? '' : ` (${place.admin})`}, ${place.lat}, ${place.lon}, population ${place.population}`,
    );
  }
  if (out.length === 0) out.push(`"${name}" is in none of the tables.`);
  return out;
}
