/** Which reading of a title fits a country, and which titles say their country by themselves. */

import type { Sector } from '../../core/index.ts';
import type { Knowledge, NameEntry } from '../../knowledge/index.ts';
import type { Item } from './item.ts';

/** Countries that a title's words can belong to ("*": any), by the words in lower case, singular and plural. */
type Owners = ReadonlyMap<string, ReadonlySet<string>>;

const OWNERS = new WeakMap<Knowledge, Owners>();

function ownersOf(knowledge: Knowledge): Owners {
  const known = OWNERS.get(knowledge);
  if (known !== undefined) return known;
  const owners = new Map<string, Set<string>>();
  for (const title of knowledge.titles) {
    const who =
      title.who.length === 0
        ? ['*']
        : title.who.filter((one) => knowledge.countries.get(one)?.status !== 'observer' || /nuncio/i.test(title.name));
    for (const name of [title.name, ...title.names]) {
      for (const words of [name.toLowerCase(), `${name.toLowerCase()}s`]) {
        const set = owners.get(words) ?? new Set<string>();
        for (const one of who) set.add(one);
        owners.set(words, set);
      }
    }
  }
  OWNERS.set(knowledge, owners);
  return owners;
}

/** Whether a title alone says the country: "Secretary of State", "Taoiseach". What the Holy See alone has needs naming. */
function isImplied(knowledge: Knowledge, words: string, country: string): boolean {
  const owners = ownersOf(knowledge).get(words.toLowerCase());
  return owners !== undefined && owners.size === 1 && owners.has(country);
}

/**
 * The title as the country has it, else the one of no country in particular, else the role of that word. Where the
 * tables have it for other countries alone, the words count and not whose they are.
 */
export function titleFor(knowledge: Knowledge, head: Item, words: string, country: string | null): NameEntry {
  const titles = head.entries.filter((entry) => entry.kind === 'title');
  const own = titles.find((entry) => entry.country !== null && entry.country === country);
  if (own !== undefined) return own;
  const general = titles.find((entry) => entry.country === null);
  const role = head.entries.find((entry) => entry.kind === 'role');
  // "representatives of Myanmar" in small letters are no members of a House
  if (general !== undefined && role !== undefined && general.office === null && !/^\p{Lu}/u.test(words)) return role;
  if (general !== undefined) return general;
  if (role !== undefined && (country !== null || !/^\p{Lu}/u.test(words))) return role;
  const title = titles[0] ?? role;
  if (title === undefined) return head.entries[0]!;
  if (country === null && title.country !== null && isImplied(knowledge, words, title.country)) return title;
  return {
    ...title,
    name: title.kind === 'title' ? (title.plural ? words.replace(/s$/, '') : words) : title.name,
    country: null,
    code: null,
  };
}

/** In office on the day: the office's sector. Before or after it: none, or former elite. Null for people without an office. */
export function sectorInOffice(knowledge: Knowledge, person: string, date: string | null): Sector | null {
  const terms = knowledge.termsOf(person).filter((term) => term.kind === 'term');
  if (terms.length === 0) return knowledge.termsOf(person).length > 0 ? 'GOV' : null;
  if (date === null) return 'GOV';
  const then = (from: string | null, to: string | null): boolean =>
    (from ?? '') <= date && (to === null || date.slice(0, to.length) <= to);
  if (terms.some((term) => then(term.from, term.to))) return 'GOV';
  return terms.some((term) => term.to !== null && term.to < date) ? 'ELI' : null;
}
