import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, bareArticle, type Mentioned, type Sentence, type Token } from '../../../src/core/index.ts';
import { findFigures, loadFigureTables } from '../../../src/findings/figures/index.ts';
import { findRelations, loadRelationTables } from '../../../src/findings/relations/index.ts';
import { explainCues, findStatements, loadStatementTables } from '../../../src/findings/statements/index.ts';
import { makeKnowledge, readTables } from '../../../src/knowledge/index.ts';

const tables = loadStatementTables();
const knowledge = makeKnowledge(readTables('no-such-folder'));

const WORDS: readonly (readonly [string, string, string, string])[] = [
  ['said', 'say', 'VERB', 'VBD'],
  ['told', 'tell', 'VERB', 'VBD'],
  ['urged', 'urge', 'VERB', 'VBD'],
  ['saying', 'say', 'VERB', 'VBG'],
  ['quoted', 'quote', 'VERB', 'VBN'],
  ['welcomed', 'welcome', 'VERB', 'VBD'],
  ['expressed', 'express', 'VERB', 'VBD'],
  ['concern', 'concern', 'NOUN', 'NN'],
  ['claim', 'claim', 'NOUN', 'NN'],
  ['minister', 'minister', 'NOUN', 'NN'],
  ['Norvik', 'Norvik', 'PROPN', 'NNP'],
  ['that', 'that', 'SCONJ', 'IN'],
  ['to', 'to', 'PART', 'TO'],
  ['of', 'of', 'ADP', 'IN'],
  ['according', 'accord', 'VERB', 'VBG'],
  ['citing', 'cite', 'VERB', 'VBG'],
  ['it', 'it', 'PRON', 'PRP'],
  ['strategic', 'strategic', 'ADJ', 'JJ'],
  ['partnership', 'partnership', 'NOUN', 'NN'],
  ['upgraded', 'upgrade', 'VERB', 'VBD'],
  ['would', 'would', 'AUX', 'MD'],
  ['not', 'not', 'PART', 'RB'],
  [',', ',', 'PUNCT', ','],
  ['.', '.', 'PUNCT', '.'],
  [':', ':', 'PUNCT', ':'],
  ['"', '"', 'PUNCT', "''"],
  ['“', '“', 'PUNCT', '``'],
  ['”', '”', 'PUNCT', "''"],
];
const RELS = [
  'nsubj',
  'obj',
  'obl',
  'ccomp',
  'xcomp',
  'advcl',
  'acl',
  'acl:relcl',
  'parataxis',
  'conj',
  'mark',
  'case',
  'punct',
  'appos',
  'nmod',
  'iobj',
  'nsubj:pass',
  'aux:pass',
  'compound:prt',
  'dep',
];

/** Any words in any tree: heads are drawn before their dependants, so every tree is rooted and has no loop. */
const sentenceOf = fc
  .array(
    fc.record({ word: fc.nat(WORDS.length - 1), head: fc.nat(1000), rel: fc.nat(RELS.length - 1), far: fc.boolean() }),
    { minLength: 1, maxLength: 14 },
  )
  .map((draws) => draws);

const documentOf = fc.array(sentenceOf, { minLength: 1, maxLength: 3 }).map((drawn): Mentioned => {
  let text = '';
  const sentences: Sentence[] = [];
  const blocks: Block[] = [];
  drawn.forEach((draws, index) => {
    const start = text.length;
    const tokens: Token[] = draws.map((draw, at) => {
      const [form, lemma, upos, xpos] = WORDS[draw.word]!;
      const from = text.length;
      text += `${form} `;
      const head = at === 0 ? -1 : draw.head % at;
      return {
        start: from,
        end: from + form.length,
        form,
        lemma,
        upos,
        xpos,
        feats: '_',
        head,
        deprel: at === 0 ? 'root' : RELS[draw.rel]!,
      };
    });
    sentences.push({ index, span: [start, text.length - 1], block: index, tokens });
    blocks.push({ span: [start, text.length - 1], kind: 'body' });
    text += '\n';
  });
  const article = bareArticle(text, { blocks });
  return { article, restorations: [], spun: drawn.length === 2, flags: [], sentences, reference: null, mentions: [] };
});

test('any words in any tree: nothing throws, every span is a quote of the text', () => {
  fc.assert(
    fc.property(documentOf, (doc) => {
      const size = doc.article.text.length;
      for (const statement of findStatements(doc, tables, knowledge)) {
        expect(statement.confidence).toBeGreaterThan(0);
        expect(statement.confidence).toBeLessThanOrEqual(1);
        for (const span of [...statement.content, statement.evidence, ...(statement.cue ? [statement.cue] : [])]) {
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[0]).toBeLessThan(span[1]);
          expect(span[1]).toBeLessThanOrEqual(size);
        }
        if (statement.speaker) expect(doc.article.text.slice(...statement.speaker.span)).toBe(statement.speaker.text);
      }
      for (const sent of doc.sentences) explainCues(doc, sent, tables, knowledge);
      findRelations(doc, loadedRelations, knowledge);
      findFigures(doc, [], loadedFigures, knowledge);
    }),
    { numRuns: 600 },
  );
});

const loadedRelations = loadRelationTables();
const loadedFigures = loadFigureTables();
