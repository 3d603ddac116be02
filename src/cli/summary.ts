/** A Reading for a person at a terminal: what it is, what happened, who said what, and every doubt. */

import type { Actor, Event, Reading, Span, Statement } from '../index.ts';
import { paint } from './output.ts';

const WIDTH = 100;

export function summarize(reading: Reading, stream: NodeJS.WriteStream): string {
  const style = paint(stream);
  const { article } = reading;
  const lines: string[] = [];
  const quoted = (span: Span): string => shorten(article.text.slice(span[0], span[1]));

  lines.push(style('bold', clean(article.title ?? '(no title)')));
  const facts = [
    article.publisher,
    article.published === null ? 'no date' : `${article.published} (${article.publishedBasis})`,
    article.byline.length > 0 ? `by ${article.byline.join(', ')}` : null,
    article.dateline?.place ?? null,
    article.language,
  ].filter((fact) => fact !== null);
  lines.push(style('dim', clean(facts.join(' · '))));
  lines.push(`grade: ${reading.grade}`);
  for (const flag of reading.flags) {
    lines.push(
      `  ${style(flag.strength === 'strong' ? 'red' : 'yellow', `${flag.strength} ${flag.code}`)}: ${clean(flag.reason)}`,
    );
  }

  section(lines, style, 'Events', reading.events.length);
  for (const event of reading.events) {
    lines.push(
      `  ${style('blue', event.mode ? `${event.type}/${event.mode}` : event.type)} ${clean(who(event))}  ${details(event)}`,
    );
    lines.push(style('dim', `    “${quoted(event.evidence)}”  ${event.rule} ${event.confidence.toFixed(2)}`));
  }
  section(lines, style, 'Statements', reading.statements.length);
  for (const statement of reading.statements) {
    lines.push(
      `  ${style('blue', statement.act)} ${clean(speaker(statement))}: ${statement.content.map(quoted).join(' … ')}`,
    );
  }
  section(lines, style, 'Figures', reading.figures.length);
  for (const figure of reading.figures) {
    const unit = figure.currency ?? figure.unit ?? '';
    lines.push(
      `  ${figure.bound === 'exactly' ? '' : `${figure.bound} `}${figure.value.toLocaleString('en')} ${unit} ${clean(figure.item ?? '')} (${figure.status})`,
    );
  }
  section(lines, style, 'Relations', reading.relations.length);
  for (const relation of reading.relations) {
    lines.push(
      `  ${relation.parties.join('–')} ${relation.level}: ${relation.change}${relation.since ? ` since ${relation.since}` : ''}`,
    );
  }
  if (reading.credits.length > 0) {
    section(lines, style, 'Credits', reading.credits.length);
    for (const credit of reading.credits) lines.push(`  ${credit.relation}: ${clean(credit.name)} (${credit.status})`);
  }
  return `${lines.join('\n')}\n`;
}

function section(lines: string[], style: ReturnType<typeof paint>, name: string, count: number): void {
  if (count > 0) lines.push('', `${style('bold', name)} ${style('dim', String(count))}`);
}

export function who(event: Event): string {
  const actors = event.actors.map(label).join(', ') || '(nobody named)';
  return event.recipients.length > 0 ? `${actors} → ${event.recipients.map(label).join(', ')}` : actors;
}

function label(actor: Actor): string {
  const name = actor.name ?? actor.text;
  return actor.code && actor.code !== name ? `${name} [${actor.code}${actor.sector ? ` ${actor.sector}` : ''}]` : name;
}

function speaker(statement: Statement): string {
  if (statement.speaker === null) return '(no speaker)';
  const name = statement.speaker.name ?? statement.speaker.text;
  const via = statement.via.map((link) => link.name).join(' via ');
  return via ? `${name} (via ${via})` : name;
}

const details = (event: Event): string =>
  [event.modality, event.date?.value ?? null, event.place ? clean(event.place.name) : null, event.channel]
    .filter((detail) => detail !== null)
    .join(' · ');

const shorten = (text: string): string => {
  const line = clean(text);
  return line.length <= WIDTH ? line : `${line.slice(0, WIDTH - 1).replace(/\s+\S*$/, '')}…`;
};

/** One line without control characters: a page must not move the cursor of who reads it. */
export const clean = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '');
