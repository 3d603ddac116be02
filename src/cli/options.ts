/** Options that several commands share: one name, one meaning, one wording. */

import { Command, CommanderError, Option } from 'commander';

/** An option with a whole number from `least` to `most`; anything else is misuse. */
function numbered(flags: string, description: string, least: number, most = Number.MAX_SAFE_INTEGER): Option {
  const option = new Option(flags, description);
  return option.argParser((value: string): number => {
    const number = Number(value);
    if (value.trim() !== '' && Number.isInteger(number) && number >= least && number <= most) return number;
    const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`;
    throw new CommanderError(2, 'chancery.count', `${option.long} takes a whole number ${range}, not "${value}"`);
  });
}

/** An option with any number. */
function measured(flags: string, description: string): Option {
  const option = new Option(flags, description);
  return option.argParser((value: string): number => {
    const number = Number(value);
    if (value.trim() !== '' && Number.isFinite(number)) return number;
    throw new CommanderError(2, 'chancery.count', `${option.long} takes a number, not "${value}"`);
  });
}

const SHARED = {
  json: () => new Option('--json', 'JSON'),
  // Reading.
  published: () => new Option('--published <date>', 'the publication date, when you know it (ISO 8601)'),
  asPlain: () => new Option('--as-plain', 'the text is clean running text: nothing to remove'),
  jobs: () => numbered('--jobs <n>', 'worker threads (default: cores)', 1),
  maxBytes: () =>
    numbered('--max-bytes <n>', 'bytes read of one input, 5 MB unless told; the rest is cut with a flag', 1),
  timeout: () => numbered('--timeout <seconds>', 'longest time for one input, 60 unless told', 1),
  // Choosing from the record.
  from: () => new Option('--from <date>', 'first day (ISO 8601)'),
  to: () => new Option('--to <date>', 'last day (ISO 8601)'),
  type: () => new Option('--type <types...>', 'PLOVER types'),
  modality: () => new Option('--modality <modalities...>', 'occurred, planned, cancelled …'),
  text: () => new Option('--text <query>', 'only from documents with these words'),
  held: () => new Option('--held', 'include what only documents on hold tell'),
  limit: () => numbered('--limit <n>', 'how many', 1),
  // Numbers of one command each.
  atLeast: () => measured('--at-least <value>', 'smallest value'),
  sentence: () => numbered('--sentence <n>', 'only this one, from 0', 0),
  port: () => numbered('--port <n>', 'port; 0 for any free one', 0, 65_535).default(8377),
} as const satisfies Readonly<Record<string, () => Option>>;

export type SharedOption = keyof typeof SHARED;

/** A command that takes shared options by name. */
export class ChanceryCommand extends Command {
  override createCommand(name?: string): ChanceryCommand {
    return new ChanceryCommand(name);
  }

  /** Adds shared options, in the order in which help lists them. */
  takes(...names: readonly SharedOption[]): this {
    for (const name of names) this.addOption(SHARED[name]());
    return this;
  }
}
