/** The article room's hand-written pages: what each must give, and how a reading compares. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Page, PageKind } from '../core/index.ts';

export interface Expected {
  readonly title?: string | null;
  readonly published?: string | null;
  readonly publishedBasis?: string;
  readonly byline?: readonly string[];
  readonly publisher?: string | null;
  readonly language?: string;
  readonly dateline?: { readonly place: string | null; readonly agency: string | null };
  /** "relation name", each of which must be among the credits. */
  readonly credits?: readonly string[];
  readonly flags?: readonly string[];
  readonly text?: string;
  /** Must and must not stand in the text. */
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
  readonly counts?: Readonly<Record<string, number>>;
}

export interface Fixture {
  readonly name: string;
  readonly page: Page;
  readonly expect: Expected;
}

/** Loads `NAME.html` or `NAME.txt` with its `NAME.json`, by name. */
export function loadFixtures(folder: string): Fixture[] {
  return readdirSync(folder)
    .filter((file) => /\.(?:html|txt)$/.test(file))
    .sort()
    .map((file) => {
      const name = file.replace(/\.\w+$/, '');
      const { expect, url, given, kind } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as {
        expect: Expected;
        url?: string;
        given?: Page['given'];
        kind?: PageKind;
      };
      return {
        name,
        expect,
        page: pageOf(
          readFileSync(join(folder, file), 'utf8'),
          kind ?? (file.endsWith('.html') ? 'html' : 'dump'),
          url,
          given,
        ),
      };
    });
}

/** A page with nothing known but its content. */
export function pageOf(content: string, kind: PageKind, url: string | null = null, given?: Page['given']): Page {
  return {
    hash: '0'.repeat(64),
    id: 'page',
    kind,
    content,
    url,
    given: given ?? { published: null, publisher: null, title: null },
    charset: 'utf-8',
    lossy: false,
    truncated: false,
  };
}

/** What is wrong with the article, one line each; empty when all is as expected. */
export function differences(article: Article, expect: Expected): string[] {
  const wrong: string[] = [];
  const same = (field: string, want: unknown, have: unknown): void => {
    if (want !== undefined && JSON.stringify(want) !== JSON.stringify(have))
      wrong.push(`${field}: ${JSON.stringify(have)}, not ${JSON.stringify(want)}`);
  };
  same('title', expect.title, article.title);
  same('published', expect.published, article.published);
  same('publishedBasis', expect.publishedBasis, article.publishedBasis);
  same('byline', expect.byline, article.byline);
  same('publisher', expect.publisher, article.publisher);
  same('language', expect.language, article.language);
  same(
    'dateline',
    expect.dateline,
    article.dateline === null ? null : { place: article.dateline.place, agency: article.dateline.agency },
  );
  same('text', expect.text, article.text);
  const credits = article.credits.map((credit) => `${credit.relation} ${credit.name}`);
  for (const credit of expect.credits ?? [])
    if (!credits.includes(credit)) wrong.push(`credit missing: ${credit}; there are ${credits.join(', ')}`);
  for (const code of expect.flags ?? [])
    if (!article.flags.some((flag) => flag.code === code)) wrong.push(`flag missing: ${code}`);
  for (const part of expect.has ?? []) if (!article.text.includes(part)) wrong.push(`text lacks: ${part}`);
  for (const part of expect.lacks ?? []) if (article.text.includes(part)) wrong.push(`text has: ${part}`);
  for (const [part, count] of Object.entries(expect.counts ?? {}))
    same(`count of "${part}"`, count, article.text.split(part).length - 1);
  return wrong;
}
