/** Datelines: "HANOI (Reuters) –" gives the place, the agency and often the origin. */

import type { Dateline, Span } from '../core/index.ts';
import { AGENCY_FORMS, agencyName } from './agencies.ts';
import { findDates } from './calendar.ts';
import { DATELINE_CITIES } from './cities.ts';
import { anyCase } from './fold.ts';

export interface FoundDateline extends Dateline {
  /** ISO day when the dateline prints day, month and year. */
  readonly date: string | null;
}

const WORD = "[\\p{Lu}][\\p{L}\\p{M}.'’-]*";
const PLACE = `${WORD}(?:[ -](?:(?:de|da|do|del|la|le|the|of|al|el|am|an|der|di|d')[ -])?${WORD}){0,3}`;
const MONTHS = anyCase(
  'jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?',
);
const DATE = `(?:(?:${MONTHS})\\s\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)?\\s(?:${MONTHS})|\\d{1,2}[/.]\\d{1,2})(?:,?\\s(?:19|20)\\d\\d|[/.](?:19|20)\\d\\d)?`;
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const DASH = '(?:\\s?(?:--+|—|–|―|−)\\s?|\\s-\\s|\\s?:\\s)';

const FULL = new RegExp(
  `^(?<place>${PLACE}(?:,\\s(?:${PLACE}|D\\.?C\\.?)|/(?!(?:${AGENCY_FORMS})\\b)${PLACE})?)(?:\\s\\[[\\p{L} ]{2,30}\\])?` +
    `(?:\\s?[,(]\\s?(?:${WEEKDAY},?\\s)?(?<date>(?:${DATE}))\\)?,?)?` +
    `(?:\\s?[(,[/]\\s?(?<agency>(?:${AGENCY_FORMS}|${PLACE}|[A-Z][\\w.]{1,20})(?:\\s?[/&,]\\s?(?:${AGENCY_FORMS}|[\\p{L}. ]{2,30}))?)\\s?[)\\]]?)?` +
    `(?<dash>${DASH})(?=\\S)`,
  'u',
);
const AGENCY_FIRST = new RegExp(
  `^[([]?(?<agency>${AGENCY_FORMS}|[A-Z][A-Za-z]*\\.(?:CO(?:\\.ID)?|COM|NET|com|co|id|[Nn]et|vn|my|org|[Cc]om|am|info))[)\\]]?(?:,\\s(?<place>${PLACE}))?(?<dash>${DASH})(?=\\S)`,
  'u',
);

// Labels in capitals that stand where a place would.
const NO_PLACE =
  /^(?:dear|breaking|update|updated?|exclusive|watch|video|opinion|analysis|explainer|editorial|comment|commentary|review|live|photos?|listen|read|note|correction|source|file|recap|just in|factbox|timeline|q|a|q&a|more|related|graphic|column|letter|interview|feature|special|press release|for immediate release|news|world|asia|politics|business|sports?|advertisement|disclaimer|warning|summary|key points?|highlights?|background|introduction|conclusion|abstract|title|date|by|from|to|subject|re|tags?|published|location|when|where|who|what|why|how|fact check|nato|asean|un|eu|us|uk|usa|covid|covid-19|g7|g20|oic|brics|apec|quad|aukus|who|wto|imf)\b/i;

const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);

/** Reads the dateline at the start of a paragraph; `offset` is where the paragraph starts in the text. Null when there is none. */
export function findDateline(paragraph: string, offset: number): FoundDateline | null {
  const head = paragraph.slice(0, 160);
  // Place, day and agency; the dash behind them belongs to nobody.
  const span = (match: RegExpExecArray): Span => [offset, offset + match[0].length - (match.groups?.dash ?? '').length];
  const first = AGENCY_FIRST.exec(head);
  if (first !== null) {
    const agency = first.groups?.agency ?? '';
    return {
      place: titleCase(first.groups?.place ?? null),
      agency: agencyName(agency) ?? agency,
      span: span(first),
      date: null,
    };
  }
  const match = FULL.exec(head);
  if (match === null) return null;
  const { place = '', date, agency, dash = '' } = match.groups ?? {};
  if (NO_PLACE.test(place) || !/^\p{Lu}/u.test(place)) return null;
  const known =
    DATELINE_CITIES.has(place.toLowerCase()) || DATELINE_CITIES.has((place.split(',')[0] ?? '').toLowerCase());
  const capitals = isCapitals(place.split(',')[0] ?? '');
  const wire = agency === undefined ? null : readAgency(agency);
  const colon = dash.includes(':');
  // The words behind it start a sentence: "Vietnam – China ties" and "Diplomacy – the art" are no datelines.
  const rest = head.slice(match[0].length);
  const opens = /^["“‘'«([]?[\p{Lu}\p{Lo}\d]/u.test(rest);
  const sure =
    (wire !== null && (known || capitals || date !== undefined || agencyName(agency ?? '') !== null)) ||
    (agency === undefined && date !== undefined && (known || capitals)) ||
    (agency === undefined &&
      date === undefined &&
      opens &&
      (known || (capitals && place.length > 3) || (place.includes(',') && !colon)));
  if (!sure) return null;
  const dates = date === undefined ? [] : findDates(date);
  return {
    place: titleCase(place.replace(/,\s*$/, '')),
    agency: wire,
    span: span(match),
    date: dates[0] !== undefined && dates[0].other === null ? dates[0].value : null,
  };
}

/** "Reuters/AFP" names the first; a word in brackets that is no known agency still counts when it looks like a name. */
function readAgency(text: string): string | null {
  const first = text.split(/[/&,]/)[0]?.trim() ?? '';
  return (
    agencyName(text) ?? agencyName(first) ?? (/^\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,3}$/u.test(first) ? first : null)
  );
}

const SMALL = new Set(['of', 'de', 'the', 'da', 'do', 'del', 'di']);

/** "KUALA LUMPUR" → "Kuala Lumpur", "ST. JOSEPH, Mich." → "St. Joseph, Mich."; mixed case stays. */
function titleCase(place: string | null): string | null {
  if (place === null) return null;
  return place
    .split(/(?<=,\s?)/)
    .map((part) => {
      if (!isCapitals(part) || /^(?:\p{Lu}\.){2,}$|^D\.?C\.?$/u.test(part.trim())) return part;
      return part
        .toLowerCase()
        .replace(/[\p{L}\p{M}]+/gu, (word, index: number) =>
          index > 0 && SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
        );
    })
    .join('');
}
