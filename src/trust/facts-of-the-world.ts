/** What the text says of the world and the tables say otherwise: capitals, sizes of groups, weekdays. */

import { dayOf, MONTH_NAMES, WEEKDAY_NAMES, weekdayOf } from '../core/calendar.ts';
import type { Flag, Span } from '../core/index.ts';
import { mentionsIn } from '../mentions/index.ts';
import { type Check, inconsistency, sentenceSpan } from './rule.ts';

const CAPITAL_AFTER = /^,?\s+(?:which is\s+|is\s+)?(?:the\s+)?capital(?:\s+city)?\s+of\s+(?:the\s+)?$/u;

/** "Hanoi, the capital of Laos", "the Laotian capital of Hanoi": a town that is another country's capital. */
export const capital: Check = (doc, knowledge) => {
  const flags: Flag[] = [];
  const { text } = doc.article;
  for (const { index } of doc.sentences) {
    const mentions = mentionsIn(doc, index).filter((mention) => mention.kind === 'place' || mention.kind === 'state');
    for (const city of mentions) {
      const name = text.slice(...city.span);
      const home = [...knowledge.countries.values()].find((country) => country.capitals.some((town) => town === name));
      if (!home) continue;
      for (const state of mentions) {
        if (state.country === null || state === city || knowledge.countries.get(state.country)?.capitals.includes(name))
          continue;
        const stated =
          (state.span[0] >= city.span[1] && CAPITAL_AFTER.test(text.slice(city.span[1], state.span[0]))) ||
          (state.span[1] <= city.span[0] &&
            /^(?:['’]s?)?\s+capital(?:\s+city)?(?:\s+of|,)?\s+$/u.test(text.slice(state.span[1], city.span[0]))) ||
          // "Wellington, Australia’s capital"
          (state.span[0] >= city.span[1] &&
            /^,\s+(?:the\s+)?$/u.test(text.slice(city.span[1], state.span[0])) &&
            /^(?:['’]s?)?\s+capital\b(?!\s+(?:markets?|gains?|of))/u.test(
              text.slice(state.span[1], state.span[1] + 14),
            ));
        if (!stated || state.country === home.iso3) continue;
        flags.push(
          inconsistency(
            'capital-clash',
            'strong',
            `${name} is called the capital of ${knowledge.countries.get(state.country)?.name ?? state.country}; it is the capital of ${home.name}.`,
            [sentenceSpan(doc, index)],
            'consistency/capital',
          ),
        );
      }
    }
  }
  return flags.slice(0, 3);
};

const SIZE =
  /\b(\d{1,2}|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)[-\s](?:member|nation|country|state)s?\b(?!\s+(?:delegation|team|panel|commission|committee|group of))/iu;
/** "NATO, which has 41 members", "ASEAN, a bloc of 15 countries". */
const SIZE_AFTER =
  /^(?:,?\s+(?:which\s+)?(?:now\s+)?(?:has|counts|unites)\s+|,\s+(?:a|the)\s+(?:\p{L}+\s+)?(?:group|bloc|alliance|club|association|union|organi[sz]ation)\s+of\s+)(\d{1,2}|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)\s+(?:member(?:s|\s+states|\s+countries)|countries|nations|states)\b/iu;
const NUMBERS: Readonly<Record<string, number>> = {
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  twenty: 20,
  thirty: 30,
};

/** "the 12-member ASEAN": another size than the group had at the time. */
export const groupSize: Check = (doc, knowledge) => {
  const date = doc.reference?.date ?? doc.article.published;
  if (date === null) return [];
  const flags: Flag[] = [];
  for (const { index, span } of doc.sentences) {
    const words = doc.article.text.slice(...span);
    const named = mentionsIn(doc, index).filter(
      ({ kind, form, entity }) => kind === 'organization' && form === 'name' && entity?.startsWith('org:'),
    );
    const size = SIZE.exec(words);
    const at = size ? span[0] + size.index + size[0].length : -1;
    let group = size ? named.find((mention) => mention.span[0] >= at && mention.span[0] - at <= 3) : undefined;
    let number = size?.[1];
    for (const mention of group ? [] : named) {
      number = SIZE_AFTER.exec(doc.article.text.slice(mention.span[1], Math.min(span[1], mention.span[1] + 80)))?.[1];
      if (number === undefined) continue;
      group = mention;
      break;
    }
    if (number === undefined) continue;
    const told = NUMBERS[number.toLowerCase()] ?? Number(number);
    const id = group?.entity?.slice(4);
    const real = id === undefined ? null : knowledge.groupSize(id, date);
    // A year ago or a year ahead may be right too.
    const near = id === undefined ? [] : [shift(date, -1), shift(date, 1)].map((day) => knowledge.groupSize(id, day));
    if (real === null || real === told || near.includes(told)) continue;
    flags.push(
      inconsistency(
        'size-clash',
        'medium',
        `${group?.name ?? 'The group'} is given ${told} members; it had ${real} at the time.`,
        [span],
        'consistency/group-size',
      ),
    );
  }
  return flags.slice(0, 2);
};

const shift = (date: string, years: number): string => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;

const WEEKDAY_DATE = new RegExp(
  `\\b(${WEEKDAY_NAMES.join('|')})\\s*(?:,|\\(|\\s)\\s*(?:the\\s+)?(?:(${MONTH_NAMES.join('|')})\\s+(\\d{1,2})|(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH_NAMES.join('|')}))(?:,)?\\s+(\\d{4})\\b`,
  'giu',
);

/** "Monday, July 31, 2021", which was a Saturday: only dates with their year. */
export const weekday: Check = (doc) => {
  const flags: Flag[] = [];
  const { text } = doc.article;
  for (const match of text.matchAll(WEEKDAY_DATE)) {
    const [whole, day, monthA, dateA, dateB, monthB, year] = match;
    const month = MONTH_NAMES.indexOf((monthA ?? monthB ?? '').toLowerCase()) + 1;
    const date = Number(dateA ?? dateB);
    if (date < 1 || date > 31) continue;
    const real = weekdayOf(dayOf(Number(year), month, date));
    if (WEEKDAY_NAMES[real] === (day as string).toLowerCase()) continue;
    const at: Span = [match.index, match.index + whole.length];
    const sentence = doc.sentences.find(({ span }) => span[0] <= at[0] && at[0] < span[1]);
    const was = WEEKDAY_NAMES[real] as string;
    flags.push(
      inconsistency(
        'weekday-clash',
        'medium',
        `“${whole}” was a ${was.charAt(0).toUpperCase()}${was.slice(1)}.`,
        [sentence?.span ?? at],
        'consistency/weekday',
      ),
    );
  }
  return flags.slice(0, 2);
};
