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
  },
  pound: { GBR: 'GBP', EGY: 'EGP', LBN: 'LBP', SYR: 'SYP', SDN: 'SDG' },
  rupee: { IND: 'INR', PAK: 'PKR', LKA: 'LKR', NPL: 'NPR', MUS: 'MUR' },
  peso: { PHL: 'PHP', MEX: 'MXN', ARG: 'ARS', CHL: 'CLP', COL: 'COP', CUB: 'CUP' },
  franc: {
    CHE: 'CHF',
    RWA: 'RWF',
    COD: 'CDF',
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
  },
  dinar: { KWT: 'KWD', IRQ: 'IQD', SRB: 'RSD', JOR: 'JOD', TUN: 'TND', LBY: 'LYD', DZA: 'DZD', BHR: 'BHD' },
  krone: { NOR: 'NOK', DNK: 'DKK' },
  krona: { SWE: 'SEK', ISL: 'ISK' },
  riyal: { SAU: 'SAR', QAT: 'QAR' },
  rial: { IRN: 'IRR', OMN: 'OMR', YEM: 'YER' },
  dirham: { ARE: 'AED', MAR: 'MAD' },
  shilling: { KEN: 'KES', UGA: 'UGX', TZA: 'TZS', SOM: 'SOS' },
};

type Known = Pick<QuantityReading, 'value' | 'unit' | 'currency' | 'currencyBasis' | 'item' | 'bound' | 'partOf'>;

/** The reading with what its sentence tells: whose dollars, and what a bare "120 million" counts. */
export function completed(
  doc: Mentioned,
  sent: Sentence,
  mention: Mention,
  reading: QuantityReading,
  before: readonly Figure[],
): Known {
  if (reading.currency !== null) return reading;
  const money = reading.unit === null ? undefined : OWN_MONEY[reading.unit];
  if (money !== undefined) {
    const country = mentionsIn(doc, sent.index)
      .filter(
        (other) => other.span[1] <= mention.span[0] && other.country !== null && money[other.country] !== undefined,
      )
      .at(-1)?.country;
    if (country != null) return { ...reading, unit: null, currency: money[country]!, currencyBasis: 'assumed' };
  }
  if (reading.unit !== null || reading.value < 1e5) return reading;
  // "a country of ten million"
  const lead = doc.article.text.slice(Math.max(sent.span[0], mention.span[0] - 40), mention.span[0]);
  if (
    /\b(?:country|nation|state|city|island|population|republic|kingdom|people|region|capital) of (?:some |about |nearly |almost |only |just )?$/.test(
      lead,
    )
  )
    return { ...reading, unit: 'person' };
  const last = before.findLast(
    (figure) => figure.evidence[0] === sent.span[0] && figure.span[1] <= mention.span[0] && figure.unit !== 'percent',
  );
  if (last === undefined) return reading;
  return { ...reading, unit: last.unit, currency: last.currency, currencyBasis: last.currencyBasis };
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
      inOneList(doc, last.span[1], figure.span[0])
    )
      out.push({ ...figure, status: last.status });
    else out.push(figure);
  }
  return out;
}

function inOneList(doc: Mentioned, from: number, to: number): boolean {
  if (to - from > 160) return false;
  const between = doc.article.text.slice(from, to);
  if (!/,|\band\b/.test(between) || /[;:()]|\b(?:of the total|worth|against|compared)\b/.test(between)) return false;
  return !doc.sentences.some(
    (sent) =>
      sent.span[0] < to &&
      from < sent.span[1] &&
      sent.tokens.some(
        (token) => token.start >= from && token.end <= to && (token.upos === 'VERB' || token.upos === 'AUX'),
      ),
  );
}

/** "Of the 2 million doses, 900,000 went …": the amount that opens the sentence is the whole of the like ones behind it. */
export function withWholes(doc: Mentioned, figures: readonly Figure[]): Figure[] {
  return figures.map((figure, at) => {
    // "2 billion of the total 4 billion": only the part was given.
    const before = doc.article.text.slice(Math.max(figure.evidence[0], figure.span[0] - 24), figure.span[0]);
    if (
      /\bof (?:the|its|their|an?) (?:total|overall) $/.test(before) &&
      figures.some((other) => other.partOf === figure.value)
    )
      return figure.status === 'donated' ? { ...figure, status: 'reported' } : figure;
    if (figure.partOf !== null) return figure;
    const first = figures.findIndex((other) => other.evidence[0] === figure.evidence[0]);
    const whole = figures[first];
    if (whole === undefined || first >= at || whole.value <= figure.value) return figure;
    if (whole.unit !== figure.unit || whole.currency !== figure.currency || figure.unit === 'percent') return figure;
    const lead = doc.article.text.slice(whole.evidence[0], whole.span[0]);
    return /^\W*(?:Out of|Of|From) (?:the|its|their|this|that|a|some|roughly|about|more than)\b[^,;]{0,40}$/.test(lead)
      ? { ...figure, partOf: whole.value }
      : figure;
  });
}
