/** What the figures before it in the sentence tell of a figure: its currency, its unit, its status, the whole it is part of. */

import type { Figure, Mention, Mentioned, QuantityReading, Sentence } from '../../core/index.ts';
import { mentionsIn } from '../../mentions/index.ts';

/** Whose money a name shared by several states is: ISO 4217 by ISO 3166. */
const OWN_MONEY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dollar: {
    AUS: 'AUD',
    CAN: 'CAD',
    NZL: 'NZD',
    SGP: 'SGD',
    HKG: 'HKD',
    TWN: 'TWD',
    FJI: 'FJD',
    BRN: 'BND',
    USA: 'USD',
    JAM: 'JMD',
    GUY: 'GYD',
    TTO: 'TTD',
    BRB: 'BBD',
    BHS: 'BSD',
    BLZ: 'BZD',
    NAM: 'NAD',
    LBR: 'LRD',
    SLB: 'SBD',
  },
  pound: { GBR: 'GBP', EGY: 'EGP', LBN: 'LBP', SYR: 'SYP', SDN: 'SDG', SSD: 'SSP' },
  rupee: { IND: 'INR', PAK: 'PKR', LKA: 'LKR', NPL: 'NPR', MUS: 'MUR', SYC: 'SCR' },
  peso: { PHL: 'PHP', MEX: 'MXN', ARG: 'ARS', CHL: 'CLP', COL: 'COP', CUB: 'CUP', URY: 'UYU', DOM: 'DOP' },
  franc: {
    CHE: 'CHF',
    RWA: 'RWF',
    COD: 'CDF',
    BDI: 'BIF',
    GIN: 'GNF',
    DJI: 'DJF',
    COM: 'KMF',
    SEN: 'XOF',
    CIV: 'XOF',
    BEN: 'XOF',
    TGO: 'XOF',
    MLI: 'XOF',
    NER: 'XOF',
    BFA: 'XOF',
    CMR: 'XAF',
    GAB: 'XAF',
    TCD: 'XAF',
    CAF: 'XAF',
    COG: 'XAF',
    GNQ: 'XAF',
    GNB: 'XOF',
  },
  dinar: { KWT: 'KWD', IRQ: 'IQD', SRB: 'RSD', JOR: 'JOD', TUN: 'TND', LBY: 'LYD', DZA: 'DZD', BHR: 'BHD' },
  kwacha: { ZMB: 'ZMW', MWI: 'MWK', PNG: 'PGK' },
  manat: { AZE: 'AZN', TKM: 'TMT' },
  som: { KGZ: 'KGS', UZB: 'UZS' },
  escudo: { CPV: 'CVE' },
  rouble: { RUS: 'RUB', BLR: 'BYN' },
  krone: { NOR: 'NOK', DNK: 'DKK', FRO: 'DKK', GRL: 'DKK' },
  krona: { SWE: 'SEK', ISL: 'ISK' },
  crown: { CZE: 'CZK', SWE: 'SEK', NOR: 'NOK', DNK: 'DKK', ISL: 'ISK' },
  riyal: { SAU: 'SAR', QAT: 'QAR' },
  rial: { IRN: 'IRR', OMN: 'OMR', YEM: 'YER' },
  dirham: { ARE: 'AED', MAR: 'MAD' },
  shilling: { KEN: 'KES', UGA: 'UGX', TZA: 'TZS', SOM: 'SOS' },
};

const CFA: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(OWN_MONEY.franc!).filter(([, money]) => /^X[OA]F$/.test(money)),
);

/** What is done to people alone. */
const STRIKES =
  /\b(?:displac(?:ed|ing|es)|uproot(?:ed|ing)|kill(?:ed|ing|s)|injur(?:ed|ing)|wound(?:ed|ing)|vaccinat(?:ed|ing)|evacuat(?:ed|ing)|feed(?:s|ing)?|employ(?:s|ed|ing)?) (?:(?:more than|at least|over|about|some|around|nearly|almost|up to|an estimated|another|as many as|roughly|an additional|a further|close to) )?$/;

type Known = Pick<QuantityReading, 'value' | 'unit' | 'currency' | 'currencyBasis' | 'item' | 'bound' | 'partOf'>;

/** The reading with what its sentence tells: whose dollars, and what a bare "120 million" counts. */
export function completed(
  doc: Mentioned,
  sent: Sentence,
  mention: Mention,
  reading: QuantityReading,
  before: readonly Figure[],
): Known {
  const words = doc.article.text.slice(...mention.span);
  if (reading.currency !== null) return named(doc, sent, mention, reading, words);
  const money = reading.unit === null ? undefined : OWN_MONEY[reading.unit];
  if (money !== undefined) {
    const country = ownerOf(doc, sent, mention, money);
    if (country !== null)
      return { ...reading, unit: null, currency: money[country]!, currencyBasis: basisOf(reading.unit!, words) };
  }
  // "40 others": of those counted before, or people.
  if (reading.unit === 'other' || reading.unit === 'more') {
    const last = before.findLast((figure) => figure.evidence[0] === sent.span[0] && figure.currency === null);
    return { ...reading, unit: last === undefined || last.unit === 'percent' ? 'person' : last.unit };
  }
  if (reading.unit !== null || reading.value < 1e3) return reading;
  // "a country of ten million"
  const lead = doc.article.text.slice(Math.max(sent.span[0], mention.span[0] - 40), mention.span[0]);
  if (
    /\b(?:country|nation|state|city|island|population|republic|kingdom|people|region|capital) of (?:some |about |nearly |almost |only |just )?$/.test(
      lead,
    )
  )
    return { ...reading, unit: 'person' };
  // "has displaced 7.1 million", "feeds two million a day"
  if (STRIKES.test(lead.toLowerCase())) return { ...reading, unit: 'person' };
  const last = before.findLast(
    (figure) => figure.evidence[0] === sent.span[0] && figure.span[1] <= mention.span[0] && figure.unit !== 'percent',
  );
  if (last !== undefined)
    return { ...reading, unit: last.unit, currency: last.currency, currencyBasis: last.currencyBasis };
  // "another 40 million to the 60 million euros": the money is named with the next amount, or was a sentence ago.
  const next = mentionsIn(doc, sent.index).find(
    (other) =>
      other.span[0] >= mention.span[1] &&
      other.quantity !== null &&
      other.quantity.unit !== 'percent' &&
      // "with 90 million, Turkey with 70 million": that one leaves it out too.
      (other.quantity.unit !== null || other.quantity.currency !== null),
  );
  const told = before.findLast((figure) => figure.unit !== 'percent');
  const near = next?.quantity ?? (told !== undefined && sent.span[0] - told.evidence[1] < 200 ? told : null);
  return near === null
    ? reading
    : { ...reading, unit: near.unit, currency: near.currency, currencyBasis: near.currencyBasis };
}

/** A bare dollar is taken to be the American one; what a name and a country tell is stated. */
const basisOf = (name: string, words: string): QuantityReading['currencyBasis'] =>
  name === 'dollar' && !/\bown\b/.test(words) ? 'assumed' : 'stated';

/** A shared name with its state in the sentence: "Iceland gave 40 million kronur". */
function named(
  doc: Mentioned,
  sent: Sentence,
  mention: Mention,
  reading: QuantityReading,
  words: string,
): QuantityReading {
  // One franc of two central banks.
  if (/\bCFA\b/.test(words)) {
    const country = ownerOf(doc, sent, mention, CFA);
    return country === null ? reading : { ...reading, currency: CFA[country]! };
  }
  if (reading.currencyBasis !== 'assumed' || /[$]|dollar/i.test(words)) return reading;
  const money = Object.values(OWN_MONEY).find((states) => Object.values(states).includes(reading.currency!));
  const country = money === undefined ? null : ownerOf(doc, sent, mention, money);
  return { ...reading, currency: country === null ? reading.currency : money![country]!, currencyBasis: 'stated' };
}

/** The state whose money it is: the last named before the amount in its sentence, the next behind it, or the last before. */
function ownerOf(
  doc: Mentioned,
  sent: Sentence,
  mention: Mention,
  money: Readonly<Record<string, string>>,
): string | null {
  const fits = (other: Mention): boolean => other.country !== null && money[other.country] !== undefined;
  const own = mentionsIn(doc, sent.index).filter(fits);
  const near = own.filter((other) => other.span[1] <= mention.span[0]).at(-1) ?? own[0];
  if (near !== undefined) return near.country;
  const told = doc.mentions.filter((other) => other.sentence < sent.index && fits(other));
  const times = new Map<string, number>();
  for (const { country } of told) times.set(country!, (times.get(country!) ?? 0) + 1);
  const [first, second] = [...times].sort((a, b) => b[1] - a[1]);
  // The only one named, or the one that the text is about.
  return first !== undefined && (second === undefined || first[1] >= 2 * second[1]) ? first[0] : null;
}

/** "pledged 5 million, Chad 2 million and Niger 1 million": one verb for all. */
export function listed(doc: Mentioned, figures: readonly Figure[]): Figure[] {
  const out: Figure[] = [];
  for (const figure of figures) {
    const last = out.at(-1);
    if (
      last !== undefined &&
      figure.status === 'reported' &&
      last.status !== 'reported' &&
      last.evidence[0] === figure.evidence[0] &&
      figure.unit !== 'percent' &&
      ((figure.currency === null) === (last.currency === null) || joinedByAnd(doc, last, figure)) &&
      inOneList(doc, last.span[1], figure.span[0])
    )
      out.push({ ...figure, status: last.status });
    else out.push(figure);
  }
  return out;
}

/** "gave 18 million and up to 40 ambulances": goods beside money. */
const joinedByAnd = (doc: Mentioned, last: Figure, figure: Figure): boolean =>
  /^,? and (?:up to |as much as |as many as |another |some |about |more than )?$/.test(
    doc.article.text.slice(last.span[1], figure.span[0]),
  );

function inOneList(doc: Mentioned, from: number, to: number): boolean {
  if (to - from > 160) return false;
  const between = doc.article.text.slice(from, to);
  if (
    !/,|\band\b/.test(between) ||
    /[;:()]|\b(?:of the total|worth|against|compared|than the|(?:up|down) from|where|which|who|whom|whose|when|while|after)\b/.test(
      between,
    )
  )
    return false;
  return !doc.sentences.some(
    (sent) =>
      sent.span[0] < to &&
      from < sent.span[1] &&
      sent.tokens.some(
        (token) => token.start >= from && token.end <= to && (token.upos === 'VERB' || token.upos === 'AUX'),
      ),
  );
}

/** "Of the 2 million doses, 900,000 went …", "3 billion, of which 900 million …": each part with its whole. */
export function withWholes(doc: Mentioned, figures: readonly Figure[]): Figure[] {
  const parts = figures.map((figure, at): Figure => {
    // "2 billion of the total 4 billion": only the part was given.
    const before = doc.article.text.slice(Math.max(figure.evidence[0], figure.span[0] - 24), figure.span[0]);
    if (
      /\bof (?:the|its|their|an?) (?:total|overall) $/.test(before) &&
      figures.some((other) => other.partOf === figure.value)
    )
      return figure.status === 'donated' ? { ...figure, status: 'reported' } : figure;
    if (figure.partOf !== null || figure.unit === 'percent') return figure;
    const whole = wholeBefore(doc, figures, at) ?? wholeBehind(doc, figures, at) ?? wholeOutside(doc, figures, at);
    if (whole === null) return figure;
    // What becomes of the whole becomes of its parts, unless they are told otherwise.
    const sameSentence = whole.span[0] < figure.span[0] && whole.evidence[0] === figure.evidence[0];
    const between = sameSentence ? doc.article.text.slice(whole.span[1], figure.span[0]) : '';
    const named = PART.test(between) || /\bincluding\b/.test(between);
    const inherits =
      (whole.status === 'donated' && figure.status === 'reported') || (whole.status === 'pledged' && named);
    const status = sameSentence && inherits ? whole.status : figure.status;
    return { ...figure, partOf: whole.value, status };
  });
  // "30 million of that, Norway 12 million": the next of a list is a part of the same.
  return parts.map((part, at) => {
    const last = parts[at - 1];
    if (last === undefined || last.partOf === null || part.partOf !== null || last.evidence[0] !== part.evidence[0])
      return part;
    const listed = alike({ ...last, value: last.partOf }, part) && last.partOf >= last.value + part.value;
    return listed && inOneList(doc, last.span[1], part.span[0]) ? { ...part, partOf: last.partOf } : part;
  });
}

const alike = (whole: Figure, part: Figure): boolean =>
  whole.value > part.value && whole.unit === part.unit && whole.currency === part.currency && part.unit !== 'percent';

/** Counts of things or people of which others may be counted: "12,000 villagers, among them 4,000 children". */
const counts = (whole: Figure, part: Figure): boolean =>
  whole.value > part.value &&
  whole.currency === null &&
  part.currency === null &&
  whole.unit !== 'percent' &&
  part.unit !== 'percent';

/** "Of the 2 million doses, 900,000 …", "450 million, including 350 million in credit and 100 million in grants". */
function wholeBefore(doc: Mentioned, figures: readonly Figure[], at: number): Figure | null {
  const figure = figures[at]!;
  const same = figures.filter((other, index) => index < at && other.evidence[0] === figure.evidence[0]);
  for (const first of same) {
    const lead = doc.article.text.slice(first.evidence[0], first.span[0]);
    if (alike(first, figure) && OF_THE.test(lead)) return first;
  }
  for (let index = same.length - 1; index >= 0; index--) {
    const whole = same[index]!;
    const between = doc.article.text.slice(whole.span[1], figure.span[0]);
    if (between.length > 120 || /[;:]/.test(between)) return null;
    if (counts(whole, figure) && /\b(?:including|among them|among whom|of whom)\b[^.;:]*$/.test(between)) return whole;
    if (!alike(whole, figure)) continue;
    // "…, of that 20 million": behind a comma, since "30 million of that, Norway 12 million" says it of the first.
    const those = /[,(] ?of (?:that|this|these|those)\b[^,.;:]*$/.test(between);
    return PART.test(between) || those || ofThat(doc, figure) ? whole : null;
  }
  return null;
}

/** "Of the 2 million …", also behind a colon or a semicolon. */
const OF_THE =
  /(?:^|[:;] )\W*(?:[Oo]ut of|[Oo]f|From) (?:$|(?:the|its|their|this|that|a|some|every|each|roughly|about|more than)\b[^,;]{0,40}$)/;

const PART =
  /\b(?:including|of which|of whom|among them|comprising|made up of|consisting of|accounting for|accounted for|making up|made up|representing)\b[^.;:]*$/;

/** "made up 1.1 billion of it", "only 350 million of that sum". */
const ofThat = (doc: Mentioned, figure: Figure): boolean =>
  /^(?: \p{L}+)? of (?:that|this|it|these|those|them|which|whom|the (?:sum|total|amount|money))\b/u.test(
    doc.article.text.slice(figure.span[1], figure.span[1] + 24),
  );

/** The like amount that the sentence before ended with, when the figure is said to be "of it". */
function wholeOutside(doc: Mentioned, figures: readonly Figure[], at: number): Figure | null {
  const figure = figures[at]!;
  if (!ofThat(doc, figure)) return null;
  return (
    figures.findLast(
      (other, index) =>
        index < at &&
        alike(other, figure) &&
        other.evidence[0] !== figure.evidence[0] &&
        figure.evidence[0] - other.evidence[1] < 200,
    ) ?? null
  );
}

/** "The package, worth 3 million, brings British help to 11 million": the sum that the amount has made. */
function wholeBehind(doc: Mentioned, figures: readonly Figure[], at: number): Figure | null {
  const figure = figures[at]!;
  const next = figures.slice(at + 1, at + 3).find((other) => other.unit !== 'percent');
  if (next === undefined || next.evidence[0] !== figure.evidence[0] || !alike(next, figure)) return null;
  const between = doc.article.text.slice(figure.span[1], next.span[0]);
  if (
    /^(?:[^,;:.()]{0,40},| )? ?(?:which (?:is|was) |as )?(?:(?:the |a )?(?:first |second |latest )?(?:part|tranche|instal?ment|share|half|third|quarter)) of (?:a|an|the|its|their)\b[^.;:]{0,30}$/.test(
      between,
    )
  )
    return next;
  if (/\bof (?:a|an|the|its|their) (?:total|overall|combined)\b[^.;:]{0,30}$/.test(between)) return next;
  // "owes it 1.7 billion of its external debt of 4.5 billion"
  if (/^ of (?:a|an|the|its|their)(?: \p{Ll}+){1,3} of $/u.test(between)) return next;
  return /\b(?:brings?|bringing|brought|takes?|taking|took|raises|raising)\b[^.;:]{0,60} to (?:\p{Ll}+ ){0,3}$/u.test(
    between,
  )
    ? next
    : null;
}
