/** Attribution relations of GUM's discourse layer: gold for who said what, read from the MISC column of its CoNLL-U. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Block, bareArticle, type Span } from '../core/index.ts';
import { findStatements } from '../findings/statements/index.ts';
import { analyze } from '../language/index.ts';
import { findMentions } from '../mentions/index.ts';
import type { EvalContext, Score, Scorer } from './scorer.ts';
import { align, jaccard, type Spoken, wordsIn } from './statement-score.ts';
import { foundSpoken } from './statements.ts';

export interface AttributionDoc {
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly gold: readonly (Spoken & { readonly lemma: string })[];
}

interface Word {
  readonly span: Span;
  readonly lemma: string;
  readonly sentence: number;
  /** Discourse units that start here, as "relation:unit->head:…". */
  readonly discourse: readonly string[];
}

/** Documents with their attributions. Source and cue come from the signals, the content is the unit told and what hangs on it. */
export function readAttributions(conllu: string): AttributionDoc[] {
  const docs: AttributionDoc[] = [];
  let id = '';
  let text = '';
  let words: Word[] = [];
  let blocks: Block[] = [];
  let from = 0;
  let sentence = 0;
  let piece: { last: number; left: string; start: number } | null = null;
  const closeBlock = (): void => {
    const end = text.trimEnd().length;
    if (end > from) blocks.push({ span: [from, end], kind: 'body' });
    text = `${text.slice(0, end)}\n\n`;
    from = text.length;
  };
  const closeDoc = (): void => {
    if (words.length > 0) {
      closeBlock();
      docs.push({ id, text: text.trimEnd(), blocks, gold: attributionsOf(words) });
    }
    text = '';
    words = [];
    blocks = [];
    from = 0;
  };
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newdoc')) {
      closeDoc();
      id = line.slice(line.indexOf('=') + 1).trim();
    } else if (line.startsWith('# newpar') && !line.startsWith('# newpar_block') && text.trim() !== '') closeBlock();
    if (line === '') sentence++;
    const cells = line.split('\t');
    if (cells.length < 10 || cells[0]!.includes('.')) continue;
    const gap = cells[9]!.includes('SpaceAfter=No') ? '' : ' ';
    if (cells[0]!.includes('-')) {
      const [, last] = cells[0]!.split('-').map(Number);
      piece = { last: last!, left: cells[1]!, start: text.length };
      text += cells[1]! + gap;
      continue;
    }
    const number = Number(cells[0]);
    let span: Span;
    if (piece !== null && number <= piece.last) {
      const length: number = number === piece.last ? piece.left.length : Math.min(piece.left.length, cells[1]!.length);
      span = [piece.start, piece.start + length];
      piece =
        number === piece.last
          ? null
          : { last: piece.last, left: piece.left.slice(length), start: piece.start + length };
    } else {
      span = [text.length, text.length + cells[1]!.length];
      text += cells[1]! + gap;
    }
    const discourse = cells[9]!.split('|').find((part) => part.startsWith('Discourse='));
    words.push({
      span,
      lemma: cells[2]!,
      sentence,
      discourse: discourse === undefined ? [] : discourse.slice(10).split(';'),
    });
  }
  closeDoc();
  return docs;
}

function attributionsOf(words: readonly Word[]): (Spoken & { lemma: string })[] {
  const units = new Map<number, { first: number; last: number; head: number; relation: string }>();
  const starts: number[] = [];
  words.forEach((word, at) => {
    const match = /^([\w-]+):(\d+)->(\d+)/.exec(word.discourse[0] ?? '');
    const root = match === null ? /^ROOT:(\d+)/i.exec(word.discourse[0] ?? '') : null;
    if (match !== null)
      units.set(Number(match[2]), { first: at, last: at, head: Number(match[3]), relation: match[1]! });
    else if (root !== null) units.set(Number(root[1]), { first: at, last: at, head: 0, relation: 'root' });
    else return;
    starts.push(at);
  });
  for (const unit of units.values()) {
    const next = starts.find((start) => start > unit.first);
    unit.last = (next ?? words.length) - 1;
  }
  const found: (Spoken & { lemma: string })[] = [];
  words.forEach((word) => {
    for (const relation of word.discourse) {
      const match = /^attribution-positive:(\d+)->(\d+):\d+:(.*)$/.exec(relation);
      if (match === null) continue;
      const signals = match[3]!;
      const tokens = (kind: string): number[] =>
        [...signals.matchAll(new RegExp(`${kind}-([\\d,]+)`, 'g'))].flatMap((hit) =>
          hit[1]!
            .split(',')
            .filter((part) => part !== '')
            .map((part) => Number(part) - 1),
        );
      const cue = tokens('lex-indwd');
      const source = tokens('sem-atsrc');
      const told = Number(match[2]);
      const own = Number(match[1]);
      const content: Span[] = [];
      for (const [number, unit] of units) {
        if (
          number === own ||
          !hangsOn(units, number, told, own) ||
          words[unit.first]!.sentence !== words[units.get(told)?.first ?? 0]!.sentence
        )
          continue;
        content.push([words[unit.first]!.span[0], words[unit.last]!.span[1]]);
      }
      if (cue.length === 0 || content.length === 0 || words[cue[0]!] === undefined) continue;
      found.push({
        cue: spanOver(words, cue),
        source: source.length === 0 ? null : spanOver(words, source),
        content,
        lemma: words[cue[0]!]!.lemma,
      });
    }
  });
  return found;
}

/** The unit told itself and what hangs on it, the attribution aside; the caller keeps to the sentence. */
function hangsOn(units: ReadonlyMap<number, { head: number }>, number: number, told: number, own: number): boolean {
  let at = number;
  for (let steps = 0; steps < 6; steps++) {
    if (at === told) return true;
    const unit = units.get(at);
    if (unit === undefined || at === own) return false;
    at = unit.head;
  }
  return at === told;
}

const spanOver = (words: readonly Word[], at: readonly number[]): Span => {
  const known = at.filter((index) => words[index] !== undefined);
  return [
    Math.min(...known.map((index) => words[index]!.span[0])),
    Math.max(...known.map((index) => words[index]!.span[1])),
  ];
};

/** T50 with the one word that GUM marks of a source: it lies in the source found, or is the article in front of it. */
export function isTold(text: string, gold: Spoken, found: Spoken): boolean {
  if (jaccard(wordsIn(text, gold.content), wordsIn(text, found.content)) < 0.5) return false;
  if (gold.source === null || found.source === null) return gold.source === found.source;
  return gold.source[0] < found.source[1] && found.source[0] <= gold.source[1] + 1;
}

export const attributionScorer: Scorer = {
  name: 'attributions',
  describe: 'who said what: attribution relations of GUM with a speech cue (found, T50)',
  needs: ['treebanks/gum-dev.conllu', 'treebanks/gum-test.conllu'],
  async score(context: EvalContext): Promise<readonly Score[]> {
    if (context.goldDir === null) return [];
    const kit = await context.kit();
    const scores: Score[] = [];
    for (const split of ['dev', 'test'] as const) {
      const docs = readAttributions(readFileSync(join(context.goldDir, 'treebanks', `gum-${split}.conllu`), 'utf8'));
      let gold = 0;
      let cued = 0;
      let right = 0;
      let content = 0;
      for (const doc of docs) {
        // What writers and speakers say of themselves ("I think", "as you know") is no statement to record.
        const speech = doc.gold.filter(
          (one) =>
            !(one.source !== null && /^(i|we|you)$/i.test(doc.text.slice(...one.source))) &&
            (kit.findings.statements.cues.get(one.lemma.toLowerCase()) ?? []).some(
              (cue) => cue.tier === 'sure' || cue.tier === 'usual',
            ),
        );
        if (speech.length === 0) continue;
        const article = bareArticle(doc.text, { id: doc.id, blocks: doc.blocks });
        const parsed = analyze({ article, restorations: [], spun: false, flags: [] }, kit.language);
        const found = findStatements(findMentions(parsed, kit.knowledge), kit.findings.statements, kit.knowledge).map(
          foundSpoken,
        );
        gold += speech.length;
        for (const [g, f] of align(doc.text, speech, found)) {
          cued++;
          if (jaccard(wordsIn(doc.text, speech[g]!.content), wordsIn(doc.text, found[f]!.content)) >= 0.5) content++;
          if (isTold(doc.text, speech[g]!, found[f]!)) right++;
        }
      }
      const share = (value: number): number => (gold === 0 ? 0 : value / gold);
      scores.push(
        { measure: `attributions/gum-${split}/cue-recall`, value: share(cued), n: gold },
        { measure: `attributions/gum-${split}/content-recall`, value: share(content), n: gold },
        { measure: `attributions/gum-${split}/t50-recall`, value: share(right), n: gold },
      );
    }
    return scores;
  },
};
