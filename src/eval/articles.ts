/** Scores the article room: bodies of the scrapinghub pages, as markup and as text; dates and titles of the hand-written pages. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readPage, renderLines } from '../article/index.ts';
import type { Article, PageKind } from '../core/index.ts';
import { type Expected, loadFixtures, pageOf } from './article-fixtures.ts';
import type { Score, Scorer } from './scorer.ts';
import { type Match, matchShingles, scoreMatches } from './shingles.ts';

interface Truth {
  readonly articleBody: string;
  readonly url: string;
}

interface Scored {
  readonly match: Match;
  readonly exact: boolean;
  readonly half: 'tune' | 'check';
}

export const articlesScorer: Scorer = {
  name: 'articles',
  describe: 'article bodies of the scrapinghub benchmark as HTML and as text; dates and titles of our own pages',
  needs: ['articles/ground-truth.json', 'articles/html'],
  async score(context) {
    const scores: Score[] = [];
    if (context.goldDir !== null && existsSync(join(context.goldDir, 'articles'))) {
      const folder = join(context.goldDir, 'articles');
      scores.push(
        ...bodyScores('html', scoreBodies(folder, 'html')),
        ...bodyScores('text', scoreBodies(folder, 'dump')),
      );
    }
    const pages = join(context.ownDir, '../../tests/fixtures/pages');
    if (existsSync(pages)) scores.push(...fixtureScores(pages));
    return scores;
  },
};

/** Same outlet, same half, so that the check half is of unseen layouts. */
export function halfOf(url: string): 'tune' | 'check' {
  const host = /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? url;
  const domain = host.split('.').slice(-2).join('.');
  let sum = 0;
  for (const char of domain) sum = (sum * 31 + char.charCodeAt(0)) % 1_000_003;
  return sum % 2 === 0 ? 'tune' : 'check';
}

function scoreBodies(folder: string, kind: PageKind): Scored[] {
  const truths = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<string, Truth>;
  return readdirSync(join(folder, 'html'))
    .filter((file) => file.endsWith('.html.gz'))
    .flatMap((file) => {
      const truth = truths[file.replace('.html.gz', '')];
      if (truth === undefined) return [];
      const html = gunzipSync(readFileSync(join(folder, 'html', file))).toString('utf8');
      const { text } = readPage(pageOf(kind === 'html' ? html : renderLines(html), kind));
      const match = matchShingles(truth.articleBody, text);
      return [{ match, exact: match.fp === 0 && match.fn === 0, half: halfOf(truth.url) }];
    });
}

function bodyScores(name: string, pages: readonly Scored[]): Score[] {
  const of = (part: string, chosen: readonly Scored[]): Score => ({
    measure: `articles/${name}/${part}`,
    value: scoreMatches(chosen.map((page) => page.match)).f1,
    n: chosen.length,
  });
  const { precision, recall } = scoreMatches(pages.map((page) => page.match));
  return [
    of('f1', pages),
    { measure: `articles/${name}/precision`, value: precision, n: pages.length },
    { measure: `articles/${name}/recall`, value: recall, n: pages.length },
    {
      measure: `articles/${name}/exact`,
      value: pages.filter((page) => page.exact).length / Math.max(1, pages.length),
      n: pages.length,
    },
    of(
      'f1-tune',
      pages.filter((page) => page.half === 'tune'),
    ),
    of(
      'f1-check',
      pages.filter((page) => page.half === 'check'),
    ),
  ];
}

/** Exact-match rates of single fields over the hand-written pages that expect something of them. */
function fixtureScores(folder: string): Score[] {
  const fixtures = loadFixtures(folder).map((fixture) => ({ ...fixture, article: readPage(fixture.page) }));
  const rate = (field: string, want: (expect: Expected) => unknown, have: (article: Article) => unknown): Score => {
    const asked = fixtures.filter(({ expect }) => want(expect) !== undefined);
    const right = asked.filter(({ expect, article }) => JSON.stringify(want(expect)) === JSON.stringify(have(article)));
    return { measure: `articles/own/${field}`, value: right.length / Math.max(1, asked.length), n: asked.length };
  };
  return [
    rate(
      'date',
      (e) => e.published,
      (a) => a.published,
    ),
    rate(
      'title',
      (e) => e.title,
      (a) => a.title,
    ),
    rate(
      'byline',
      (e) => e.byline,
      (a) => a.byline,
    ),
    rate(
      'publisher',
      (e) => e.publisher,
      (a) => a.publisher,
    ),
    rate(
      'dateline',
      (e) => e.dateline,
      (a) => a.dateline && { place: a.dateline.place, agency: a.dateline.agency },
    ),
  ];
}
