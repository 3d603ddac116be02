/** Misuse and refused inputs. What is odd about a *content* is never an error but a flag. */

/** Words, not numbers; each has an entry in docs/errors.md. */
export type ErrorCode =
  | 'not-found'
  | 'no-documents'
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'timeout'
  | 'bad-json'
  | 'bad-line'
  | 'bad-argument'
  | 'bad-data'
  | 'refused-address'
  | 'refused-by-robots'
  | 'fetch-failed'
  | 'unreadable'
  | 'model-missing'
  | 'record-locked'
  | 'record-damaged'
  | 'no-gold'
  | 'unknown-id'
  | 'internal';

export class ChanceryError extends Error {
  override readonly name = 'ChanceryError';
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** Any thrown thing as code and one line, for a person or a JSON line. */
export function describeError(error: unknown): { code: ErrorCode; message: string } {
  if (error instanceof ChanceryError) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: message.split('\n', 1)[0] ?? 'unknown error' };
}
