/** Whether a line reads like running text: enough words, and an end that a sentence has, in any script. */

// Scripts written without spaces: a word is about two characters in Chinese and Japanese, five in Thai, Lao, Khmer, Burmese.
const IDEOGRAPHS = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/g;
const WORDS = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

/** How many words the line has; for unspaced scripts an estimate from the characters. */
export function countWords(text: string): number {
  const ideographs = text.match(IDEOGRAPHS)?.length ?? 0;
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  if (ideographs + unspaced === 0) return text.match(WORDS)?.length ?? 0;
  const rest = text.replace(IDEOGRAPHS, ' ').replace(UNSPACED, ' ');
  return (rest.match(WORDS)?.length ?? 0) + Math.round(ideographs / 2) + Math.round(unspaced / 5);
}

// Latin, CJK full width, Arabic and Urdu, Devanagari, Khmer, Burmese, Ethiopic; then closing quotes and brackets.
const END = /[.!?:;。！？；：．｡؟۔।॥៕។။።](?:\[\d{1,3}\]|["'”’»›)\]}』」）】*\s])*$/;
const CUT_SHORT = /(?:\.\.\.|…|\[…\]|\[\.\.\.\])(?:["'”’»)\]\s])*$/;
// Thai, Lao and Khmer often end a sentence with nothing at all.
const NO_END_NEEDED = /[\u0e00-\u0eff\u1780-\u17ff]["'”’»)\s]*$/;

/** A sentence ends here. "..." is where a teaser was cut, not an end. */
export function hasSentenceEnd(text: string): boolean {
  if (CUT_SHORT.test(text)) return false;
  return END.test(text) || NO_END_NEEDED.test(text);
}

/** Cut with dots, as teasers are. */
export const isCutShort = (text: string): boolean => CUT_SHORT.test(text);
