/** Gets one page from the web: guarded, capped, polite. */

import { readFileSync } from 'node:fs';
import { Agent, type Dispatcher, request } from 'undici';
import { ChanceryError } from '../core/index.ts';
import { readBody } from './body.ts';
import { type AllowList, checkUrl, guardedLookup, isAllowed, type ResolveAll } from './guard.ts';
import { DEFAULT_MAX_BYTES } from './page.ts';
import { createRobotsCache, ROBOTS_MAX_BYTES, type RobotsAnswer, type RobotsCache } from './robots.ts';

export interface FetchOptions {
  /** Bytes kept of the body, unpacked; 5 MB unless told. */
  readonly maxBytes?: number | undefined;
  /** Milliseconds for everything, redirects included; 30,000 unless told. */
  readonly timeout?: number | undefined;
  /** Milliseconds without a byte; 10,000 unless told. */
  readonly idle?: number | undefined;
  /** Redirects followed; 5 unless told. */
  readonly redirects?: number | undefined;
  /** Ask and obey robots.txt; true unless told. */
  readonly robots?: boolean | undefined;
  /** Hosts that skip the address guard ("127.0.0.1:8080"): for tests against servers on this machine. */
  readonly allow?: AllowList | undefined;
  /** Resolves names; the system's resolver unless told. */
  readonly resolve?: ResolveAll | undefined;
}

export interface Fetched {
  /** After redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** The content type as answered, "" when there was none. */
  readonly type: string;
  readonly truncated: boolean;
  /** ISO 8601 time of the answer. */
  readonly acquired: string;
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Says what we are; the word before the slash is the one robots.txt rules address. */
export const USER_AGENT = `Chancery/${version} (reads news pages for a record of diplomacy; obeys robots.txt)`;

const TYPES =
  /^(?:text\/(?:html|plain|xml|markdown|x-opml)|application\/(?:xhtml\+xml|xml|json|sparql-results\+json|feed\+json|ld\+json|(?:rss|atom|rdf)\+xml))$/;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

const robotsRules: RobotsCache = createRobotsCache();

/**
 * Sends a form to a service that is made for programs, through the same guard; its robots.txt, meant for crawlers, is not asked, and
 * redirects are not followed. Gives the answer whole, or rejects as `fetchPage` does and with 'too-large' beyond `maxBytes`.
 */
export async function postForm(
  address: string,
  form: Readonly<Record<string, string>>,
  options: FetchOptions = {},
): Promise<string> {
  const body = new URLSearchParams(form).toString();
  const answer = await fetchPage(address, { ...options, robots: false, redirects: 0, body });
  if (answer.truncated) throw new ChanceryError('too-large', `the answer is longer than ${answer.bytes.length} bytes`);
  return new TextDecoder().decode(answer.bytes);
}

/**
 * Fetches a page.
 *
 * Rejects with ChanceryError: 'bad-argument' (no URL), 'refused-address' (not public, also after a redirect or by name),
 * 'refused-by-robots', 'timeout', 'too-large' (a body made to exhaust us), 'binary' (a type that is no text), 'fetch-failed'
 * (everything the network does). Messages do not repeat the address. A body beyond `maxBytes` is cut and marked, not refused.
 */
export async function fetchPage(
  address: string,
  options: FetchOptions & { readonly body?: string } = {},
): Promise<Fetched> {
  const url = parseUrl(address);
  checkUrl(url, options.allow);
  const timeout = options.timeout ?? 30_000;
  const idle = options.idle ?? 10_000;
  const deadline = new AbortController();
  const timer = setTimeout(
    () => deadline.abort(new ChanceryError('timeout', `no whole answer in ${timeout} ms`)),
    timeout,
  );
  const lookup = guardedLookup(options.resolve);
  const common = { headersTimeout: idle, bodyTimeout: idle, maxHeaderSize: 32_768, pipelining: 0 };
  const guarded = new Agent({ ...common, connect: { lookup, timeout: idle } });
  const open = new Agent({ ...common, connect: { timeout: idle } });
  const visit: Visit = {
    signal: deadline.signal,
    dispatcher: (to) => (isAllowed(to, options.allow ?? []) ? open : guarded),
    allow: options.allow ?? [],
    redirects: options.redirects ?? 5,
    robots: options.robots ?? true,
    maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
    body: options.body ?? null,
  };
  try {
    return await follow(url, visit);
  } catch (error) {
    throw asChancery(deadline.signal.aborted ? deadline.signal.reason : error);
  } finally {
    clearTimeout(timer);
    await Promise.all([guarded.destroy(), open.destroy()]);
  }
}

interface Visit {
  readonly signal: AbortSignal;
  readonly dispatcher: (url: URL) => Agent;
  readonly allow: AllowList;
  readonly redirects: number;
  readonly robots: boolean;
  readonly maxBytes: number;
  /** A form to send; null asks for a page. */
  readonly body: string | null;
}

async function follow(start: URL, visit: Visit): Promise<Fetched> {
  let url = start;
  for (let hop = 0; hop <= visit.redirects; hop++) {
    checkUrl(url, visit.allow);
    if (visit.robots && !(await robotsRules.allows(url, (robots) => askRobots(robots, visit)))) {
      throw new ChanceryError('refused-by-robots', `robots.txt of ${url.host} does not let us read this page`);
    }
    const answer = await (visit.body === null ? send(url, visit) : send(url, visit, 'application/json', visit.body));
    const location = header(answer, 'location');
    if (REDIRECTS.has(answer.statusCode) && location !== '') {
      drop(answer.body);
      url = parseUrl(location, url);
      continue;
    }
    return await take(url, answer, visit);
  }
  throw new ChanceryError('fetch-failed', `more than ${visit.redirects} redirects`);
}

async function take(url: URL, answer: Dispatcher.ResponseData, visit: Visit): Promise<Fetched> {
  const type = header(answer, 'content-type');
  const problem =
    answer.statusCode < 200 || answer.statusCode > 299 || answer.statusCode === 204
      ? new ChanceryError('fetch-failed', `the server answered ${answer.statusCode}`)
      : type !== '' && !TYPES.test(mime(type))
        ? new ChanceryError('binary', `not a text document (${mime(type)})`)
        : null;
  if (problem !== null) {
    drop(answer.body);
    throw problem;
  }
  const body = await readBody(answer.body, header(answer, 'content-encoding') || undefined, visit.maxBytes);
  return { url: url.href, type, acquired: new Date().toISOString(), ...body };
}

function send(
  url: URL,
  visit: Visit,
  accept = 'text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.1',
  body: string | null = null,
) {
  return request(url, {
    ...(body === null ? {} : { method: 'POST', body }),
    dispatcher: visit.dispatcher(url),
    signal: visit.signal,
    headers: {
      'user-agent': USER_AGENT,
      accept,
      'accept-encoding': 'gzip, deflate, br',
      'accept-language': 'en, *;q=0.5',
      ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
  });
}

/** RFC 9309: no file means no rules; a server that fails means stay away. */
async function askRobots(start: URL, visit: Visit): Promise<RobotsAnswer> {
  let url = start;
  for (let hop = 0; hop <= 5; hop++) {
    checkUrl(url, visit.allow);
    const answer = await send(url, visit, 'text/plain,*/*;q=0.1');
    const location = header(answer, 'location');
    if (REDIRECTS.has(answer.statusCode) && location !== '') {
      drop(answer.body);
      url = parseUrl(location, url);
    } else if (answer.statusCode >= 200 && answer.statusCode <= 299) {
      const encoding = header(answer, 'content-encoding') || undefined;
      const { bytes } = await readBody(answer.body, encoding, ROBOTS_MAX_BYTES);
      return new TextDecoder().decode(bytes);
    } else {
      drop(answer.body);
      return answer.statusCode >= 500 || answer.statusCode === 429 ? 'nothing' : 'everything';
    }
  }
  return 'everything';
}

/** Ends a transfer we do not want; undici tells a body that was ended so, which is no news. */
function drop(body: Dispatcher.ResponseData['body']): void {
  body.on('error', () => undefined);
  body.destroy();
}

function parseUrl(address: string, base?: URL): URL {
  try {
    return new URL(address, base);
  } catch {
    throw new ChanceryError(base === undefined ? 'bad-argument' : 'fetch-failed', 'not an address that can be fetched');
  }
}

function header(answer: Dispatcher.ResponseData, name: string): string {
  const value = answer.headers[name];
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
}

const mime = (type: string): string => type.split(';', 1)[0]!.trim().toLowerCase();

function asChancery(error: unknown): ChanceryError {
  for (let inner: unknown = error; inner instanceof Error; inner = inner.cause) {
    if (inner instanceof ChanceryError) return inner;
    if (inner instanceof AggregateError && inner.errors.length > 0) return asChancery(inner.errors[0]);
  }
  const { code, message } = error as NodeJS.ErrnoException;
  if (code?.endsWith('_TIMEOUT')) return new ChanceryError('timeout', 'the server fell silent', { cause: error });
  return new ChanceryError('fetch-failed', describe(code, message), { cause: error });
}

function describe(code: string | undefined, message: string): string {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the host name is not known';
    case 'ECONNREFUSED':
      return 'the server refused the connection';
    case 'ECONNRESET':
    case 'UND_ERR_SOCKET':
      return 'the server closed the connection';
    case 'UND_ERR_HEADERS_OVERFLOW':
      return 'the header of the answer is too large';
    default:
      return message.split('\n', 1)[0] || 'the fetch failed';
  }
}
