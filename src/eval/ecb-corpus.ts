/** ECB+ as it is distributed: tokens by sentence, event and entity mentions with their chains. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sentence } from '../core/index.ts';
import { type LanguageModel, parseWords } from '../language/index.ts';

interface RawMention {
  readonly coref_chain: string;
  readonly doc_id: string;
  readonly mention_type: string;
  readonly sent_id: number;
  readonly tokens_number: readonly number[];
  readonly tokens_str: string;
}

/** An event mention with what stands around it. */
export interface EventMention {
  readonly document: string;
  readonly topic: string;
  readonly chain: string;
  /** Lemma of the head word. */
  readonly lemma: string;
  readonly verb: boolean;
  /** Lower-case content words of the sentence and of the document. */
  readonly sentence: ReadonlySet<string>;
  readonly words: ReadonlyMap<string, number>;
  /** Words of the entity mentions that depend on the event, else of those in its sentence; by type. */
  readonly people: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
}

/** Loads one part, "Train" or "Dev". Chains and types of mentions are read, entity chains are not. */
export function loadEcb(goldDir: string, part: string, model: LanguageModel): EventMention[] {
  const file = (name: string): string => readFileSync(join(goldDir, 'ecb', `ECB_${part}_${name}`), 'utf8');
  const documents = readTokens(file('corpus.txt'));
  const events = JSON.parse(file('Event_gold_mentions.json')) as RawMention[];
  const entities = JSON.parse(file('Entity_gold_mentions.json')) as RawMention[];
  const key = ({ doc_id, sent_id }: RawMention): string => `${doc_id} ${sent_id}`;
  const around = new Map<string, RawMention[]>();
  for (const entity of entities) {
    const list = around.get(key(entity));
    if (list) list.push(entity);
    else around.set(key(entity), [entity]);
  }
  const trees = new Map<string, Sentence | undefined>();
  const words = new Map([...documents].map(([id, sentences]) => [id, countWords(sentences)]));
  return events.map((event): EventMention => {
    const forms = documents.get(event.doc_id)?.get(event.sent_id) ?? [];
    if (!trees.has(key(event))) trees.set(key(event), parseWords([forms], model)[0]);
    const tree = trees.get(key(event));
    const head = headOf(tree, event.tokens_number);
    const token = tree?.tokens[head];
    const near = around.get(key(event)) ?? [];
    const textOf = (...types: readonly string[]): Set<string> => {
      const own = near.filter(({ mention_type }) => types.includes(mention_type));
      const depending = own.filter((entity) => below(tree, headOf(tree, entity.tokens_number), head));
      return new Set((depending.length > 0 ? depending : own).flatMap(({ tokens_str }) => contentOf([tokens_str])));
    };
    return {
      document: event.doc_id,
      topic: event.doc_id.split('_')[0] as string,
      chain: event.coref_chain,
      lemma: (token?.lemma ?? event.tokens_str).toLowerCase(),
      verb: token?.upos === 'VERB',
      sentence: new Set(contentOf(forms)),
      words: words.get(event.doc_id) ?? new Map(),
      people: textOf('HUM'),
      places: textOf('LOC'),
      times: textOf('TIM'),
      things: textOf('NON'),
    };
  });
}

type Sentences = Map<number, string[]>;

function readTokens(corpus: string): Map<string, Sentences> {
  const documents = new Map<string, Sentences>();
  for (const line of corpus.split('\n')) {
    const [id, sentence, , form] = line.split('\t');
    if (id === undefined || sentence === undefined || form === undefined) continue;
    const document = documents.get(id) ?? new Map<number, string[]>();
    documents.set(id, document);
    const list = document.get(Number(sentence));
    if (list) list.push(form);
    else document.set(Number(sentence), [form]);
  }
  return documents;
}

/** The mention's word whose head lies outside it; the first of several. */
function headOf(tree: Sentence | undefined, tokens: readonly number[]): number {
  const inside = new Set(tokens);
  return tokens.find((i) => !inside.has(tree?.tokens[i]?.head ?? -1)) ?? tokens[0] ?? 0;
}

function below(tree: Sentence | undefined, word: number, head: number): boolean {
  for (let up = word, steps = 0; up >= 0 && steps < 4; steps++) {
    if (up === head) return true;
    up = tree?.tokens[up]?.head ?? -1;
  }
  return false;
}

const LEAN = new Set(
  'the a an and or of to in on at for by with from as that this his her its their he she it they was were is are be been has have had will would said after into over than not who which'.split(
    ' ',
  ),
);

const contentOf = (forms: readonly string[]): string[] =>
  forms
    .flatMap((form) => form.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 1 && !LEAN.has(word));

function countWords(sentences: Sentences): Map<string, number> {
  const counts = new Map<string, number>();
  for (const forms of sentences.values())
    for (const word of contentOf(forms)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
