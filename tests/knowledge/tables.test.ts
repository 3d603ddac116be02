import { expect, test } from 'vitest';
import { checkTables, loadKnowledge, readTables } from '../../src/knowledge/index.ts';
import { parseTable } from '../../src/knowledge/tables.ts';

test('the tables of the package are sound', () => {
  expect(checkTables(readTables())).toEqual([]);
});

test('a missing folder is no knowledge, not an error', () => {
  const none = loadKnowledge('no/such/folder');
  expect(none.countries.size).toBe(0);
  expect(none.matcher.find(['Vietnam'])).toEqual([]);
});

test('lines with too many cells are refused with file and line', () => {
  expect(() => parseTable('a\tb\n1\t2\t3', 'x.tsv')).toThrow('x.tsv, line 2');
  expect(() => parseTable('a\n1', 'x.tsv', ['a', 'source'])).toThrow('column source is missing');
});

test('remarks and empty lines are skipped, missing cells are empty', () => {
  expect(parseTable('# about\na\tb\n\n1\n', 'x.tsv')).toEqual([{ a: '1', b: '' }]);
});

const offices = (...lines: string[]) =>
  lines.map((line) => {
    const [who = '', office = '', person = '', from = '', to = '', flags = '', source = 's'] = line.split('|');
    return { who, office, person, from, to, kind: 'term', flags, confidence: 'B', source };
  });
const problems = (...lines: string[]): string[] =>
  checkTables({ countries: [{ iso3: 'ZZA', source: 's' }], offices: offices(...lines) }).map((one) => one.problem);

test('two holders for more than a week are a wrong date', () => {
  expect(problems('ZZA|hog|Ada|2010-01-01|2012-03-10', 'ZZA|hog|Bo|2012-03-01|')).toEqual(['overlap by 9 days']);
  expect(problems('ZZA|hog|Ada|2010-01-01|2012-03-05', 'ZZA|hog|Bo|2012-03-01|')).toEqual([]);
  expect(
    problems('ZZA|hog|Ada|2010-01-01|2012-03-30|suspended from 2012-03-01', 'ZZA|hog|Bo|2012-03-01||acting'),
  ).toEqual([]);
});

test('a month without a holder in a complete list must be a marked vacancy', () => {
  const coverage = [{ who: 'ZZA', office: 'hog', from: '2010-01-01', to: '2020-12-31', source: 's' }];
  const inWindow = (...lines: string[]): string[] =>
    checkTables({ countries: [{ iso3: 'ZZA', source: 's' }], offices: offices(...lines), coverage }).map(
      (one) => one.problem,
    );
  expect(inWindow('ZZA|hog|Ada|2010-01-01|2012-03-01', 'ZZA|hog|Bo|2012-05-01|')).toEqual(['leave a gap of 61 days']);
  expect(inWindow('ZZA|hog|Ada|2010-01-01|2012-03-01', 'ZZA|hog|Bo|2012-05-01||after-vacancy')).toEqual([]);
  expect(problems('ZZA|hog|Ada|2010-01-01|2012-03-01', 'ZZA|hog|Bo|2012-05-01|')).toEqual([]);
});

test('dates exist and are in order, lines have a source, codes point somewhere', () => {
  expect(problems('ZZA|hog|Ada|2012-13-01|')).toContain('from "2012-13-01" is no date');
  expect(problems('ZZA|hog|Ada|2012-03-01|2011-03-01')).toContain('ends before it begins');
  expect(problems('ZZA|hog|Ada|2012-03-01|||')).toEqual(['has no source']);
  expect(problems('ZZB|hog|Ada|2012-03-01|')).toEqual(['unknown country or body ZZB']);
  expect(problems('ZZA|boss|Ada|2012-03-01|')).toEqual(['unknown office boss']);
});
