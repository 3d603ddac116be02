/** When two spellings of a name count as the same: diacritics, hyphens, dots, apostrophes and case do not matter. */

const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
};

/** British and American spellings that stand in names of bodies and titles; the left form is looked up as the right one. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['defense', 'defence'],
  ['organization', 'organisation'],
  ['organizations', 'organisations'],
  ['labor', 'labour'],
  ['center', 'centre'],
  ['program', 'programme'],
  ['adviser', 'advisor'],
  ['advisers', 'advisors'],
]);

/** Letters without their marks ("Sơn" → "Son", "Đà Nẵng" → "Da Nang"); case stays. */
export function stripMarks(text: string): string {
  let plain = true;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 127) {
      plain = false;
      break;
    }
  }
  if (plain) return text;
  return text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[đĐłŁøØıßæÆœŒðÐþÞ]/g, (letter) => LETTERS[letter] ?? letter);
}

/** One piece of a name: its key, whether it began with a capital, its letters as written, where it stood in the form. */
export interface Piece {
  readonly key: string;
  readonly capital: boolean;
  readonly raw: string;
  readonly from: number;
  readonly to: number;
}

const isSeparator = (code: number): boolean =>
  code === 32 || // space
  code === 9 ||
  code === 10 ||
  code === 160 ||
  code === 45 || // hyphen
  (code >= 0x2010 && code <= 0x2015) ||
  code === 39 || // apostrophes
  code === 0x2018 ||
  code === 0x2019 ||
  code === 0x02bc ||
  code === 96 ||
  code === 47; // slash

/** The pieces of one token form, or of a whole name. "US-China's" → us, china, s; "U.S." → us. Punctuation gives none. */
export function pieces(form: string): Piece[] {
  const out: Piece[] = [];
  let i = 0;
  while (i < form.length) {
    while (i < form.length && isSeparator(form.charCodeAt(i))) i++;
    const from = i;
    while (i < form.length && !isSeparator(form.charCodeAt(i))) i++;
    if (i > from) {
      const raw = stripMarks(form.slice(from, i)).replace(/[.,;:()"“”«»]/g, '');
      if (raw !== '') {
        const lower = raw.toLowerCase();
        const first = raw[0] ?? '';
        out.push({ key: SPELLINGS.get(lower) ?? lower, capital: first !== first.toLowerCase(), raw, from, to: i });
      }
    }
  }
  return out;
}

/** A whole name folded: its key, its first piece, how many pieces, which of them begin with a capital (as bits). */
export interface Folded {
  readonly key: string;
  readonly first: string;
  readonly count: number;
  readonly capitals: number;
  /** The letters as written when the name is one piece: acronyms are told by them. */
  readonly raw: string | null;
}

const MAYBE_SPELLED = /defens|organiz|labor|center|program|advis/;

/** Folds a whole name. One pass over the characters; names are folded by the ten thousand when tables load. */
export function foldWhole(name: string): Folded {
  const text = stripMarks(name);
  if (PLAIN.test(text)) return foldPlain(text);
  let raw = '';
  let count = 0;
  let capitals = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isSeparator(code)) {
      inside = false;
      continue;
    }
    if (isDropped(code)) continue;
    if (!inside) {
      inside = true;
      if (count > 0) raw += ' ';
      if ((code >= 65 && code <= 90) || (code > 127 && text[i] !== (text[i] as string).toLowerCase()))
        capitals |= 1 << count;
      count++;
    }
    raw += text[i];
  }
  const key = spelled(raw.toLowerCase());
  const space = key.indexOf(' ');
  return { key, first: space < 0 ? key : key.slice(0, space), count, capitals, raw: count === 1 ? raw : null };
}

const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/** Letters and single spaces: the key is the text in small letters. */
function foldPlain(text: string): Folded {
  let capitals = text.charCodeAt(0) <= 90 ? 1 : 0;
  let count = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    if (text.charCodeAt(at + 1) <= 90) capitals |= 1 << count;
    count++;
  }
  const lower = text.toLowerCase();
  const key = count === 1 ? (SPELLINGS.get(lower) ?? lower) : spelled(lower);
  return {
    key,
    first: count === 1 ? key : key.slice(0, key.indexOf(' ')),
    count,
    capitals,
    raw: count === 1 ? text : null,
  };
}

const spelled = (key: string): string =>
  MAYBE_SPELLED.test(key)
    ? key
        .split(' ')
        .map((piece) => SPELLINGS.get(piece) ?? piece)
        .join(' ')
    : key;

/** . , ; : ( ) " and their like carry no meaning inside a name. */
const isDropped = (code: number): boolean =>
  code === 46 ||
  code === 44 ||
  code === 59 ||
  code === 58 ||
  code === 40 ||
  code === 41 ||
  code === 34 ||
  code === 0x201c ||
  code === 0x201d ||
  code === 0xab ||
  code === 0xbb;

/** The key of a whole name: "Lao P.D.R." → "lao pdr". */
export const foldName = (name: string): string => foldWhole(name).key;

/** Id of a thing from its name: "Bùi Thanh Sơn" → "bui-thanh-son". */
export function slug(name: string): string {
  const text = stripMarks(name).toLowerCase();
  let out = '';
  let gap = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isWord =
      (code >= 97 && code <= 122) ||
      (code >= 48 && code <= 57) ||
      code > 0x2100 ||
      (code > 127 && code < 0x2000 && code !== 160);
    if (isWord) {
      if (gap && out !== '') out += '-';
      gap = false;
      out += text[i];
    } else if (code !== 39 && code !== 96 && code !== 46 && code !== 0x2019 && code !== 0x2018) gap = true;
  }
  return out;
}
