import { describe, expect, test } from 'vitest';
import { readAttributions } from '../../src/eval/attributions.ts';
import { scoreRelations } from '../../src/eval/relations.ts';
import { align, isStrict, isT50, jaccard, type Spoken, sameSource, wordsIn } from '../../src/eval/statement-score.ts';

const TEXT = 'The Danish envoy said that the talks had failed.';
const span = (words: string): [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];
const spoken = (source: string | null, cue: string | null, content: string): Spoken => ({
  source: source === null ? null : span(source),
  cue: cue === null ? null : span(cue),
  content: [span(content)],
});

test('words are runs of letters and digits; marks never count', () =>
  expect(wordsIn('“A b,” c-2', [[0, 10]]).size).toBe(4));
test('two empty sets agree', () => expect(jaccard(new Set(), new Set())).toBe(1));

describe('sources', () => {
  test('the same last word is enough', () =>
    expect(sameSource(TEXT, span('The Danish envoy'), span('envoy'))).toBe(true));
  test('none agrees with none alone', () => {
    expect(sameSource(TEXT, null, null)).toBe(true);
    expect(sameSource(TEXT, null, span('envoy'))).toBe(false);
  });
});

describe('pairs', () => {
  const gold = spoken('Danish envoy', 'said', 'the talks had failed');
  test('half of the content and the source are T50, all of both strict', () => {
    const half = spoken('envoy', 'said', 'talks had failed');
    expect(isT50(TEXT, gold, half)).toBe(true);
    expect(isStrict(TEXT, gold, half)).toBe(false);
    expect(isStrict(TEXT, gold, gold)).toBe(true);
  });
  test('less than half is not', () => expect(isT50(TEXT, gold, spoken('envoy', 'said', 'failed'))).toBe(false));
  test('by cue, each used once', () => expect(align(TEXT, [gold], [gold, gold])).toEqual([[0, 0]]));
  test('without a cue by content', () =>
    expect(align(TEXT, [gold], [spoken(null, null, 'the talks had failed')])).toEqual([[0, 0]]));
});

test('a relation counts by pair, level and change, in any order of the pair', () => {
  const gold = { parties: ['VNM', 'JPN'] as const, ladder: 'vn', level: 'strategic', change: 'holds', since: null };
  const found = {
    parties: ['JPN', 'VNM'] as const,
    ladder: 'vn',
    level: 'strategic',
    change: 'holds' as const,
    since: null,
    date: null,
    evidence: [0, 1] as const,
    rule: 'x',
  };
  expect(scoreRelations([gold], [found]).state).toEqual({ tp: 1, fp: 0, fn: 0 });
  expect(scoreRelations([gold], [{ ...found, level: 'special' }]).state).toEqual({ tp: 0, fp: 1, fn: 1 });
});

test('an attribution of the discourse layer: source, cue and the unit told', () => {
  const rows = [
    '1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tDiscourse=attribution-positive:1->2:0:sem-atsrc-1+lex-indwd-2',
    '2\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_',
    '3\train\train\tNOUN\tNN\t_\t4\tnsubj\t_\tDiscourse=ROOT:2:0',
    '4\tfell\tfall\tVERB\tVBD\t_\t2\tccomp\t_\tSpaceAfter=No',
    '5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_',
  ];
  const [doc] = readAttributions(`# newdoc id = x\n${rows.join('\n')}\n\n`);
  const quote = (at: readonly [number, number] | null): string | null => (at === null ? null : doc!.text.slice(...at));
  expect(doc!.text).toBe('She said rain fell.');
  expect(doc!.gold.map((one) => [quote(one.source), quote(one.cue), one.content.map(quote)])).toEqual([
    ['She', 'said', ['rain fell.']],
  ]);
});
