/** Official registers of visits and travels as evidence: who is documented with which title on which days. */

import { foldName, pieces } from './fold.ts';
import type { Knowledge, OfficeKind } from './types.ts';

/** One entry of the US State Department's registers (visits by foreign leaders; travels of presidents and secretaries). */
export interface RegisterEntry {
  readonly id: string;
  readonly register: 'visits' | 'travels';
  readonly from: string;
  readonly to: string;
  /** ISO3 of the visitor's or the visited country, null when the name is not known. */
  readonly country: string | null;
  /** "Prime Minister Kyriakos Mitsotakis", or the remarks of a trip. */
  readonly text: string;
}

/** A name that an entry gives with a title. */
export interface TitledName {
  readonly entry: RegisterEntry;
  readonly who: string;
  readonly office: OfficeKind;
  readonly title: string;
  readonly name: string;
  /** An adjective or country name stood before the title, or the register itself names the country. */
  readonly sure: boolean;
}

const field = (xml: string, name: string): string => {
  const open = xml.indexOf(`<${name}`);
  if (open < 0) return '';
  const start = xml.indexOf('>', open) + 1;
  const end = xml.indexOf(`</${name}>`, start);
  return end < 0 ? '' : xml.slice(start, end).replace(/\s+/g, ' ').trim();
};

const plainText = (text: string): string =>
  text
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'");

/** "Korea, South" → "South Korea", "China, People’s Republic of" → "People’s Republic of China". */
function registerCountry(name: string, knowledge: Knowledge): string | null {
  const plain = name.replace(/\s*\([^)]*\)/g, '').trim();
  const comma = plain.indexOf(', ');
  const turned = comma > 0 ? `${plain.slice(comma + 2)} ${plain.slice(0, comma)}` : plain;
  return knowledge.country(plain)?.iso3 ?? knowledge.country(turned)?.iso3 ?? null;
}

/** The entries of one register file. Entries without dates are left out. */
export function readRegister(xml: string, knowledge: Knowledge): RegisterEntry[] {
  const out: RegisterEntry[] = [];
  for (const kind of ['visit', 'trip'] as const) {
    const parts = xml.split(new RegExp(`<${kind}[ >]`)).slice(1);
    for (const part of parts) {
      const from = field(part, 'start-date');
      if (!/^\d{4}-\d\d-\d\d$/.test(from)) continue;
      const to = field(part, 'end-date');
      out.push({
        id: field(part, 'id'),
        register: kind === 'visit' ? 'visits' : 'travels',
        from,
        to: /^\d{4}-\d\d-\d\d$/.test(to) ? to : from,
        country: registerCountry(plainText(field(part, kind === 'visit' ? 'from' : 'country')), knowledge),
        text: plainText(field(part, kind === 'visit' ? 'visitor' : 'remarks')),
      });
    }
  }
  return out;
}

const PARTICLES = new Set([
  'al',
  'bin',
  'ibn',
  'bint',
  'de',
  'da',
  'do',
  'dos',
  'del',
  'der',
  'den',
  'di',
  'la',
  'le',
  'van',
  'von',
  'el',
  'vel',
  'ter',
  'of',
]);
/** Words after which a title is not held: "President-elect", "former President". */
const NOT_CURRENT = /^(former|then|elect|designate|late|ex)$/i;

/** Names that stand right after a title: "Foreign Minister Emma Bonino", "Israeli Justice Minister Tzipi Livni". */
export function titledNames(entry: RegisterEntry, knowledge: Knowledge): TitledName[] {
  const out: TitledName[] = [];
  const words = entry.text
    .replace(/([,;.:()])/g, ' $1 ')
    .replace(/’/g, "'")
    .replace(/\//g, ' / ')
    .split(/\s+/)
    .filter((word) => word !== '');
  for (let i = 0; i < words.length; i++) {
    const first = titleAt(words, i, knowledge);
    if (first === null) continue;
    // "Prime Minister/Foreign Minister Hamad bin Jassim": one name with two titles.
    const titles = [first.title];
    let next = i + first.length;
    for (;;) {
      const at = words[next] === '/' || words[next] === 'and' ? next + 1 : next;
      const other = titleAt(words, at, knowledge);
      if (other === null) break;
      titles.push(other.title);
      next = at + other.length;
    }
    const start = i;
    i = next - 1;
    if (NOT_CURRENT.test(words[start - 1] ?? '') || /-elect|-designate/i.test(words.slice(start, next).join(' ')))
      continue;
    const own = countryBefore(words, start, knowledge);
    const who = own ?? entry.country;
    const name = nameAt(words, next);
    if (who === null || name === null) continue;
    for (const title of titles) {
      const office = knowledge.officeOf(title, who);
      // A register calls Spain's head of government "President": no head of state of a monarchy.
      if (
        office === null ||
        (office === 'hos' && /^president$/i.test(title) && !/president/i.test(knowledge.titleOf(who, 'hos')))
      )
        continue;
      out.push({ entry, who, office, title, name, sure: own !== null || entry.register === 'visits' });
    }
  }
  return out;
}

function titleAt(words: readonly string[], at: number, knowledge: Knowledge): { title: string; length: number } | null {
  if (!/^[A-Z]/.test(words[at] ?? '')) return null;
  for (let length = Math.min(7, words.length - at); length > 0; length--) {
    const title = words.slice(at, at + length).join(' ');
    if (
      knowledge.matcher.lookup(title).some((entry) => entry.kind === 'title' && !entry.plural && entry.office !== null)
    ) {
      return { title, length };
    }
  }
  return null;
}

function countryBefore(words: readonly string[], at: number, knowledge: Knowledge): string | null {
  for (const length of [3, 2, 1]) {
    if (at - length < 0) continue;
    const before = words
      .slice(at - length, at)
      .join(' ')
      .replace(/'s$/, '');
    if (!/^[A-Z]/.test(before)) continue;
    if (foldName(before) === 'palestinian authority') return 'PSE';
    const country = knowledge.country(before);
    if (country !== null) return country.iso3;
    const group = knowledge.matcher
      .lookup(before)
      .find((entry) => entry.kind === 'group' || entry.kind === 'organisation');
    if (group !== undefined) return group.id.slice(4);
  }
  return null;
}

/** Two or more capitalised words, particles inside; null for a single name. */
function nameAt(words: readonly string[], at: number): string | null {
  const name: string[] = [];
  let i = at;
  while (
    i < words.length &&
    /^(Sheikh|Prince|Sultan|Amir|Lord|Sir|Baroness|Dr|Haji|Ayatollah|General|King|Sheik)$/.test(words[i] ?? '')
  )
    i++;
  for (; i < words.length; i++) {
    const word = words[i] as string;
    if (
      /^\p{Lu}[\p{L}'’.-]*$/u.test(word) ||
      (name.length > 0 && PARTICLES.has(word.toLowerCase()) && word !== 'of') ||
      /^al-\p{Lu}/u.test(word)
    ) {
      name.push(word);
    } else if (word === '.' && (name.at(-1)?.length ?? 0) === 1) {
    } else break;
  }
  while (name.length > 0 && PARTICLES.has((name.at(-1) as string).toLowerCase())) name.pop();
  return name.filter((word) => pieces(word).some((piece) => piece.key.length > 1)).length >= 2 ? name.join(' ') : null;
}
