/** `chancery explain FILE|ID`: sentence by sentence, the tree, the mentions, the triggers tried, and why there is no event. */

import { existsSync } from 'node:fs';
import {
  ChanceryError,
  explainPage,
  findInputs,
  language,
  loadKit,
  readDocuments,
  type SentenceExplanation,
} from '../index.ts';
import type { ExitCode } from './main.ts';
import { complain, type Globals, paint, write, writeJson } from './output.ts';
import { withRecord } from './record.ts';
import { clean, who } from './summary.ts';

export interface ExplainOptions {
  readonly sentence?: number;
  readonly asPlain?: boolean;
  readonly json?: boolean;
}

export async function explain(globals: Globals, target: string, options: ExplainOptions): Promise<ExitCode> {
  const kit = await loadKit();
  const page = await pageOf(globals, target, options.asPlain ?? false);
  if (page === null) return 1;
  const explanations = await explainPage(page, kit, options.sentence);
  if (explanations.length === 0) throw new ChanceryError('bad-argument', 'the document has no such sentence');
  if (options.json) await writeJson(explanations);
  else {
    const room = await language();
    for (const explanation of explanations) await write(lines(explanation, room.toConllu));
  }
  return 0;
}

async function pageOf(globals: Globals, target: string, asPlain: boolean) {
  if (target === '-' || existsSync(target)) {
    for await (const input of findInputs([target])) {
      for await (const document of await readDocuments(input, { asPlain })) {
        if (document.kind === 'document') return document.page;
        complain(globals, document.name, document.error);
        return null;
      }
    }
    return null;
  }
  const archived = await withRecord(globals, (record) => record.page(target));
  if (archived === null)
    throw new ChanceryError('unknown-id', `no file and no document of the record is called ${target}`);
  return archived.page;
}

function lines(explanation: SentenceExplanation, toConllu: Awaited<ReturnType<typeof language>>['toConllu']): string {
  const style = paint(process.stdout);
  const { sentence, text, mentions, steps, events, silence } = explanation;
  const out = [style('bold', `[${sentence.index}] ${clean(text)}`)];
  out.push(style('dim', toConllu({ text: explanation.documentText, sentences: [sentence] }).trim()));
  for (const mention of mentions) {
    out.push(
      `  ${mention.kind.padEnd(12)} ${clean(explanation.documentText.slice(...mention.span))}  ${style('dim', [mention.entity, mention.code, mention.sector, mention.value].filter((part) => part !== null).join(' · '))}`,
    );
  }
  for (const step of steps) {
    const mark = step.outcome === 'fired' ? style('green', 'fired  ') : style('yellow', 'refused');
    out.push(`  ${mark} ${step.trigger}  ${step.rule}${step.reason ? `: ${step.reason}` : ''}`);
  }
  for (const event of events)
    out.push(
      `  ${style('blue', event.mode ? `${event.type}/${event.mode}` : event.type)} ${clean(who(event))}  ${event.modality} ${event.rule} ${event.confidence.toFixed(2)}`,
    );
  if (silence !== null) out.push(`  no event: ${silence}`);
  return `${out.join('\n')}\n\n`;
}
