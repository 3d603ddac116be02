/** Reads one sentence down to its events, with the tables and the model loaded once. */

import { type Article, bareArticle, type Event, type Mentioned } from '../../../src/core/index.ts';
import { findEvents, loadFindingTables, type Trace } from '../../../src/findings/index.ts';
import { loadKnowledge } from '../../../src/knowledge/index.ts';
import { analyze, loadLanguageModel } from '../../../src/language/index.ts';
import { findMentions } from '../../../src/mentions/index.ts';

export const tables = loadFindingTables();
export const knowledge = loadKnowledge();
const model = loadLanguageModel();

export const articleOf = (text: string, published: string | null = null): Article =>
  bareArticle(text, { published, publishedBasis: published === null ? null : 'given' });

export function mentionedOf(text: string, published: string | null = null): Mentioned {
  const restored = { article: articleOf(text, published), restorations: [], spun: false, flags: [] };
  return findMentions(analyze(restored, model), knowledge);
}

export const eventsOf = (text: string, published: string | null = null, trace?: Trace): readonly Event[] =>
  findEvents(mentionedOf(text, published), tables.events, knowledge, trace ? { trace } : {});

const side = (actors: Event['actors']): string =>
  actors.map((a) => (a.sector === null ? (a.code ?? a.text) : `${a.code ?? a.text} ${a.sector}`)).join(', ');

/** "CONSULT visit GHA GOV > TGO (planned)": mode, sectors and modality only where there are any to tell. */
export function line(event: Event): string {
  const mode = event.mode === null ? '' : ` ${event.mode}`;
  const to = event.recipients.length === 0 ? '' : ` > ${side(event.recipients)}`;
  const modality = event.modality === 'occurred' || event.modality === 'requested' ? '' : ` (${event.modality})`;
  return `${event.type}${mode} ${side(event.actors)}${to}${modality}`.replace(/ +/g, ' ').trim();
}

export const lines = (text: string, published: string | null = null): string[] => eventsOf(text, published).map(line);
