/** Which language a text is in; scripts first, then letter groups, and nothing when there is too little to tell. */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

type Detector = typeof import('eld/medium')['eld'];

const load = createRequire(import.meta.url);
let detector: Detector | null = null;

/**
 * Its tables take a third of a second and 200 MB a thread, so they wait until a text is not plainly English.
 *
 * The package can only be imported by name, and importing cannot wait for need in a synchronous reader; so its file is required.
 */
function eld(): Detector {
  if (detector === null) {
    const file = (load.resolve.paths('eld') ?? [])
      .map((folder) => join(folder, 'eld/src/entries/static.medium.js'))
      .find((path) => existsSync(path));
    detector = (load(file ?? 'eld/medium') as { readonly eld: Detector }).eld;
  }
  return detector;
}

// The commonest words of English: about 35 of 100 words in news, under 10 in any other language that shares some of them.
const ENGLISH = new Set(
  'the of and to in a that is for on with was said by as at from it has be he his which an are have will not its were their this'.split(
    ' ',
  ),
);
const PLAIN_SHARE = 0.3;
const PLAIN_WORDS = 7;
/** Different ones of them: no other language has three. */
const PLAIN_KINDS = 3;
/** A short text has to be plainer. */
const SHORT_WORDS = 30;
const SHORT_SHARE = 0.33;

/** Names say nothing of the language around them: only words in small letters are counted. */
function isPlainlyEnglish(sample: string): boolean {
  const words = sample.match(/(?<!\p{L})\p{Ll}[\p{L}\p{M}]*/gu) ?? [];
  if (words.length < PLAIN_WORDS) return false;
  let common = 0;
  let articles = 0;
  const kinds = new Set<string>();
  for (const word of words) {
    if (!ENGLISH.has(word)) continue;
    common++;
    kinds.add(word);
    if (word === 'the') articles++;
  }
  const share = words.length < SHORT_WORDS ? SHORT_SHARE : PLAIN_SHARE;
  return kinds.size >= PLAIN_KINDS && common >= share * words.length && articles >= Math.max(words.length / 60, 1);
}

// Scripts that one language of the news dominates; eld does not know Khmer and Lao.
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['km', /[\u1780-\u17ff]/g],
  ['lo', /[\u0e80-\u0eff]/g],
  ['my', /[\u1000-\u109f]/g],
  ['th', /[\u0e00-\u0e7f]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['ja', /[\u3040-\u30ff]/g],
];
const LETTERS = /\p{L}/gu;
/** Below this many letters a guess is no better than a coin (measured on short sentences in 22 languages). */
const ENOUGH = 40;
const SAMPLE = 4000;

// Indonesian and Malay share their letter groups; these words are one's and not the other's.
const INDONESIAN =
  /\b(?:bahwa|karena|pekan|senin|selasa|kamis|jumat|sabtu|kantor|kementerian luar negeri|polisi|mobil|uang|bisa|saat|usai|mengatakan|tersebut)\b/gi;
const MALAY =
  /\b(?:bahawa|kerana|isnin|khamis|jumaat|ahad|pejabat|ialah|beliau|kerajaan|kereta|wang|boleh|berkata|manakala|turut)\b/gi;

/** ISO 639-1, or null. The page's own "lang" attribute is never asked: it is wrong too often. */
export function findLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  if (isPlainlyEnglish(sample)) return 'en';
  const letters = sample.match(LETTERS)?.length ?? 0;
  if (letters < 12) return null;
  for (const [code, script] of SCRIPTS) {
    if ((sample.match(script)?.length ?? 0) > letters * (code === 'ja' ? 0.15 : 0.4)) return code;
  }
  if (letters < ENOUGH) return null;
  const result = eld().detect(sample);
  if (result.language === 'id' || result.language === 'ms') {
    const lean = (sample.match(INDONESIAN)?.length ?? 0) - (sample.match(MALAY)?.length ?? 0);
    if (lean !== 0) return lean > 0 ? 'id' : 'ms';
  }
  return result.language === '' || (letters < 3 * ENOUGH && !result.isReliable()) ? null : result.language;
}
