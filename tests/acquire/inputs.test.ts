import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AcquireOptions, findInputs, type Input, readDocuments } from '../../src/acquire/index.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-inputs-'));
  file('stories/b.html', '<html><p>Two</p></html>');
  file('stories/a.txt', 'One');
  file('stories/deep/c.md', 'Three');
  file('stories/picture.png', 'no document');
  file('stories/.hidden.txt', 'no document');
  file('nothing/picture.png', 'no document');
  file('odd.news', 'A text without a known ending');
  symlinkSync(join(folder, 'stories'), join(folder, 'stories/deep/circle'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}
const short = (text: string): string => text.replaceAll(folder, '~');
const say = (input: Input): string =>
  short(input.kind === 'failed' ? `${input.error.code}: ${input.error.message}` : `${input.kind} ${input.given}`);

async function inputs(...paths: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const input of findInputs(paths)) found.push(say(input));
  return found;
}
async function documents(path: string, options?: AcquireOptions): Promise<string[]> {
  const found: string[] = [];
  for await (const input of findInputs([path])) {
    for await (const result of readDocuments(input, options)) {
      const name = short(result.name).replace(/^~\//, '');
      if (result.kind === 'refused') found.push(`${name} ${result.error.code}: ${result.error.message}`);
      else found.push(`${name} ${result.page.kind} ${result.page.content.trim()}`);
    }
  }
  return found;
}

describe('what paths lead to', () => {
  const check = async (paths: readonly string[], expected: readonly string[]): Promise<void> =>
    expect(await inputs(...paths.map((path) => path.replace('~', folder)))).toEqual(expected);
  test('a file', () => check(['~/stories/a.txt'], ['file ~/stories/a.txt']));
  test('a file with an ending we do not know, when named', () => check(['~/odd.news'], ['file ~/odd.news']));
  test('a folder: its documents in name order, neither hidden ones nor circles', () =>
    check(['~/stories'], ['file ~/stories/a.txt', 'file ~/stories/b.html', 'file ~/stories/deep/c.md']));
  test('a pattern', () => check(['~/stories/*.txt'], ['file ~/stories/a.txt']));
  test('a pattern without a match', () =>
    check(['~/stories/*.eml'], ['no-documents: no documents match ~/stories/*.eml']));
  test('standard input', () => check(['-'], ['stdin -']));
  test('an address', () => check(['https://news.example/a'], ['url https://news.example/a']));
  test('a missing file does not stop the rest', () =>
    check(
      ['~/none.txt', '~/stories/a.txt'],
      ['not-found: no such file or folder: ~/none.txt', 'file ~/stories/a.txt'],
    ));
  test('a folder without documents', () => check(['~/nothing'], ['no-documents: no documents in folder ~/nothing']));
});

describe('what files hold', () => {
  const check = async (
    name: string,
    content: string | Uint8Array,
    expected: readonly string[],
    options?: AcquireOptions,
  ) => expect(await documents(file(name, content), options)).toEqual(expected);
  test('a page', () => check('x.html', '<p>Hue</p>', ['x.html html <p>Hue</p>']));
  test('a text', () => check('x.txt', 'Hue', ['x.txt dump Hue']));
  test('running text', () => check('x.txt', 'Hue', ['x.txt plain Hue'], { asPlain: true }));
  test('an empty file', () => check('x.txt', '', ['x.txt empty: the document is empty']));
  test('a large file is cut', () =>
    check('x.txt', 'x'.repeat(100), [`x.txt dump ${'x'.repeat(10)}`], { maxBytes: 10 }));
  test('lines', () =>
    check('x.jsonl', '{"text":"Hue"}\nno\n', ['x.jsonl:1 dump Hue', 'x.jsonl:2 bad-json: the line is not JSON']));
  test('a JSON document', () => check('x.json', '{"html":"Hue"}', ['x.json html Hue']));
  test('a JSON list', () =>
    check('x.json', '[{"text":"Hue"},5]', ['x.json:1 dump Hue', 'x.json:2 bad-line: not a JSON object']));
  test('broken JSON', () => check('x.json', '{', ['x.json bad-json: the file is not JSON']));
  test('an address in a line that may not be fetched', () =>
    check('x.jsonl', '{"url":"http://127.0.0.1:9/"}\n', [
      'x.jsonl:1 refused-address: 127.0.0.1 is not a public address',
    ]));
});

describe('tables', () => {
  const check = async (content: string, expected: readonly string[], options?: AcquireOptions): Promise<void> =>
    expect(await documents(file('x.csv', content), options)).toEqual(expected);
  test('commas and quotes', () =>
    check('title,text\nT,"Ministers, ""old friends"", met\nin Hue."\n', [
      'x.csv:2 dump Ministers, "old friends", met\nin Hue.',
    ]));
  test('semicolons', () => check('text;date\nHue;2021-08-06\n', ['x.csv:2 dump Hue']));
  test('tabs and Windows newlines', () =>
    check('body\turl\r\nHue\t\r\nDa Nang\t\r\n', ['x.csv:2 dump Hue', 'x.csv:3 dump Da Nang']));
  test('no newline at the end', () => check('text\nHue', ['x.csv:2 dump Hue']));
  test('empty lines are no rows', () => check('text\n\nHue\n\n', ['x.csv:3 dump Hue']));
  test('a row without text', () =>
    check('text,title\n,T\n', ['x.csv:2 bad-line: none of "text", "html", "url" is a string']));
  test('no column we know', () =>
    check('a,b\n1,2\n', ['x.csv bad-line: the first row names no column "text", "html" or "url"']));
  test('a row beyond the cap', () =>
    check(`text\n${'x'.repeat(300)}\nHue\n`, ['x.csv:2 too-large: the row is longer than 100', 'x.csv:3 dump Hue'], {
      maxLine: 100,
    }));
});

describe('mail', () => {
  const head =
    'From: "The Daily" <news@daily.example>\r\nSubject: =?utf-8?B?SHXhur8=?= talks\r\nDate: Fri, 06 Aug 2021 10:00:00 +0700\r\n';
  const check = async (content: string, expected: readonly string[]): Promise<void> =>
    expect(await documents(file('x.eml', Buffer.from(content, 'latin1')))).toEqual(expected);
  test('plain', () => check(`${head}\r\nMinisters met.`, ['x.eml dump Ministers met.']));
  test('quoted-printable in another charset', () =>
    check(
      `${head}Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nA caf=E9 in=\r\n Hue`,
      ['x.eml dump A café in Hue'],
    ));
  test('base64', () => check(`${head}Content-Transfer-Encoding: base64\r\n\r\nSHVl\r\n`, ['x.eml dump Hue']));
  test('the marked-up part is taken, attachments are not', () =>
    check(
      `${head}Content-Type: multipart/mixed; boundary="o"\r\n\r\n--o\r\nContent-Type: multipart/alternative; boundary=i\r\n\r\n--i\r\nContent-Type: text/plain\r\n\r\nplain\r\n--i\r\nContent-Type: text/html\r\n\r\n<p>marked</p>\r\n--i--\r\n--o\r\nContent-Type: text/html\r\nContent-Disposition: attachment\r\n\r\nno\r\n--o--\r\n`,
      ['x.eml html <p>marked</p>'],
    ));
  test('no text in it', () =>
    check(`${head}Content-Type: image/png\r\n\r\nx`, ['x.eml empty: the message has no text part']));
  test('subject, sender and date are what the caller knows', async () => {
    const path = file('x.eml', Buffer.from(`${head}\r\nHue`, 'latin1'));
    for await (const input of findInputs([path])) {
      for await (const result of readDocuments(input)) {
        expect(result).toMatchObject({
          page: { given: { title: 'Huế talks', publisher: 'The Daily', published: '2021-08-06' } },
        });
      }
    }
    expect.assertions(1);
  });
});

describe('web archives', () => {
  const record = (headers: readonly string[], body: string | Uint8Array): Buffer => {
    const bytes = Buffer.from(body as string, 'latin1');
    return Buffer.concat([
      Buffer.from(`WARC/1.0\r\n${headers.join('\r\n')}\r\nContent-Length: ${bytes.length}\r\n\r\n`),
      bytes,
      Buffer.from('\r\n\r\n'),
    ]);
  };
  const response = (http: string, body: string | Uint8Array, url = 'https://news.example/a'): Buffer =>
    record(
      ['WARC-Type: response', `WARC-Target-URI: ${url}`, 'WARC-Date: 2021-08-06T10:00:00Z'],
      Buffer.concat([Buffer.from(`${http}\r\n\r\n`), Buffer.from(body as string, 'latin1')]),
    );
  const ok = 'HTTP/1.1 200 OK\r\nContent-Type: text/html';
  const info = record(['WARC-Type: warcinfo'], 'software: x');
  const check = async (name: string, content: Uint8Array, expected: readonly string[]): Promise<void> =>
    expect(await documents(file(name, content))).toEqual(expected);

  test('pages are taken, other records are passed over', () =>
    check(
      'x.warc',
      Buffer.concat([
        info,
        response(ok, '<p>Hue</p>'),
        response('HTTP/1.1 404 No\r\nContent-Type: text/html', 'x'),
        response('HTTP/1.1 200 OK\r\nContent-Type: image/png', 'x'),
      ]),
      ['x.warc:2 html <p>Hue</p>'],
    ));
  test('gzipped record by record', () =>
    check(
      'x.warc.gz',
      Buffer.concat([info, response(ok, '<p>Hue</p>'), response(ok, '<p>Vinh</p>')].map((one) => zlib.gzipSync(one))),
      ['x.warc.gz:2 html <p>Hue</p>', 'x.warc.gz:3 html <p>Vinh</p>'],
    ));
  test('chunked and packed bodies', async () => {
    const packed = zlib.gzipSync('<p>Hue</p>');
    const body = Buffer.concat([
      Buffer.from(`${packed.length.toString(16)}\r\n`),
      packed,
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
    await check('x.warc', response(`${ok}\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip`, body), [
      'x.warc:1 html <p>Hue</p>',
    ]);
  });
  test('a file cut short gives what it holds', () =>
    check('x.warc', Buffer.concat([response(ok, '<p>Hue</p>'), response(ok, '<p>Vinh</p>').subarray(0, 150)]), [
      'x.warc:1 html <p>Hue</p>',
      'x.warc bad-data: the web archive ends within a record',
    ]));
  test('gzip cut short', () =>
    check('x.warc.gz', zlib.gzipSync(response(ok, '<p>Hue</p>'.repeat(500))).subarray(0, 120), [
      'x.warc.gz bad-data: the web archive is damaged (unexpected end of file)',
    ]));
  test('no web archive', () =>
    check('x.warc', Buffer.from('hello\n'), [
      'x.warc bad-data: not a web archive (no WARC record where one should begin)',
    ]));
  test('a bomb in an archive ends at the cap', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(60_000_000));
    const [line] = await documents(file('x.warc', response(`${ok}\r\nContent-Encoding: gzip`, bomb)));
    expect(line).toMatch(/^x\.warc:1 (?:too-large|binary): /);
  });
});
