/** Scores the reading of amounts: money and plain numbers of the Recognizers specification. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FoundQuantity, readQuantities } from '../mentions/quantities/index.ts';
import { numberAt } from '../mentions/quantities/numbers.ts';
import type { Score, Scorer } from './scorer.ts';
import { isSupported } from './times.ts';

interface NumberCase {
  readonly Input: string;
  readonly NotSupported?: string;
  readonly NotSupportedByDesign?: string;
  readonly Results: readonly {
    readonly Start: number;
    readonly End: number;
    readonly Text: string;
    readonly Resolution: { readonly value: string | null; readonly unit?: string; readonly isoCurrency?: string };
  }[];
}

/** The names of the specification, as currency or, for parts and shared names, as unit. */
const CURRENCIES: Readonly<Record<string, string>> = {
  Dollar: 'USD',
  'United States dollar': 'USD',
  'Canadian dollar': 'CAD',
  'Hong Kong dollar': 'HKD',
  'Australian dollar': 'AUD',
  'New Zealand dollar': 'NZD',
  'Finnish markka': 'FIM',
  'Netherlands guilder': 'NLG',
  Peseta: 'ESP',
  Pound: 'GBP',
  'British pound': 'GBP',
  'Japanese yen': 'JPY',
  'Chinese yuan': 'CNY',
  Euro: 'EUR',
  'Swiss franc': 'CHF',
  'Costa Rican colón': 'CRC',
  'Georgian lari': 'GEL',
  'Lao kip': 'LAK',
  'Sri Lankan rupee': 'LKR',
  'Turkish lira': 'TRY',
  Rupee: 'INR',
  'Mexican peso': 'MXN',
  Bitcoin: 'XBT',
  Cent: 'cent',
  Pence: 'penny',
  Penny: 'penny',
  Franc: 'franc',
};

/** How many of a case's amounts were read with the right value and currency. */
export function rightAmounts(item: NumberCase, found: readonly FoundQuantity[]): number {
  return item.Results.filter((gold) =>
    found.some(
      ({ span, reading }) =>
        span[0] <= gold.End &&
        gold.Start < span[1] &&
        gold.Resolution.value !== null &&
        Math.abs(reading.value - Number(gold.Resolution.value)) < 1e-9 * Math.max(1, reading.value) &&
        (reading.currency ?? reading.unit) === (CURRENCIES[gold.Resolution.unit ?? ''] ?? '?'),
    ),
  ).length;
}

/** Whether each number of a case has the right value where it begins. */
export const isNumberRight = (item: NumberCase): boolean =>
  item.Results.every((gold) => {
    const read = numberAt(item.Input, gold.Start, true);
    return read !== null && read.end === gold.End + 1 && Math.abs(read.value - Number(gold.Resolution.value)) < 1e-6;
  });

const plain = (text: string): FoundQuantity[] =>
  readQuantities({ text, blocks: [], sentences: [], taken: [], dollar: 'USD' });

function read(root: string, path: string): readonly NumberCase[] {
  return JSON.parse(readFileSync(join(root, path), 'utf8').replace(/^\uFEFF/, '')) as readonly NumberCase[];
}

const CURRENCY = 'numbers/recognizers-CurrencyModel.json';
const NUMBER = 'numbers/recognizers-NumberModel.json';

export const quantitiesScorer: Scorer = {
  name: 'quantities',
  describe: 'amounts of money and numbers of the Recognizers specification',
  needs: [CURRENCY, NUMBER],
  async score({ goldDir }): Promise<readonly Score[]> {
    if (goldDir === null) return [];
    const money = read(goldDir, CURRENCY);
    const amounts = money.reduce((n, item) => n + item.Results.length, 0);
    const right = money.reduce((n, item) => n + rightAmounts(item, plain(item.Input)), 0);
    const numbers = read(goldDir, NUMBER).filter((item) => isSupported(item) && item.Results.length > 0);
    return [
      { measure: 'quantities/currency/right', value: right, n: amounts },
      {
        measure: 'quantities/number/right',
        value: numbers.filter(isNumberRight).length / numbers.length,
        n: numbers.length,
      },
    ];
  },
};
