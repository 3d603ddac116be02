/** Where a page of results ended: the day and id of its last row, opaque to callers. */

import { ChanceryError } from '../core/index.ts';

export interface Place {
  readonly day: string;
  readonly id: string;
}

export function writeCursor({ day, id }: Place): string {
  return Buffer.from(JSON.stringify([day, id])).toString('base64url');
}

/** Throws ChanceryError 'bad-argument' for what `writeCursor` did not write. */
export function readCursor(cursor: string): Place {
  try {
    const [day, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof id === 'string' && typeof day === 'string' && /^(?:-infinity|\d{4}-\d\d-\d\d)$/.test(day))
      return { day, id };
  } catch {
    // Answered below.
  }
  throw new ChanceryError('bad-argument', 'the cursor is none that was given out');
}

/** 50 unless told; 1 to 1,000. */
export function limitOf(limit: number | undefined): number {
  if (limit === undefined) return 50;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    throw new ChanceryError('bad-argument', 'the limit is not a whole number from 1 to 1000');
  }
  return limit;
}

/** Collects the conditions of a query with their parameters. */
export class Conditions {
  readonly parameters: unknown[] = [];
  readonly #terms: string[] = [];

  /** `term` has a `?` for each value. */
  add(term: string, ...values: readonly unknown[]): void {
    let next = 0;
    this.#terms.push(term.replace(/\?/g, () => this.parameter(values[next++])));
  }

  /** The `$n` of a value. */
  parameter(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  get where(): string {
    return this.#terms.length === 0 ? '' : `where ${this.#terms.join(' and ')}`;
  }
}

/** An ISO day given by a caller. Throws ChanceryError 'bad-argument' for anything else. */
export function checkDay(day: string, name: string): string {
  const ok =
    /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
  if (!ok || day.startsWith('0000')) throw new ChanceryError('bad-argument', `${name} is not an ISO day: ${day}`);
  return day;
}
