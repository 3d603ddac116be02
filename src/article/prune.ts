/** The post-pass: takes lines that are no story out of a candidate body, and knows when it must be wrong. */

import type { AsideKind } from '../core/index.ts';
import { findFurniture } from './furniture.ts';
import type { Line } from './line.ts';
import { countWords, hasSentenceEnd, isCutShort } from './sentence.ts';
import { aside, body, isKept, type Verdict } from './verdict.ts';

// The three safeties, measured on 181 pages (see docs/article.md).
/** A reason that would remove more of the body than this is wrong about this page. */
const MAX_SHARE = 0.28;
/** Trimming the ends must keep this much. */
const MIN_AFTER_TRIM = 0.9;
/** Rules that stand on the line's own words need no doubt about the page. */
const SURE = /^(?:ad|copyright|comment|share)\//;
/** With less than this left of the candidate, all of the candidate is kept. */
const MIN_LEFT = 0.4;

export interface Reason {
  readonly kind: AsideKind;
  readonly id: string;
}

const CONTEXT: Readonly<Record<string, AsideKind>> = {
  figure: 'caption',
  figcaption: 'caption',
  aside: 'teaser',
  nav: 'nav',
  menu: 'nav',
  footer: 'other',
  form: 'other',
  button: 'share',
  label: 'other',
};

// Whole class or id names; a prefix ("article-caption") and a part name ("caption-text") may stand around the word.
const PART =
  '(?:-(?:text|wrap|wrapper|container|box|block|inner|outer|module|widget|section|area|item|items|list|link|links|line|info|name|meta|bar|group|holder|row|label|title|heading|header|content|copy|\\d+))*';
const named = (words: string): RegExp => new RegExp(`(?:^| )(?:[a-z0-9]+-){0,4}(?:${words})${PART}(?= |$)`);

const HINTS: readonly { readonly id: string; readonly kind: AsideKind; readonly test: RegExp }[] = [
  {
    id: 'class/caption',
    kind: 'caption',
    test: named(
      'captions?|figcaption|figure|cutline|picture|gallery|slideshow|lightbox|(?:photo|image|img|media|pic)-(?:credits?|caption|source|desc|description)|origin-text',
    ),
  },
  { id: 'class/credit', kind: 'credit', test: named('credits?|copyright|attribution|photographer') },
  {
    id: 'class/share',
    kind: 'share',
    test: named(
      'share|sharing|shares|social|sharedaddy|addthis|addtoany|sharethis|follow-?us|social-(?:media|links|icons)|share-?buttons?',
    ),
  },
  {
    id: 'class/related',
    kind: 'teaser',
    test: named(
      'related|relateds|relatedposts|recommended|recommendations?|read-?more|more-?(?:stories|news|links|from)|also-?read|most-?(?:read|popular)|popular|trending|teasers?|promos?|outbrain|taboola|zergnet|up-?next|see-?also|crosslinks?|pull-?quotes?|interstitial|related-?(?:posts?|articles?|stories|story|news|content|links?)|featured-video|mugshot|rollover-people|popover|tooltip',
    ),
  },
  {
    id: 'class/newsletter',
    kind: 'other',
    test: named(
      'newsletters?|subscribe|subscription|sign-?up|paywall|mailchimp|optin|donate|donation|cookies?|app-?promo|regwall|disclaimer|homepage|makehomepage',
    ),
  },
  {
    id: 'class/byline',
    kind: 'byline',
    test: named('by-?lines?|authors?|author-?(?:bio|box|card)|about-?author|author-?about|contributors?|bio'),
  },
  {
    id: 'class/date',
    kind: 'date',
    test: named(
      'date|datetime|time-?stamp|(?:pub|publish|published|post|entry|article)-?(?:date|time|meta)|updated|last-?modified|reading-?time',
    ),
  },
  {
    id: 'class/tags',
    kind: 'nav',
    test: named(
      'tags?|tag-?cloud|(?:post|entry|article)-?tags|keywords|topics|categories|cat-?links|breadcrumbs?|pagination|toc|table-of-contents|jump-?links?|menu|navigation',
    ),
  },
  { id: 'class/comment', kind: 'comment', test: named('comments?|disqus|respond|comment-?form') },
  {
    id: 'class/ad',
    kind: 'ad',
    test: named(
      'ads?|advert(?:s|isement|isements|ising)?|sponsor(?:ed|s)?|dfp|ad-?(?:slot|unit|text)|affiliate|product-?(?:card|box)',
    ),
  },
];

// The nearest few enclosing elements decide; outer ones describe the page, not the line.
const NEAR = 3;
// An element that calls itself the story settles it; what WordPress says about its post ("tag-asean category-world") is no hint.
const STORY =
  /(?:^| )(?:articlebody|article-?body\S*|story-?body\S*|entry-?content\S*|post-?content\S*|article-?content\S*|post-?body\S*|body-?copy|main-?content\S*|hentry|type-post)(?= |$)/;
const NOISE = /(?:^| )(?:tag|category|type|status|format|has|no|is|with|col)-\S+|(?:^| )(?:post|page)-\d+/g;

function nearHints(hints: string): string {
  const near: string[] = [];
  for (const level of hints.split(' | ', NEAR)) {
    const words = level
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .replace(/_+|-{2,}/g, '-')
      .toLowerCase();
    if (STORY.test(words)) break;
    near.push(words.replace(NOISE, ' '));
  }
  return near.join(' ');
}

// Cells and list items hold bare numbers and repeat each other with good right.
const TABULAR = /^(?:td|th|li|dd|dt)$/;

/** Why a single line of a marked-up page is no body; null when nothing speaks against it. */
export function findReason(line: Line, words: number): Reason | null {
  const sentence = hasSentenceEnd(line.text);
  const furniture = findFurniture(line.text, words);
  if (furniture !== null && !(furniture.id === 'share/count' && TABULAR.test(line.tag))) {
    return { kind: furniture.kind, id: furniture.id };
  }
  if (line.within !== null) return { kind: CONTEXT[line.within] ?? 'other', id: `element/${line.within}` };
  if (line.links >= 0.75 && (words < 30 || line.links >= 0.9) && !sentence)
    return { kind: 'teaser', id: 'links/dense' };
  // A long sentence with few links is story whatever class stands around it.
  if (line.hints !== '' && !(words > 30 && sentence && line.links < 0.3)) {
    const near = nearHints(line.hints);
    for (const hint of HINTS) {
      if (hint.test.test(near)) return { kind: hint.kind, id: hint.id };
    }
  }
  return null;
}

const HEADING = /^h[1-6]$/;

/** Decides every line of Readability's candidate. Same length and order as `lines`. */
export function pruneCandidate(lines: readonly Line[], title: string | null): Verdict[] {
  const total = lines.reduce((sum, line) => sum + line.text.length, 0);
  const reasons = lines.map((line) => findReason(line, countWords(line.text)));

  // A line that repeats an earlier one word for word is furniture when it is no sentence.
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const repeated = seen.has(line.text);
    seen.add(line.text);
    if (repeated && reasons[index] === null && !hasSentenceEnd(line.text) && !TABULAR.test(line.tag))
      reasons[index] = { kind: 'other', id: 'line/repeated' };
  }

  const weight = new Map<string, number>();
  for (const [index, reason] of reasons.entries()) {
    if (reason !== null) weight.set(reason.id, (weight.get(reason.id) ?? 0) + lines[index]!.text.length);
  }
  const verdicts = lines.map((line, index): Verdict => {
    const reason = reasons[index] ?? null;
    const doubted = reason !== null && !SURE.test(reason.id) && (weight.get(reason.id) ?? 0) > MAX_SHARE * total;
    if (reason === null || doubted) {
      return HEADING.test(line.tag) ? { line, role: 'heading', reason: '' } : body(line);
    }
    return aside(line, reason.kind, reason.id);
  });

  const trimmed = trimEnds(dropFoot(verdicts, total), title);
  const left = trimmed.filter(isKept).reduce((sum, verdict) => sum + verdict.line.text.length, 0);
  return left >= MIN_LEFT * total ? trimmed : lines.map(body);
}

/** What follows a copyright line is the page's foot, if it is little and stands late. */
function dropFoot(verdicts: readonly Verdict[], total: number): readonly Verdict[] {
  const foot = verdicts.findLastIndex((verdict) => verdict.reason === 'copyright/foot');
  if (foot < 0) return verdicts;
  const behind = verdicts.slice(foot + 1).reduce((sum, { line }) => sum + line.text.length, 0);
  if (behind > MAX_SHARE * total) return verdicts;
  return verdicts.map((verdict, index) =>
    index > foot && isKept(verdict) ? aside(verdict.line, 'other', 'edge/foot') : verdict,
  );
}

/** Takes non-sentences off both ends: the headline above the story, links and labels below it. */
function trimEnds(verdicts: readonly Verdict[], title: string | null): Verdict[] {
  const result = [...verdicts];
  const kept = verdicts.filter(isKept).reduce((sum, verdict) => sum + verdict.line.text.length, 0);
  let after = kept;
  const drop = (index: number, reason: string): boolean => {
    const verdict = result[index]!;
    const size = verdict.line.text.length;
    if (after - size < MIN_AFTER_TRIM * kept) return false;
    after -= size;
    const same = title !== null && verdict.line.text.toLowerCase() === title.toLowerCase();
    result[index] = same
      ? { line: verdict.line, role: 'title', reason: 'title/in-body' }
      : aside(verdict.line, isCutShort(verdict.line.text) ? 'teaser' : 'other', reason);
    return true;
  };
  // Plain paragraphs stay even without a sentence end: scores, names and one-line leads are story on many pages.
  const isLoose = (line: Line): boolean =>
    line.text.toLowerCase() === title?.toLowerCase() ||
    ((HEADING.test(line.tag) || line.links >= 0.3 || /^https?:/.test(line.text)) && !hasSentenceEnd(line.text));
  for (let index = 0; index < result.length; index++) {
    const verdict = result[index]!;
    if (!isKept(verdict)) continue;
    if (!isLoose(verdict.line) || !drop(index, 'edge/head')) break;
  }
  for (let index = result.length - 1; index >= 0; index--) {
    const verdict = result[index]!;
    if (!isKept(verdict)) continue;
    if (!isLoose(verdict.line) || !drop(index, 'edge/tail')) break;
  }
  return result;
}
