/** What follows the story in press releases: the company's own description, contacts, the mark that ends the copy. */

import { countWords, hasSentenceEnd } from './sentence.ts';
import { aside, isKept, type Verdict } from './verdict.ts';

// "About Brackwater Ltd", "Notes to editors", "Media contact:", "###".
const ABOUT =
  /^(?:about|über|sobre|acerca de|à propos d[eu]|tentang|giới thiệu)(?: the)? (?:\p{Lu}[\p{L}\p{N}.&’'-]*|of|and|the|for|de)(?: (?:\p{Lu}[\p{L}\p{N}.&’'-]*|of|and|the|for|de|–|-))*:?$/u;
const NOTES =
  /^(?:notes? (?:to|for) (?:the )?editors?|(?:media|press) (?:contacts?|enquiries|inquiries)|contacts?|for (?:media|press) (?:enquiries|inquiries).{0,40}|for further information.{0,60}|boilerplate)\s*:?$/i;
const END = /^(?:#{2,}|[-–—]\s?30\s?[-–—]|[-–—*\s]*ends?[-–—*\s]*)$/i;

/** End matter is never more than this share of what was kept. */
const MAX_SHARE = 0.45;

/** Takes the end matter off the kept lines; everything else stays as it is. */
export function dropEndMatter(verdicts: readonly Verdict[]): readonly Verdict[] {
  const total = verdicts.reduce((sum, verdict) => sum + (isKept(verdict) ? verdict.line.text.length : 0), 0);
  let before = 0;
  for (const [index, verdict] of verdicts.entries()) {
    if (!isKept(verdict)) continue;
    const text = verdict.line.text;
    const about =
      countWords(text) <= 9 &&
      !hasSentenceEnd(text.replace(/:$/, '')) &&
      ABOUT.test(text.charAt(0).toLowerCase() + text.slice(1));
    if ((about || NOTES.test(text) || END.test(text)) && total - before <= MAX_SHARE * total) {
      return verdicts.map((later, at) =>
        at >= index && isKept(later) ? aside(later.line, 'other', 'end-matter') : later,
      );
    }
    before += text.length;
  }
  return verdicts;
}
