import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AcquireOptions, givenDate, type LineResult, readLines } from '../../src/acquire/index.ts';

async function all(input: string | Uint8Array | Iterable<Uint8Array>, options?: AcquireOptions): Promise<LineResult[]> {
  const pieces = typeof input === 'string' ? [Buffer.from(input)] : input instanceof Uint8Array ? [input] : [...input];
  const results: LineResult[] = [];
  for await (const result of readLines(asStream(pieces), options)) results.push(result);
  return results;
}
async function* asStream(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
const say = (result: LineResult): string => {
  const id = JSON.stringify(result.id);
  if (result.kind === 'refused') return `${id} ${result.error.code}: ${result.error.message}`;
  return result.kind === 'fetch' ? `${id} fetch ${result.url}` : `${id} ${result.page.kind} ${result.page.content}`;
};
const check = async (input: string, expected: readonly string[], options?: AcquireOptions): Promise<void> =>
  expect((await all(input, options)).map(say)).toEqual(expected);

describe('lines', () => {
  test('text', () => check('{"id":"a","text":"Hello"}\n', ['"a" dump Hello']));
  test('text as running text', () => check('{"id":"a","text":"Hello"}', ['"a" plain Hello'], { asPlain: true }));
  test('markup', () => check('{"id":"a","html":"Hello"}', ['"a" html Hello']));
  test('an address', () => check('{"id":"a","url":"https://x.example/"}', ['"a" fetch https://x.example/']));
  test('a number as id is echoed as a number', () => check('{"id":7,"text":"x"}', ['7 dump x']));
  test('no id', () => check('{"text":"x"}', ['null dump x']));
  test('no newline at the end', () => check('{"text":"x"}\n{"text":"y"}', ['null dump x', 'null dump y']));
  test('Windows newlines', () => check('{"text":"x"}\r\n{"text":"y"}\r\n', ['null dump x', 'null dump y']));
  test('an empty line is answered too', () =>
    check('{"text":"x"}\n\n{"text":"y"}\n', ['null dump x', 'null bad-json: the line is empty', 'null dump y']));
  test('not JSON', () => check('nonsense\n', ['null bad-json: the line is not JSON']));
  test('not JSON, but the id is still to be seen', () =>
    check('{"id":"a7","text":"unfinished', ['"a7" bad-json: the line is not JSON']));
  test('not an object', () =>
    check('[1]\n"x"\nnull\n', [
      'null bad-line: not a JSON object',
      'null bad-line: not a JSON object',
      'null bad-line: not a JSON object',
    ]));
  test('nothing in it', () => check('{"id":"a"}', ['"a" bad-line: none of "text", "html", "url" is a string']));
  test('empty text', () => check('{"id":"a","text":" "}', ['"a" empty: the document is empty']));
  test('a text that is no string', () =>
    check('{"id":"a","text":5}', ['"a" bad-line: none of "text", "html", "url" is a string']));
  test('a date that is none', () =>
    check('{"id":"a","text":"x","published":"soon"}', ['"a" bad-line: "published" is no date we can read: "soon"']));
  test('a byte-order mark before the first line', () => check('\uFEFF{"text":"x"}', ['null dump x']));
  test('zero characters in a text are text', () => check('{"text":"a\\u0000b"}', ['null dump a\0b']));
  test('a lone surrogate becomes a replacement character', () => check('{"text":"a\\ud800b"}', ['null dump a\uFFFDb']));
  test('a line beyond the cap is skipped, the next is read', () =>
    check(
      `{"text":"${'x'.repeat(200)}"}\n{"text":"y"}\n`,
      ['null too-large: the line is longer than 100 bytes', 'null dump y'],
      { maxLine: 100 },
    ));
  test('what the caller knows', async () => {
    const [result] = await all(
      '{"text":"x","published":"2021-08-06T10:00:00+07:00","publisher":"The Daily","title":"T","url":"https://x.example/"}',
    );
    expect(result).toMatchObject({
      page: { url: 'https://x.example/', given: { published: '2021-08-06', publisher: 'The Daily', title: 'T' } },
    });
  });
});

describe('streams', () => {
  test('one answer a line, in order, wherever the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.record({ id: fc.string(), text: fc.string() }).map((line) => JSON.stringify(line)),
          ),
        ),
        fc.integer({ min: 1, max: 7 }),
        async (raw, size) => {
          const lines = raw.map((line) => line.replaceAll('\n', ' '));
          const input = Buffer.from(lines.map((line) => `${line}\n`).join(''));
          const pieces = Array.from({ length: Math.ceil(input.length / size) }, (_, i) =>
            input.subarray(i * size, (i + 1) * size),
          );
          const cut = (await all(pieces)).map(say);
          expect(cut).toEqual((await all(input)).map(say));
          expect(cut.length).toBe(lines.length);
        },
      ),
      { numRuns: 60 },
    );
  });
  test('200,000 lines need no more memory than one', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      const chunk = Buffer.from('{"id":"a","text":"The ministers met in Hue on Friday."}\n'.repeat(1000));
      for (let i = 0; i < 200; i++) yield chunk;
    }
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    let count = 0;
    for await (const result of readLines(endless())) if (result.kind === 'document') count++;
    expect(count).toBe(200_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150_000_000);
  });
});

describe('dates callers give', () => {
  const check = (written: string, day: string | null): void => expect(givenDate(written)).toBe(day);
  test('a day', () => check('2021-08-06', '2021-08-06'));
  test('a time keeps its own day', () => check('2021-08-06T23:30:00-04:00', '2021-08-06'));
  test('a month', () => check('2021-08', '2021-08'));
  test('e-mail', () => check('Fri, 06 Aug 2021 23:30:00 -0400', '2021-08-06'));
  test('words', () => check('August 6, 2021', '2021-08-06'));
  test('day first in words', () => check('6 Aug 2021', '2021-08-06'));
  test('compact', () => check('20210806', '2021-08-06'));
  test('two readings are none', () => check('05/06/2021', null));
  test('an impossible day', () => check('2021-02-30', null));
  test('a word', () => check('yesterday', null));
});
