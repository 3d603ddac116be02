import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, inStep } from '../../src/record/copies/align.ts';
import {
  type AlignedRestoration,
  CopyIndex,
  type CopyInput,
  kinship,
  namesOf,
  type Original,
  restoreFromOriginals,
  wordsOf,
} from '../../src/record/copies/index.ts';
import { hashWord } from '../../src/record/copies/words.ts';

const STORY = `The ferry between Quellin and Tavel will run again from Monday, the two harbour offices said after a meeting of nine hours. It had stood still since a crane fell on the landing stage in the spring storms. Estovia pays for the crane, Norland for the stage, and nobody pays for the fish that spoiled.
Harbour master Oru Benning walked along the pier with 14 engineers and tried every bolt with his own hands. He found two that were loose and had them changed before lunch.
A first boat with 60 lorries leaves at dawn. The drivers have slept in their cabs for eleven weeks, and some of them have planted beans between the wheels.
Traders in Tavel expect cheaper bread by the end of the month, since flour came by the long road over the pass. The road is narrow, and in the fog it was closed three times.`;
const OTHER = `A court in Norland has sent two men to prison who sold maps of a lake that does not exist. Judge Velda Marr said that the maps were beautiful and that this made it worse. The men had drawn bays, reeds and a lighthouse, and nineteen families bought a place on the shore.
One buyer drove for two days and found a field of barley. The farmer showed him the field and gave him soup. The maps now hang in the museum of Tavel, where children look for the lighthouse.`;
const side = (text: string, publisher: string | null = null, url: string | null = null, spun = false) => ({
  words: wordsOf(text),
  publisher,
  url,
  spun,
});
const relation = (a: string, b: string) => kinship(side(a, 'A'), side(b, 'B'))?.relation ?? null;

describe('what two texts are to each other', () => {
  test('the same text', () => expect(relation(STORY, STORY)).toBe('identical'));
  test('its opening', () => expect(relation(STORY, STORY.slice(0, STORY.length / 2))).toBe('excerpt'));
  test('with a paragraph left out', () =>
    expect(
      relation(
        STORY,
        STORY.split('\n')
          .filter((_, i) => i !== 1)
          .join('\n'),
      ),
    ).toBe('abridged'));
  test('inside another page', () =>
    expect(relation(STORY, `${OTHER}\n${STORY.split('\n').slice(0, 2).join('\n')}\n${OTHER}`)).not.toBeNull());
  test('two stories are nothing to each other', () => expect(relation(STORY, OTHER)).toBeNull());
  test('a shared quotation is no copy', () => {
    const quote = `“${STORY.split('\n')[0]}”`;
    expect(
      relation(
        `${OTHER}\n${quote}, he said.`,
        `${quote}, said the office. The lorries wait in a row and the beans grow.`,
      ),
    ).toBe('quotes');
  });
  test('every third word exchanged, one by one', () => {
    const words = STORY.split(' ')
      .map((word, i) => (i % 3 === 2 ? `x${word.length}q` : word))
      .join(' ');
    expect(relation(STORY, words)).toBe('rewrite');
    expect(kinship(side(STORY), side(words, null, null, true))?.relation).toBe('spun');
  });
  test('a later state of a live page', () =>
    expect(kinship(side(STORY, 'A', 'u'), side(`${OTHER}\n${STORY}`, 'A', 'u'))?.relation).toBe('revision'));
});

describe('the index', () => {
  const input = (id: string, text: string): CopyInput => ({ id, text, publisher: null, url: null, spun: false });
  test('finds the earlier ones, and adding order is all that decides who is earlier', () => {
    const texts = new Map([
      ['a', STORY],
      ['b', OTHER],
      ['c', STORY.slice(0, 500)],
    ]);
    const index = new CopyIndex((id) => input(id, texts.get(id) ?? ''));
    const kin = [...texts].map(([id, text]) => index.add(input(id, text)).map(({ other }) => other));
    expect(kin).toEqual([[], [], ['a']]);
    expect(index.size).toBe(3);
  });
  test('meeting a document leaves no trace', () => {
    const index = new CopyIndex((id) => input(id, STORY));
    index.add(input('a', STORY));
    const bytes = index.bytes;
    for (let i = 0; i < 3; i++) expect(index.meet(input('x', STORY)).map(({ other }) => other)).toEqual(['a']);
    expect([index.size, index.bytes]).toEqual([1, bytes]);
  });
});

test('a closing paragraph of the publisher makes no copies once it is known', () => {
  const closing = STORY.split('\n').slice(0, 2).join(' ');
  const stories = ['barley', 'lighthouse', 'ferry', 'museum', 'soup'].map(
    (word, i) =>
      `${OTHER.split(' ')
        .map((one) => `${one}${word}`)
        .join(' ')
        .slice(0, 1200)} ${i}\n${closing}`,
  );
  const input = (i: number): CopyInput => ({
    id: `${i}`,
    text: stories[i] ?? '',
    publisher: 'Tavel Courier',
    url: null,
    spun: false,
  });
  const index = new CopyIndex((id) => input(Number(id)));
  const kin = stories.map((_, i) => index.add(input(i)).length);
  expect(kin).toEqual([0, 1, 0, 0, 0]);
});

describe('restoring from the original', () => {
  const text =
    'The foreign minister of Estovia told Bill Benning of the Harbour News Agency that the Comprehensive Strategic Partnership will be signed next week in Tavel.';
  const spun =
    'The alien clergyman of Estovia advised Invoice Benning of the Haven Information Company that the Complete Strategic Companionship will be signed subsequent week in Tavel.';
  const original = (own: string, id = 'first'): Original => ({
    id,
    name: 'the Tavel Courier',
    text: own,
    names: namesOf(own, {
      mentions: own.includes('Bill')
        ? [{ span: [own.indexOf('Bill'), own.indexOf('Benning') + 7], kind: 'person' }]
        : [],
      relations: [],
    }),
  });
  const shown = (found: readonly AlignedRestoration[]): string[] =>
    found.map(({ from, to, kind }) => `${from} → ${to} (${kind})`);
  test('names whole, and the words between those that agree', () =>
    expect(shown(restoreFromOriginals(spun, [original(text)]))).toEqual([
      'alien clergyman → foreign minister (term)',
      'advised → told (term)',
      'Invoice Benning → Bill Benning (person)',
      'Haven Information Company → Harbour News Agency (title)',
      'Complete Strategic Companionship → Comprehensive Strategic Partnership (title)',
      'subsequent → next (term)',
    ]));
  test('one word of a name that became several', () =>
    expect(
      shown(restoreFromOriginals(text.replace('Bill Benning', 'Tab Or Invoice Benning'), [original(text)])),
    ).toEqual(['Tab Or Invoice Benning → Bill Benning (person)']));
  test('words put into a name, and put behind it', () => {
    const own =
      'The letter to Foreign Minister Oru Benning was sent, and the Deputy Minister will answer it before the week is over.';
    const garbled = own.replaceAll('Minister', 'Minister Of Religion');
    expect(shown(restoreFromOriginals(garbled, [original(own)]))).toEqual([
      'Foreign Minister Of Religion Oru Benning → Foreign Minister Oru Benning (title)',
      'Deputy Minister Of Religion → Deputy Minister (title)',
    ]);
  });
  test('says whose text it is read from, and quotes the surface', () => {
    for (const { basis, span, from, document } of restoreFromOriginals(spun, [original(text)])) {
      expect([basis, document]).toEqual(['aligned with the Tavel Courier', 'first']);
      expect(spun.slice(...span)).toBe(from);
    }
  });
  test('a second original fills what the first leaves open, in whatever order they come', () => {
    const half = original(text.slice(0, text.indexOf(' that')), 'half');
    const rest = original(text.slice(text.indexOf('Harbour')), 'rest');
    const both = restoreFromOriginals(spun, [half, rest]);
    expect(both).toEqual(restoreFromOriginals(spun, [rest, half]));
    expect(new Set(both.map(({ document }) => document))).toEqual(new Set(['half', 'rest']));
  });
  test('nothing from a text of other words, and nothing where nothing differs', () => {
    expect(restoreFromOriginals(spun, [original(OTHER)])).toEqual([]);
    expect(restoreFromOriginals(text, [original(text)])).toEqual([]);
    expect(restoreFromOriginals(spun, [])).toEqual([]);
  });
  test('any two texts: spans quote the text, rise, do not overlap', () => {
    const words = fc
      .array(
        fc.constantFrom('the', 'Invoice', 'Bill', 'Benning', 'of', 'Tavel', 'told', 'said.', '\n', '12', '\ud800'),
        {
          maxLength: 90,
        },
      )
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, (a, b) => {
        let last = 0;
        for (const { span, from } of restoreFromOriginals(a, [original(b)])) {
          expect(a.slice(...span)).toBe(from);
          expect(span[0]).toBeGreaterThanOrEqual(last);
          last = span[1];
        }
      }),
    );
  });
});

test('words: accents, case and a possessive do not count; offsets quote the text', () => {
  const { count, hashes, starts, ends } = wordsOf("Café’s CAFE cafe's 12");
  expect(count).toBe(4);
  expect(new Set([...hashes.slice(0, 3)])).toEqual(new Set([hashWord('cafe')]));
  expect([...starts].map((start, i) => "Café’s CAFE cafe's 12".slice(start, ends[i]))).toEqual([
    'Café’s',
    'CAFE',
    "cafe's",
    '12',
  ]);
});

test('any two texts: runs lie in both and agree, no more is aligned than there is, nothing throws', () => {
  const text = fc
    .array(fc.constantFrom('the', 'harbour', 'of', 'Quellin', '“', '”', '12', 'é', '\n', '\ud800', 'fell', 'Norland'), {
      maxLength: 80,
    })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = [wordsOf(a), wordsOf(b)];
      const { runs, aligned, leftWords, rightWords } = align(left, right);
      expect(aligned).toBeLessThanOrEqual(Math.min(leftWords, rightWords));
      for (const run of runs)
        expect(wordsOf(a.slice(...run.left)).hashes[0]).toBe(wordsOf(b.slice(...run.right)).hashes[0]);
      expect(inStep(left, right)).toBeLessThanOrEqual(leftWords);
      expect(kinship(side(a), side(b))?.relation).toBe(kinship(side(a), side(b))?.relation);
    }),
  );
});
