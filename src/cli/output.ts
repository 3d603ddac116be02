/** Standard output carries data only; standard error carries what a person should know. */

import { describeError } from '../index.ts';

export interface Globals {
  readonly data: string;
  readonly db: string | undefined;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** Writes data and waits when the reader is slower than we are. A closed pipe (`| head`) ends the program quietly. */
export function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (process.stdout.write(text, (error) => (error ? reject(error) : undefined))) resolve();
    else process.stdout.once('drain', resolve);
  });
}

export const writeJson = (value: unknown): Promise<void> => write(`${JSON.stringify(value, null, 2)}\n`);

/** A line for a person, on standard error; `--quiet` silences it. */
export function note(globals: Globals, line: string): void {
  if (!globals.quiet) process.stderr.write(`${line}\n`);
}

/** One line that names the input and the reason; the stack only with `--verbose`. Never silenced. */
export function complain(globals: Globals, input: string | null, error: unknown): void {
  const { code, message } = describeError(error);
  process.stderr.write(
    `chancery: ${input === null || message.includes(input) ? '' : `${input}: `}${message} [${code}]\n`,
  );
  if (globals.verbose && error instanceof Error && error.stack) process.stderr.write(`${error.stack}\n`);
}

export function installPipeGuards(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

/** Colour only for a person at a terminal who did not ask for none. */
export function paint(stream: NodeJS.WriteStream): (style: keyof typeof STYLES, text: string) => string {
  const on = stream.isTTY && !process.env.NO_COLOR;
  return (style, text) => (on ? `${STYLES[style]}${text}\u001b[0m` : text);
}

const STYLES = {
  bold: '\u001b[1m',
  dim: '\u001b[2m',
  red: '\u001b[31m',
  green: '\u001b[32m',
  yellow: '\u001b[33m',
  blue: '\u001b[34m',
} as const;
