/** What bytes are before anybody reads them: binary formats by their first bytes, markup by its tags. */

const MAGIC: readonly (readonly [name: string, ...bytes: number[]])[] = [
  ['PDF', 0x25, 0x50, 0x44, 0x46, 0x2d],
  ['PNG image', 0x89, 0x50, 0x4e, 0x47],
  ['JPEG image', 0xff, 0xd8, 0xff],
  ['GIF image', 0x47, 0x49, 0x46, 0x38],
  ['RIFF media', 0x52, 0x49, 0x46, 0x46],
  ['ZIP or Office file', 0x50, 0x4b, 0x03, 0x04],
  ['gzip data', 0x1f, 0x8b],
  ['bzip2 data', 0x42, 0x5a, 0x68],
  ['7z archive', 0x37, 0x7a, 0xbc, 0xaf],
  ['xz data', 0xfd, 0x37, 0x7a, 0x58],
  ['zstd data', 0x28, 0xb5, 0x2f, 0xfd],
  ['old Office file', 0xd0, 0xcf, 0x11, 0xe0],
  ['program', 0x7f, 0x45, 0x4c, 0x46],
  ['WebAssembly', 0x00, 0x61, 0x73, 0x6d],
  ['SQLite database', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
];

/** Names the binary format, or null when the bytes can be text. UTF-16 text, with its zero bytes, can. */
export function findBinary(bytes: Uint8Array): string | null {
  for (const [name, ...magic] of MAGIC) if (magic.every((byte, i) => bytes[i] === byte)) return name;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return null;
  const head = bytes.subarray(0, 65_536);
  let zeros = 0;
  let evenZeros = 0;
  let controls = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i]!;
    if (byte === 0) {
      zeros++;
      if (i % 2 === 0) evenZeros++;
    } else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  // Mostly Latin text as UTF-16 has nearly all its zeros on one side.
  const oneSided = zeros > head.length * 0.3 && (evenZeros < zeros * 0.02 || evenZeros > zeros * 0.98);
  if (oneSided) return null;
  // A stray zero byte happens in broken pages; one in a thousand does not.
  if (zeros * 1000 > head.length || (zeros > 0 && head.length < 1000)) return 'zero bytes';
  if (controls * 20 > head.length) return 'control characters';
  return null;
}

const DOCUMENT_TAG = /<(?:!doctype\s+html|html|head|body)[\s>]/i;
const CONTENT_TAG =
  /<\/?(?:p|div|article|section|span|br|h[1-6]|ul|ol|li|table|td|tr|a|img|script|style|meta|title)\b[^<>]{0,500}>/gi;

/** Whether decoded text is markup. `type` is a MIME type or file ending and decides only where the text leaves a doubt. */
export function looksLikeHtml(text: string, type: string | undefined): boolean {
  const head = text.slice(0, 20_000);
  const first = head.trimStart().slice(0, 300);
  if (/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,200}-->\s*)?<(?:!doctype\s+html|html)/i.test(first)) return true;
  const said = type?.toLowerCase() ?? '';
  if (/html|\.htm|\.xht/.test(said)) return true;
  if (/text\/plain|\.txt|\.md/.test(said)) return false;
  if (DOCUMENT_TAG.test(head)) return true;
  let tags = 0;
  for (const _ of head.matchAll(CONTENT_TAG)) if (++tags >= 3) return true;
  return tags > 0 && first.startsWith('<');
}
