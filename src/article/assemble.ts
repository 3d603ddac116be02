/** From decided lines to the Article: text with its blocks, asides, dateline, credits, date, language and flags. */

import type { Article, Aside, Block, Flag, Page } from '../core/index.ts';
import { agencyName } from './agencies.ts';
import { namesInByline } from './byline.ts';
import { findDates } from './calendar.ts';
import { copyrightOwner, findCredits } from './credits.ts';
import { type FoundDateline, findDateline } from './dateline.ts';
import { dropEndMatter } from './end-matter.ts';
import { cutOff, listing, livePage, lossyEncoding, noBody, otherLanguage, truncated } from './flags.ts';
import { findLanguage } from './language.ts';
import { withoutBullet } from './line.ts';
import type { Metadata } from './metadata.ts';
import { choosePublished, datePrinted, dayFirst } from './published.ts';
import { countWords, hasSentenceEnd, isCutShort } from './sentence.ts';
import { sameTitle, titleInLines, titleOfPage } from './title.ts';
import { isKept, type Verdict } from './verdict.ts';

export interface Draft {
  readonly page: Page;
  /** All lines of the page in reading order. */
  readonly verdicts: readonly Verdict[];
  readonly metadata: Metadata | null;
  readonly flags: readonly Flag[];
}

const SEPARATOR = '\n\n';
/** A headline that is printed twice stands around its date, at most this many lines apart. */
const TOGETHER = 10;

export function assemble(all: Draft): Article {
  const draft = { ...all, verdicts: dropEndMatter(all.verdicts) };
  const { page, metadata } = draft;
  const first = draft.verdicts.findIndex(isKept);
  const { title, verdicts, top, at } = settleTitle(draft, first);

  const blocks: Block[] = [];
  let text = '';
  let dateline: FoundDateline | null = null;
  for (const { line, role } of verdicts) {
    if (role !== 'body' && role !== 'heading') continue;
    if (text !== '') text += SEPARATOR;
    const start = text.length + (line.text.length - withoutBullet(line.text).length);
    text += line.text;
    // A dateline opens the story: it is looked for in the first two paragraphs.
    if (dateline === null && role === 'body' && blocks.length < 3) dateline = findDateline(text.slice(start), start);
    blocks.push({ span: [start, text.length], kind: role });
  }

  const asides = verdicts.flatMap((verdict): Aside[] =>
    isKept(verdict)
      ? []
      : [
          {
            kind: verdict.role === 'title' ? 'other' : (verdict.role as Aside['kind']),
            text: verdict.line.text,
            reason: verdict.reason,
          },
        ],
  );
  const alone = dateline ?? datelineAside(verdicts, at, first);
  const lastBlock = blocks.at(-1);
  const last = lastBlock === undefined ? '' : text.slice(lastBlock.span[0], lastBlock.span[1]);
  const language = findLanguage(text);
  const publisher = page.given.publisher ?? cleanPublisher(metadata?.publisher ?? null) ?? publisherInLines(verdicts);
  const printed = datePrinted(verdicts, top, first, dayFirst(page.url ?? metadata?.canonical ?? null, language));
  const published = choosePublished({
    given: page.given.published,
    metadata,
    url: page.url,
    printed,
    dateline: alone?.date ?? null,
  });

  return {
    id: page.id,
    url: page.url ?? metadata?.canonical ?? null,
    title,
    byline: findByline(verdicts, metadata, top, first).filter((name) => !isPartOf(name, publisher)),
    publisher,
    published: published.value,
    publishedBasis: published.basis,
    dateline: alone === null ? null : { place: alone.place, agency: alone.agency, span: alone.span },
    language,
    text,
    blocks,
    asides,
    credits: findCredits({
      asides: asides.filter((aside) => aside.kind !== 'teaser' && aside.kind !== 'comment'),
      text,
      lastBlock: last,
      datelineAgency: alone?.agency ?? null,
      datelineText: alone?.span == null ? null : text.slice(alone.span[0], alone.span[1]),
    }),
    flags: [...draft.flags, ...flagsOf(page, text, language, last, metadata)],
  };
}

/** Flags that need nothing but the page and its text. */
export function flagsOf(
  page: Page,
  text: string,
  language: string | null,
  last: string,
  metadata: Metadata | null,
): Flag[] {
  const flags: Flag[] = [];
  if (page.truncated) flags.push(truncated());
  if (page.lossy) flags.push(lossyEncoding(page.charset));
  if (text.trim() === '') flags.push(noBody());
  if (language !== null && language !== 'en') flags.push(otherLanguage(language));
  if (metadata?.live === true) flags.push(livePage());
  if (isListing(text)) flags.push(listing());
  if (last !== '' && isCutShort(last) && countWords(last) >= 8) flags.push(cutOff());
  return flags;
}

/** Five snippets cut with dots, and no less than a third of all longer lines: the front page, not a story. */
function isListing(text: string): boolean {
  let long = 0;
  let cut = 0;
  for (const line of text.split('\n')) {
    if (countWords(line) < 8) continue;
    long++;
    if (isCutShort(line)) cut++;
  }
  return cut >= 5 && cut * 3 >= long;
}

interface Titled {
  readonly title: string | null;
  readonly verdicts: readonly Verdict[];
  /** Position of the first of the headline's lines that stand together above the body, -1 when it stands nowhere. */
  readonly top: number;
  /** Position of the last of them. */
  readonly at: number;
}

/** Chooses the headline and marks the lines that carry it, so that they are no body and no teaser. */
function settleTitle(draft: Draft, first: number): Titled {
  const found = titleInLines(draft.verdicts, first);
  const named = draft.metadata === null ? null : titleOfPage(draft.metadata);
  // "Ministry" is the site's title, not the story's, when a better one stands above the text.
  const vague = named !== null && found !== null && countWords(named) < 3 && countWords(found.text) >= 4;
  const title = draft.page.given.title ?? (vague ? null : named) ?? found?.text ?? titleInBody(draft.verdicts, first);
  if (title === null) return { title, verdicts: draft.verdicts, top: -1, at: -1 };
  let at = -1;
  let seenBody = false;
  const verdicts = draft.verdicts.map((verdict, index): Verdict => {
    const same = sameTitle(verdict.line.text, title);
    if (!same) {
      seenBody ||= verdict.role === 'body';
      return verdict;
    }
    if (!seenBody) at = index;
    // Only above the story is a line with the same words the headline again; below it may be quoted or linked.
    if (isKept(verdict) && seenBody) return verdict;
    return { line: verdict.line, role: 'title', reason: 'title/headline' };
  });
  if (at < 0) at = found?.index ?? -1;
  let top = at;
  for (let index = at - 1; index >= Math.max(0, at - TOGETHER); index--)
    if (verdicts[index]!.reason === 'title/headline') top = index;
  return { title, verdicts, top, at };
}

/** A page without any title in its markup may print it as the first line of the text, above the date. */
function titleInBody(verdicts: readonly Verdict[], first: number): string | null {
  const line = verdicts[first]?.line;
  const next = verdicts[first + 1]?.role;
  if (line === undefined || (next !== 'date' && next !== 'byline')) return null;
  const words = countWords(line.text);
  return words >= 3 && words <= 25 && !hasSentenceEnd(line.text) ? line.text : null;
}

function findByline(verdicts: readonly Verdict[], metadata: Metadata | null, title: number, first: number): string[] {
  const names = (metadata?.authors ?? []).flatMap(namesInByline);
  if (names.length > 0) return unique(names);
  const from = title >= 0 ? title + 1 : Math.max(0, first - 6);
  const last = verdicts.findLastIndex(isKept);
  const near = [...verdicts.slice(from, Math.max(from, first)), ...verdicts.slice(last + 1, last + 4)];
  for (const { role, line } of near) {
    // "WRITER: LENA SORREL", and "Lena Sorrel | Publication date 5 August 2031".
    const labelled =
      role === 'credit' && /^(?:writer|author|reporter|journalist|penulis|tác giả)\s*:/iu.test(line.text);
    const dated = /^\p{Lu}[\p{L} .'-]{3,40}\s*\|/u.test(line.text) && findDates(line.text).length > 0;
    if (role !== 'byline' && !labelled && !dated) continue;
    const found = namesInByline(line.text.replace(/^[^:|]{3,12}:\s*/, ''));
    if (found.length > 0) return unique(found);
  }
  return [];
}

/** A byline that only repeats the outlet names nobody. */
const isPartOf = (name: string, publisher: string | null): boolean =>
  publisher !== null && bare(publisher).includes(bare(name));

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const unique = (names: readonly string[]): string[] => [...new Set(names)].slice(0, 12);

/** "Hanoi, 6 August 2021" on a line of its own above the story. */
function datelineAside(verdicts: readonly Verdict[], title: number, first: number): FoundDateline | null {
  for (let index = Math.max(title + 1, first - 3, 0); index < first; index++) {
    const { line, role } = verdicts[index]!;
    if (role !== 'nav' && role !== 'teaser' && role !== 'other' && role !== 'agency') continue;
    if (countWords(line.text) > 8) continue;
    const found = findDateline(`${line.text.replace(/[\s–—:-]+$/u, '')} — X`, 0);
    if (found !== null && (found.agency !== null || /\d/.test(line.text))) return { ...found, span: null };
  }
  return null;
}

function cleanPublisher(name: string | null): string | null {
  if (name === null) return null;
  const clean = name
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\s+[|–—•·]\s.*$/u, '')
    .trim();
  return clean === '' || clean.length > 80 ? null : clean;
}

// A company owns many outlets; its name is not the outlet's.
const COMPANY =
  /\b(?:inc|llc|ltd|corp(?:oration)?|company|holdings|group|interactive|communications?|publishing|broadcasting|pty|plc|gmbh|sdn|bhd|partners|enterprises?)\b\.?/i;

/** The owner of the page's copyright line, when the masthead repeats it or there is one name that is no company's. */
function publisherInLines(verdicts: readonly Verdict[]): string | null {
  const owners: string[] = [];
  const lines = new Set<string>();
  for (const { role, line } of verdicts) {
    if (line.text.length < 80) lines.add(line.text.toLowerCase());
    if (role !== 'copyright' || countWords(line.text) > 20) continue;
    const owner = copyrightOwner(line.text);
    if (owner !== null && agencyName(owner) === null && countWords(owner) <= 7) owners.push(owner);
  }
  const masthead = owners.find((owner) => lines.has(owner.toLowerCase()));
  if (masthead !== undefined) return masthead;
  const only = owners[0];
  if (only !== undefined && new Set(owners).size === 1 && !COMPANY.test(only)) return only;
  return (
    verdicts
      .slice(0, MASTHEAD_REACH)
      .map(outletWithDate)
      .find((name) => name !== null) ?? null
  );
}

const MASTHEAD_REACH = 30;

// Words that make a name an outlet's; a person or a place before a date has none of them.
const OUTLET =
  /\b(?:news|times|post|daily|herald|courier|tribune|gazette|journal|press|wire|agency|observer|review|chronicle|star|sun|standard|mail|globe|guardian|express|today|online|sentinel|ledger|morning|evening|weekly|telegraph|independent|mirror|echo|bulletin|dispatch|examiner|inquirer|reporter|monitor|digest|nation)\b/i;

/** "Red Delta News, April 15, 2023": a line that is an outlet's name and a date. */
function outletWithDate({ line, role }: Verdict): string | null {
  if (role === 'body' || role === 'heading' || countWords(line.text) > 10) return null;
  const name = /^(\p{Lu}[\p{L}.&’'-]*(?: (?:\p{Lu}[\p{L}.&’'-]*|of|the)){0,4})\s*[,|–—·-]\s*(.{6,30})$/u.exec(
    line.text,
  );
  const [, outlet = '', rest = ''] = name ?? [];
  return OUTLET.test(outlet) && findDates(rest).length > 0 ? outlet : null;
}
