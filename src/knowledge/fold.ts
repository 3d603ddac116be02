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
const SPELLINGS: Readonly<Record<string, string>> = {
  defense: 'defence',
  organization: 'organisation',
  organizations: 'organisations',
  labor: 'labour',
  center: 'centre',
  program: 'programme',
  adviser: 'advisor',
  advisers: 'advisors',
};

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
        out.push({ key: SPELLINGS[lower] ?? lower, capital: first !== first.toLowerCase(), raw, from, to: i });
      }
    }
  }
  return out;
}

/** The key of a whole name: "Lao P.D.R." → "lao pdr". */
export function foldName(name: string): string {
  return pieces(name)
    .map((piece) => piece.key)
    .join(' ');
}

/** Id of a thing from its name: "Bùi Thanh Sơn" → "bui-thanh-son". */
export function slug(name: string): string {
  return stripMarks(name)
    .toLowerCase()
    .replace(/['’`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
