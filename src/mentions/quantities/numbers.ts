/** Reads a number in digits or words, with its magnitude: "2.3 million", "three hundred and twenty", "half a billion". */

export interface ReadNumber {
  readonly value: number;
  readonly end: number;
  /** Written in words alone. */
  readonly words: boolean;
  /** It carries a magnitude ("million", "bn") or is a "dozen". */
  readonly large: boolean;
}

const ONES: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i]),
);
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
);
const MAGNITUDES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  lakh: 1e5,
  lac: 1e5,
  mio: 1e6,
  million: 1e6,
  mln: 1e6,
  mn: 1e6,
  crore: 1e7,
  cr: 1e7,
  billion: 1e9,
  bln: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tln: 1e12,
  tn: 1e12,
  trn: 1e12,
};
/** Only right after the digits, and of an amount of money. */
const SHORT: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, mm: 1e6 };

/** Words that may begin a number. */
export const NUMBER_STARTS: ReadonlySet<string> = new Set([
  ...ONES.keys(),
  ...TENS.keys(),
  'a',
  'an',
  'half',
  'quarter',
  'dozen',
]);

const DIGITS = /(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?/y;
const MAGNITUDE =
  /[\s-]?(hundred|thousand|lakh|lac|million|mln|mn|mio|crore|cr|billion|bln|bn|trillion|tln|trn|tn)s?(?![\p{L}\d])/iuy;
const SHORT_MAGNITUDE = /\s?(mm|[kmb])(?![\p{L}\d])/iuy;

/** "20k troops", "7.1m people": short for thousands of anything, for millions only of what comes in millions. */
const SHORT_COUNT =
  /^\d(?:\s?[kK](?![\p{L}\d-])|[mM] (?:(?:\p{L}+ )?(?:people|persons|residents|refugees|migrants|displaced|children|civilians|citizens|voters|tourists|visitors|tonnes|tons|barrels|doses|households|hectares|Afghans|jobs|litres|units|passengers|women|students|euros|dollars|pounds|yuan|yen|rupees|francs|kronor|kroner|zlotys|baht|dirhams|riyals|roubles|rubles)))/u;

/** The number that begins at `at`, or null. `money` allows "$5m" and "$10k". */
export function numberAt(text: string, at: number, money: boolean): ReadNumber | null {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57 ? digitsAt(text, at, money) : wordsAt(text, at);
}

function digitsAt(text: string, at: number, money: boolean): ReadNumber | null {
  DIGITS.lastIndex = at;
  const digits = DIGITS.exec(text);
  if (digits === null) return null;
  let end = at + digits[0].length;
  let value = Number(digits[0].replaceAll(',', ''));
  let large = false;
  for (let i = 0; i < 2; i++) {
    MAGNITUDE.lastIndex = end;
    const magnitude = MAGNITUDE.exec(text);
    if (magnitude === null) break;
    value *= MAGNITUDES[magnitude[1]!.toLowerCase()]!;
    end += magnitude[0].length;
    large = true;
  }
  if (!large && (money || SHORT_COUNT.test(text.slice(end - 1, end + 18)))) {
    SHORT_MAGNITUDE.lastIndex = end;
    const short = SHORT_MAGNITUDE.exec(text);
    if (short !== null) {
      value *= SHORT[short[1]!.toLowerCase()]!;
      end += short[0].length;
      large = true;
    }
  }
  return { value: clean(value), end, words: false, large };
}

const WORD = /(\p{L}+)([\s-]*)/iuy;

/** Adds up number words from left to right; never longer than a dozen words. */
function wordsAt(text: string, at: number): ReadNumber | null {
  const sum = new WordSum();
  let next = at;
  let end = at;
  for (let i = 0; i < 12; i++) {
    WORD.lastIndex = next;
    const match = WORD.exec(text);
    if (match === null) break;
    const word = match[1]!.toLowerCase();
    const after = text.slice(next + match[0].length, next + match[0].length + 14).toLowerCase();
    if (!sum.take(word, after)) break;
    if (sum.complete) end = next + match[1]!.length;
    if (match[2] === '') break;
    next += match[0].length;
  }
  return end === at ? null : { value: clean(sum.value), end, words: true, large: sum.large };
}

const STARTS_NUMBER =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b/;

class WordSum {
  large = false;
  complete = false;
  value = 0;
  #total = 0;
  #current = 0;
  #begun = false;
  #last: 'one' | 'ten' | 'hundred' | 'magnitude' | 'and' | 'half' | 'a' | null = null;

  /** Whether the word goes on with the number. `after` is what follows it. */
  take(word: string, after: string): boolean {
    const one = ONES.get(word);
    const ten = TENS.get(word);
    if (one !== undefined) {
      if (this.#last === 'one' || (this.#last === 'ten' && one > 9)) return false;
      this.#current += one;
      return this.#done('one');
    }
    if (ten !== undefined) {
      if (this.#last === 'one' || this.#last === 'ten') return false;
      this.#current += ten;
      return this.#done('ten');
    }
    if (word === 'hundred' && this.#begun && this.#last !== 'magnitude') {
      this.#current = (this.#current || 1) * 100;
      return this.#done('hundred', true);
    }
    if (word === 'dozen' && this.#last !== 'magnitude') {
      this.#current = (this.#current || (this.#last === 'half' ? 0.5 : 1)) * 12;
      return this.#done('magnitude', true);
    }
    const magnitude = MAGNITUDES[word];
    if (magnitude !== undefined && this.#begun && (this.#last !== 'magnitude' || word === 'crore')) {
      this.#total += (this.#current || 1) * magnitude;
      this.#current = 0;
      return this.#done('magnitude', true);
    }
    if (word === 'a' || word === 'an') {
      if (this.#begun) return this.#last === 'half' || (this.#last === 'and' && /^half\b/.test(after));
      this.#begun = /^(?:hundred|thousand|million|billion|trillion|dozen|half|quarter)\b/.test(after);
      this.#last = 'a';
      return this.#begun;
    }
    if ((word === 'quarter' || word === 'quarters') && /^(?:million|billion|trillion)\b/.test(after)) {
      if (this.#last === 'half' || this.#last === 'ten') return false;
      this.#current = (this.#current || 1) / 4;
      return this.#done('one');
    }
    if (word === 'half') {
      if (this.#begun && this.#last !== 'a' && this.#last !== 'and') return false;
      if (!this.#begun && !/^(?:an?\s+)?(?:million|billion|trillion|dozen)\b/.test(after)) return false;
      if (this.#last === 'a' && this.#current === 0 && !/^(?:million|billion|trillion|dozen)\b/.test(after))
        return false;
      this.#current += 0.5;
      this.#begun = true;
      this.#last = 'half';
      this.complete = this.#current > 0.5;
      this.value = this.#total + this.#current;
      return true;
    }
    if (word === 'and' && this.#begun) {
      if (/^a\s+half\b/.test(after)) {
        this.#last = 'and';
        return true;
      }
      if ((this.#last !== 'hundred' && this.#last !== 'magnitude') || !STARTS_NUMBER.test(after)) return false;
      this.#last = 'and';
      return true;
    }
    return false;
  }

  #done(last: 'one' | 'ten' | 'hundred' | 'magnitude', large = false): true {
    this.#begun = true;
    this.#last = last;
    this.large ||= large;
    this.complete = true;
    this.value = this.#total + this.#current;
    return true;
  }
}

/** Without the last bits of binary fractions: 2.3 million is 2300000. */
const clean = (value: number): number => (Number.isSafeInteger(value) ? value : Number(value.toPrecision(12)));
