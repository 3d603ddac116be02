/** Words, sentences, lemmas, and an article's own needs: datelines, restorations, names kept whole. */

import { describe, expect, test } from 'vitest';
import type { Article, Restored, Span } from '../../src/core/index.ts';
import { hashed, norm, shape } from '../../src/language/features.ts';
import { analyze, fromConllu, loadLanguageModel, parse, toConllu } from '../../src/language/index.ts';
import { findLostAppositions, findLostConjuncts, findLostSubjects } from '../../src/language/lost-subjects.ts';

const model = loadLanguageModel();
const sentences = (text: string): string[] => parse(text, model).map(({ span }) => text.slice(...span));
const words = (text: string): string =>
  parse(text, model)
    .flatMap((s) => s.tokens.map((t) => t.form))
    .join(' ');
const lemmas = (text: string): string =>
  parse(text, model)
    .flatMap((s) => s.tokens.map((t) => t.lemma))
    .join(' ');

describe('sentences', () => {
  const one = (text: string) => expect(sentences(text)).toEqual([text]);
  const two = (a: string, b: string) => expect(sentences(`${a} ${b}`)).toEqual([a, b]);
  test('two plain ones', () => two('Talks ended on Friday.', 'Nobody signed.'));
  test('titles end nothing', () => one('Lt. Gen. Dara Sok met Sen. Ana Reyes and Gov. Tom Hale on Monday.'));
  test('initials end nothing', () => one('The envoy, John F. Marlow, left.'));
  test('U.S. inside a sentence', () => one('The U.S. Embassy in Vientiane reopened.'));
  test('decimals and money', () => one('It rose 3.5 percent to $1.2 billion.'));
  test('a closing quote stays with its sentence', () => two('“We will not sign.”', 'He then left.'));
  test('a question inside a quotation', () => one('“Will you come?” she asked.'));
  test('words quoted before a name', () => one('He called the plan "a gift to Val-Doren" Ardenia could not accept.'));
  test('words quoted before a day', () => one('The ministry called it “an act of war” Monday.'));
  test('what is short for a name', () => one('The World Health Organization (WHO) Director Ana Bell left.'));
  test('blank lines part', () =>
    expect(sentences('Joint statement\n\nThe ministers met.')).toEqual(['Joint statement', 'The ministers met.']));
  test('lines part unless they are wrapped', () =>
    expect(sentences('Headline here\nThe ministers met.')).toHaveLength(2));
  test('wrapped lines do not', () =>
    one(
      'The foreign ministers of nine countries met on Monday in the\ncapital to discuss trade between their countries and agreed to\nmeet once more in spring.',
    ));
});

describe('words', () => {
  test('contractions', () =>
    expect(words("They can't and didn't; it's ours.")).toBe("They ca n't and did n't ; it 's ours ."));
  test('possessives', () =>
    expect(words('Vietnam’s and the ministers’ plans')).toBe('Vietnam ’s and the ministers ’ plans'));
  test('numbers and money', () => expect(words('$1,250.75 or 3.5%')).toBe('$ 1,250.75 or 3.5 %'));
  test('abbreviations keep their full stop', () =>
    expect(words('Mr. Sok met U.S. Gen. Hale.')).toBe('Mr. Sok met U.S. Gen. Hale .'));
});

describe('lemmas', () => {
  test('verbs', () => expect(lemmas('He fled and then underwent talks.')).toContain('flee and then undergo'));
  test('nouns', () => expect(lemmas('The countries sent spokesmen.')).toContain('country send spokesman'));
});

describe('features of words', () => {
  // Shared with train/features.py: its output for the same words.
  test.each([
    ['U.S.', 'u.s.', 'X.X.'],
    ['1,250.75', '0,000.00', 'd,dd.dd'],
    ['COVID-19', 'covid-00', 'XX-dd'],
    ['İstanbul', 'İstanbul', 'Xxx'],
    ['ΣΟΦΟΣ', 'σοφοσ', 'XX'],
  ])('%s', (word, lowered, shaped) => expect([norm(word), shape(word)]).toEqual([lowered, shaped]));
  test('buckets as the trainer computes them', () => {
    expect(hashed('Hanoi', [2048, 8192, 8192, 8192, 1024])).toEqual([1251, 6750, 2283, 1023, 909]);
    expect(hashed('👍🏽', [2048, 8192, 8192, 8192, 1024])).toEqual([1766, 7034, 1938, 2871, 761]);
  });
});

function article(text: string, more: Partial<Article> = {}): Article {
  const empty = { id: 'a', url: null, title: null, byline: [], publisher: null, published: null, publishedBasis: null };
  const rest = { language: 'en', asides: [], credits: [], flags: [], dateline: null };
  return { ...empty, ...rest, text, blocks: [{ span: [0, text.length], kind: 'body' }], ...more };
}
const restored = (text: string, more: Partial<Article> = {}, change: Partial<Restored> = {}): Restored => ({
  article: article(text, more),
  restorations: [],
  spun: false,
  flags: [],
  ...change,
});

describe('an article', () => {
  test('a dateline is part of the sentence but not of its tree', () => {
    const text = 'VIENTIANE (Agency) - Ministers met.';
    const [sent] = analyze(
      restored(text, { dateline: { place: 'Vientiane', agency: 'Agency', span: [0, 20] } }),
      model,
    ).sentences;
    expect(sent?.span).toEqual([0, 35]);
    expect(sent?.tokens.map((t) => t.form)).toEqual(['Ministers', 'met', '.']);
    expect(sent?.tokens[0]).toMatchObject({ start: 21, deprel: 'nsubj' });
  });
  test('blocks part sentences and are counted', () => {
    const blocks = [
      { span: [0, 9] as Span, kind: 'heading' as const },
      { span: [10, 23] as Span, kind: 'body' as const },
    ];
    const parsed = analyze(restored('Talks end Ministers met', { blocks }), model);
    expect(parsed.sentences.map(({ block, index }) => [block, index])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
  test('restored words are read over the surface they stand for', () => {
    const text = 'The Safety Board met.';
    const change = (to: string) => ({
      restorations: [
        { span: [4, 16] as Span, from: 'Safety Board', to, kind: 'organization' as const, basis: '', confidence: 1 },
      ],
    });
    const forms = (to: string) =>
      analyze(restored(text, {}, change(to)), model).sentences[0]?.tokens.map((t) => [
        t.form,
        text.slice(t.start, t.end),
      ]);
    expect(forms('Security Council')?.slice(1, 3)).toEqual([
      ['Security', 'Safety'],
      ['Council', 'Board'],
    ]);
    expect(forms('UN Security Council')?.slice(1, 4)).toEqual([
      ['UN', 'Safety Board'],
      ['Security', 'Safety Board'],
      ['Council', 'Safety Board'],
    ]);
  });
  test('names told beforehand stay whole', () => {
    const text = 'President To Lam met envoys in Ho Chi Minh City.';
    const locks = () =>
      [
        [1, 3],
        [6, 10],
      ] as const;
    const [sent] = parse(text, { ...model, locks });
    const at = (form: string) => sent!.tokens.find((t) => t.form === form)!;
    expect(at('To')).toMatchObject({ xpos: 'NNP', upos: 'PROPN' });
    expect(at('Lam')).toMatchObject({ head: 1, deprel: 'flat', upos: 'PROPN' });
    expect(at('City').deprel).toBe('flat');
  });
  test('office and name are one subject', () => {
    const [sent] = parse('Secretary of State Ana Reyes visited Vientiane.', model);
    expect(sent!.tokens.filter((t) => t.deprel === 'nsubj').map((t) => t.form)).toEqual(['Ana']);
  });
});

describe('slips that are mended', () => {
  test.each([
    ['Maldovia told Ardenia it was ready to talk .', 'nsubj'],
    ['It was clear that talks had failed .', 'expl'],
  ])('%s: "it" is %s', (text, deprel) => {
    expect(parse(text, model)[0]!.tokens.find(({ lemma }) => lemma === 'it')?.deprel).toBe(deprel);
  });
  const rows = (joint: readonly string[], heads: readonly number[], deprels: readonly string[], forms: string) => {
    const words = forms.split(' ').map((form, i) => ({ form, start: i, end: i + 1 }));
    const out = { heads: Int32Array.from(heads), deprels: [...deprels] };
    findLostSubjects(words, out.heads, out.deprels, joint);
    return out;
  };
  test('a headline joins by comma', () => {
    const joint = ['NNP|PROPN', ',|PUNCT', 'NNP|PROPN', 'VBP|VERB', 'NN|NOUN'];
    const read = (rels: string[]) => rows(joint, [3, 2, 0, -1, 3], rels, 'Maldovia , Ardenia sign pact').deprels[2];
    expect(read(['nsubj', 'punct', 'appos', 'root', 'obj'])).toBe('conj');
  });
  test('an apposition that closes with a comma stays one', () => {
    const joint = ['NNP|PROPN', ',|PUNCT', 'NNP|PROPN', ',|PUNCT', 'VBP|VERB'];
    expect(
      rows(joint, [4, 2, 0, 2, -1], ['nsubj', 'punct', 'appos', 'punct', 'root'], 'Sok , Lee , agree').deprels[2],
    ).toBe('appos');
  });
  test('what is joined to half of a hyphened name is joined to the name', () => {
    const words = 'Val - Doren and Ardenia agreed'.split(' ').map((form, i) => ({ form, start: i, end: i + 1 }));
    const heads = Int32Array.from([5, 2, 0, 4, 2, -1]);
    findLostConjuncts(words, heads, ['nsubj', 'punct', 'flat', 'cc', 'conj', 'root']);
    expect(heads[4]).toBe(0);
  });
  test('a second subject behind object and comma tells who the object is', () => {
    const words = 'Ardenia freed Bell , a leader'.split(' ').map((form, i) => ({ form, start: i, end: i + 1 }));
    const heads = Int32Array.from([1, -1, 1, 5, 5, 1]);
    const deprels = ['nsubj', 'root', 'obj', 'punct', 'det', 'nsubj'];
    findLostAppositions(words, heads, deprels);
    expect([heads[5], deprels[5]]).toEqual([2, 'appos']);
  });
  test('a verb gets back the subject after a fronted clause', () => {
    const joint = ['VBG|VERB', 'NNS|NOUN', ',|PUNCT', 'NNP|PROPN', 'VBD|VERB'];
    const { heads, deprels } = rows(
      joint,
      [4, 0, 3, 1, -1],
      ['advcl', 'obj', 'punct', 'appos', 'root'],
      'Citing costs , Ardenia agreed',
    );
    expect([heads[3], deprels[3]]).toEqual([4, 'nsubj']);
  });
});

describe('CoNLL-U', () => {
  const SOURCE = [
    '# sent_id = x-1',
    "# text = They don't go",
    '1\tThey\t_\t_\t_\t_\t_\t_\t_\t_',
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_",
    '2\tdo\t_\t_\t_\t_\t_\t_\t_\t_',
    "3\tn't\t_\t_\t_\t_\t_\t_\t_\t_",
    '4\tgo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No',
    '4.1\tgone\t_\t_\t_\t_\t_\t_\t0:root\t_',
    '',
  ].join('\n');
  const out = toConllu(fromConllu(SOURCE, model)).split('\n');
  test('keeps comments, multiword ranges and empty nodes', () => {
    expect(out.slice(0, 2)).toEqual(SOURCE.split('\n').slice(0, 2));
    expect(out[3]).toBe(SOURCE.split('\n')[3]);
    expect(out[7]).toBe(SOURCE.split('\n')[7]);
  });
  test('fills in lemma, tags and tree', () => {
    expect(out[4]?.split('\t').slice(0, 8)).toEqual([
      '2',
      'do',
      'do',
      'AUX',
      'VBP',
      'Mood=Ind|Tense=Pres|VerbForm=Fin',
      '4',
      'aux',
    ]);
    expect(out[6]?.split('\t').slice(6)).toEqual(['0', 'root', '_', 'SpaceAfter=No']);
  });
});
