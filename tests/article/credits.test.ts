import { expect, test } from 'vitest';
import { copyrightOwner, findCredits } from '../../src/article/credits.ts';

const of = (kind: string, text: string, body = '') =>
  findCredits({
    asides: text === '' ? [] : [{ kind, text }],
    text: body,
    lastBlock: body,
    datelineAgency: null,
    datelineText: null,
  }).map((credit) => `${credit.relation} ${credit.name}`);
const check = (kind: string, text: string, expected: string[]) => expect(of(kind, text)).toEqual(expected);

test('first published in', () =>
  check('syndication', 'This article was first published in Coast Mirror . All contents belong to their owners.', [
    'first-published Coast Mirror',
  ]));
test('originally appeared on', () =>
  check('syndication', 'This story originally appeared on Ridge Radio on May 3, 2029.', [
    'first-published Ridge Radio',
  ]));
test('the post appeared first on', () =>
  check('syndication', 'The post Rivers rise appeared first on Maren Online.', ['first-published Maren Online']));
test('republished with permission', () =>
  check('syndication', 'Republished with permission from The Sarn Gazette.', ['first-published The Sarn Gazette']));
test('a source that is an agency', () => check('syndication', 'Source: VNA/VNS', ['agency VNA', 'agency VNS']));
test('a source that is a paper', () => check('syndication', 'Source: Coast Mirror', ['first-published Coast Mirror']));
test('an agency alone', () => check('agency', '(AFP)', ['agency AFP']));
test('edited by', () => check('credit', 'Edited by Perrin Cole.', ['edited-by Perrin Cole']));
test('reporting and editing', () =>
  check('credit', '(Reporting by Ana Velt; Editing by Bo Marsh)', ['edited-by Bo Marsh']));
test('copyright', () =>
  check('copyright', '© 2029 The Sarn Gazette. All rights reserved.', ['copyright The Sarn Gazette']));
test('copyright of nobody', () =>
  check('copyright', 'All contents and images are copyright to their respective owners', []));
test('teasers are not asked', () => check('teaser', 'First published in Coast Mirror', []));

test('told an outlet', () =>
  expect(of('', '', 'Fisherman Hale Orrin told the Coast Mirror Daily that nets are dear.')).toEqual([
    'told Coast Mirror Daily',
  ]));
test('briefed an agency', () =>
  expect(of('', '', '“Good,” said the official, who briefed Reuters on condition of anonymity.')).toEqual([
    'told Reuters',
  ]));
test('told a person is no outlet', () =>
  expect(of('', '', 'Brandt told Reyk that the bridge would stand.')).toEqual([]));
test('signed off', () => expect(of('', '', 'The talks will go on next week. – Bernama')).toEqual(['agency Bernama']));

test('owner of a copyright line', () => {
  expect(copyrightOwner('Copyright © 2019-2031 Maren Online Ltd.')).toBe('Maren Online');
  expect(copyrightOwner('All rights reserved.')).toBeNull();
});
