/** Runs of letters and runs of digits in a text, one after the other, without an object for each. */

const LETTER = /^\p{L}/u;

export class WordScan {
  readonly #text: string;
  readonly #limit: number;
  /** The run last found: [start, end). */
  start = 0;
  end = 0;
  digits = false;

  constructor(text: string, limit = text.length) {
    this.#text = text;
    this.#limit = limit;
  }

  /** Moves to the first run that begins at or after an offset and before the limit; false when there is none. */
  next(from: number): boolean {
    const text = this.#text;
    for (let at = from; at < this.#limit; at += 1) {
      const code = text.charCodeAt(at);
      const digits = code >= 48 && code <= 57;
      if (!digits && !isLetter(text, at, code)) continue;
      this.start = at;
      this.digits = digits;
      this.end = digits ? endOfDigits(text, at) : endOfLetters(text, at);
      return true;
    }
    return false;
  }

  /** The run in small letters. */
  word(): string {
    return this.#text.slice(this.start, this.end).toLowerCase();
  }
}

function endOfDigits(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at += 1;
  return at;
}

function endOfLetters(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isLetter(text, at, code)) break;
    at += code >= 0xd800 && code <= 0xdbff ? 2 : 1;
  }
  return at;
}

/** ASCII by its code; the rest by what Unicode says of the code point. */
function isLetter(text: string, at: number, code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return LETTER.test(code >= 0xd800 && code <= 0xdbff ? text.slice(at, at + 2) : text.charAt(at));
}
