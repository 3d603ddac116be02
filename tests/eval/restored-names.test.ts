import { expect, test } from 'vitest';
import { tallyNames } from '../../src/eval/restored-names.ts';
import type { SpunText } from '../../src/eval/spinner.ts';
import type { AlignedRestoration } from '../../src/record/copies/index.ts';

// "Envoy Bill Benning met the Harbour Agency." spun.
const text = 'Envoy Invoice Benning met the Haven Agency.';
const at = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
const spun: SpunText = {
  text,
  changes: 2,
  edits: [],
  exchanges: [
    { span: at('Invoice'), from: 'Bill' },
    { span: at('Haven'), from: 'Harbour' },
  ],
  names: [
    { span: at('Invoice Benning'), original: 'Bill Benning' },
    { span: at('Haven Agency'), original: 'Harbour Agency' },
  ],
};
const restored = (from: string, to: string, kind: AlignedRestoration['kind'] = 'person'): AlignedRestoration => ({
  span: at(from),
  from,
  to,
  kind,
  basis: '',
  confidence: 1,
  document: 'a',
});

test.each([
  ['nothing', [], [2, 0, 0, 0]],
  ['a name whole', [restored('Invoice Benning', 'Bill Benning')], [2, 1, 1, 1]],
  ['with more than the name', [restored('Envoy Invoice Benning', 'Envoy Bill Benning')], [2, 1, 1, 1]],
  ['a word of it as a term', [restored('Invoice', 'Bill', 'term')], [2, 1, 0, 0]],
  ['wrongly', [restored('Haven Agency', 'Wire Agency', 'organization')], [2, 0, 1, 0]],
  ['where nothing was exchanged', [restored('Envoy', 'Minister')], [2, 0, 1, 0]],
  [
    'in two pieces',
    [restored('Haven', 'Harbour', 'organization'), restored('Invoice Benning', 'Bill Benning')],
    [2, 2, 2, 2],
  ],
] as const)('restored: %s', (_, restorations, [names, right, proposed, correct]) =>
  expect(tallyNames(spun, restorations)).toEqual({ names, restored: right, proposed, right: correct }),
);
