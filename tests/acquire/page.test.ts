import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PageHints, toPage } from '../../src/acquire/index.ts';
import { describeError } from '../../src/core/index.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const refusal = (input: Uint8Array, hints?: PageHints): string => {
  try {
    toPage(input, hints);
    return 'none';
  } catch (error) {
    const { code, message } = describeError(error);
    return `${code}: ${message}`;
  }
};

describe('charsets', () => {
  const check = (input: Uint8Array, hints: PageHints, charset: string, content: string): void => {
    const page = toPage(input, hints);
    expect([page.charset, page.content]).toEqual([charset, content]);
  };
  test('valid UTF-8 wins over a wrong declaration', () =>
    check(bytes('<meta charset="iso-8859-1">Đà Nẵng'), {}, 'utf-8', '<meta charset="iso-8859-1">Đà Nẵng'));
  test('a UTF-8 byte-order mark is taken off', () => check(bytes('\uFEFFHue'), {}, 'utf-8', 'Hue'));
  test('a declaration in the page', () =>
    check(latin('<meta charset="windows-1252">caf\xe9'), {}, 'windows-1252', '<meta charset="windows-1252">café'));
  test('a declaration of the server', () =>
    check(latin('\xcf\xf0\xe8'), { charset: 'windows-1251' }, 'windows-1251', 'При'));
  test('a declaration within the type', () =>
    check(Buffer.from([0xc4, 0xe3]), { type: 'text/html; charset=gb2312' }, 'gbk', '你'));
  test('an XML prolog', () =>
    check(
      latin('<?xml version="1.0" encoding="iso-8859-2"?><html>\xb1</html>'),
      {},
      'iso-8859-2',
      '<?xml version="1.0" encoding="iso-8859-2"?><html>ą</html>',
    ));
  test('no declaration means Windows Latin, quotation marks included', () =>
    check(latin('\x93Yes\x94'), {}, 'windows-1252', '“Yes”'));
  test('UTF-16 with a mark', () => check(Buffer.from('\uFEFFHanoi', 'utf16le'), {}, 'utf-16le', 'Hanoi'));
  test('big-endian UTF-16 with a mark', () =>
    check(Buffer.from('\uFEFFHanoi', 'utf16le').swap16(), {}, 'utf-16be', 'Hanoi'));
  test('UTF-16 without a mark', () => check(Buffer.from('Hanoi and Hue', 'utf16le'), {}, 'utf-16le', 'Hanoi and Hue'));
  test('ISO-2022-JP by its declaration', () =>
    check(latin('<meta charset="iso-2022-jp">\x1b$B$"\x1b(B'), {}, 'iso-2022-jp', '<meta charset="iso-2022-jp">あ'));
  test('one broken character does not spoil a UTF-8 page', () => {
    const page = toPage(
      Buffer.concat([
        bytes('<meta charset="utf-8">Đà Nẵng là thành phố đẹp và Huế cũng vậy ở miền Trung'),
        latin('\xff'),
      ]),
    );
    expect([page.charset, page.lossy, page.content.endsWith('Trung\uFFFD')]).toEqual(['utf-8', true, true]);
  });
  test('an unknown label is passed over', () =>
    check(latin('caf\xe9'), { charset: 'klingon' }, 'windows-1252', 'café'));
});

describe('kinds', () => {
  const kind = (text: string, hints: PageHints = {}): string => toPage(bytes(text), hints).kind;
  test('a document type', () => expect(kind('<!DOCTYPE html><p>x')).toBe('html'));
  test('a file ending', () => expect(kind('just words', { type: '.html' })).toBe('html'));
  test('some tags', () => expect(kind('<div><p>One</p><p>Two</p></div>')).toBe('html'));
  test('a text file with one tag', () => expect(kind('Use <b> for bold', { type: '.txt' })).toBe('dump'));
  test('a page saved as .txt', () => expect(kind('<html><body>x</body></html>', { type: '.txt' })).toBe('html'));
  test('lines', () => expect(kind('HOME | NEWS\nMinisters met in Hue.')).toBe('dump'));
  test('running text by request', () => expect(kind('Ministers met.', { asPlain: true })).toBe('plain'));
  test('markup stays markup for those who ask for plain text', () =>
    expect(kind('<html><p>x</p></html>', { asPlain: true })).toBe('plain'));
});

describe('refusals', () => {
  test('nothing', () => expect(refusal(bytes(''))).toBe('empty: the document is empty'));
  test('white space', () => expect(refusal(bytes(' \n\t '))).toBe('empty: the document is empty'));
  test('PDF', () => expect(refusal(bytes('%PDF-1.7 ...'))).toBe('binary: not a text document (PDF)'));
  test('an image', () => expect(refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]))).toMatch('PNG image'));
  test('a zip', () => expect(refusal(bytes('PK\x03\x04...'))).toMatch('ZIP or Office file'));
  test('zero bytes', () => expect(refusal(Buffer.alloc(2000))).toMatch('zero bytes'));
  test('noise', () =>
    expect(refusal(Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)))).toMatch('binary'));
});

describe('pages', () => {
  test('the hash is that of the bytes', () => {
    const page = toPage(bytes('Hue'));
    expect(page.hash).toBe(createHash('sha256').update('Hue').digest('hex'));
    expect(page.hash.startsWith(page.id)).toBe(true);
  });
  test('the same bytes at another address are another document', () => {
    const ids = [null, 'https://a.example/', 'https://b.example/'].map((url) => toPage(bytes('Hue'), { url }).id);
    expect(new Set(ids).size).toBe(3);
  });
  test('the cap cuts and says so, between characters', () => {
    const page = toPage(bytes('aàà'), { maxBytes: 4 });
    expect([page.content, page.truncated, page.charset]).toEqual(['aà', true, 'utf-8']);
  });
  test('any bytes give a page or a clear refusal', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom(undefined, 'utf-8', 'gbk', 'x'),
        (input, charset) => {
          expect(refusal(input, { charset })).toMatch(/^(?:none|empty: |binary: )/);
        },
      ),
    );
  });
  test('any string taken as text comes back as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        fc.pre(text.trim() !== '');
        expect(toPage(bytes(text), { text: true, kind: 'plain' }).content).toBe(text);
      }),
    );
  });
});
