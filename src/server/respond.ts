/** The one shape of every error answer: `{ ok: false, error, errors, status }`. */

import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ChanceryError, describeError, type ErrorCode } from '../index.ts';

export interface Refusal {
  readonly ok: false;
  /** A code word of docs/errors.md. */
  readonly error: ErrorCode;
  /** One line each, for a person. */
  readonly errors: readonly string[];
  readonly status: number;
}

const STATUS: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  'unknown-id': 404,
  'not-found': 404,
  'bad-argument': 400,
  'bad-json': 400,
  'bad-line': 400,
  empty: 422,
  binary: 422,
  'too-large': 413,
  timeout: 503,
  'refused-address': 403,
  'refused-by-robots': 403,
  'fetch-failed': 502,
};

export function refuse(context: Context, error: unknown): Response {
  if (error instanceof HTTPException && error.status < 500) {
    const { status } = error;
    return context.json({ ok: false, error: 'bad-json', errors: [error.message], status } satisfies Refusal, status);
  }
  const { code, message } = describeError(error);
  const status = STATUS[code] ?? 500;
  // An unforeseen fault may say more than a stranger should read.
  const line = error instanceof ChanceryError ? message : 'an internal fault; the server’s log says more';
  return context.json({ ok: false, error: code, errors: [line], status } satisfies Refusal, status);
}

export function notFound(context: Context): Response {
  return context.json(
    { ok: false, error: 'not-found', errors: [`no such address: ${context.req.path}`], status: 404 } satisfies Refusal,
    404,
  );
}
