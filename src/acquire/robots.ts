/** robots.txt (RFC 9309): asked once per host and process, and obeyed. */

import robotsParser from 'robots-parser';

// The package is CommonJS: its function is the module, which its types do not say.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** What the server answered for /robots.txt: its text, "everything" when there is none, "nothing" when it could not say. */
export type RobotsAnswer = string | 'everything' | 'nothing';

export const ROBOTS_AGENT = 'chancery';

// Google and RFC 9309 read the first 500 KB.
export const ROBOTS_MAX_BYTES = 500_000;

const HOUR = 3_600_000;
const MAX_HOSTS = 10_000;

export interface RobotsCache {
  /** Whether the rules of its host let us fetch this address; `ask` gets the file, once an hour and host. */
  allows(url: URL, ask: (robots: URL) => Promise<RobotsAnswer>): Promise<boolean>;
}

export function createRobotsCache(): RobotsCache {
  const hosts = new Map<string, { until: number; answer: Promise<RobotsAnswer> }>();
  return {
    async allows(url, ask) {
      const robots = new URL('/robots.txt', url);
      let known = hosts.get(url.origin);
      if (known === undefined || known.until < Date.now()) {
        if (hosts.size >= MAX_HOSTS) hosts.clear();
        known = { until: Date.now() + HOUR, answer: ask(robots) };
        hosts.set(url.origin, known);
        // A failed question is asked again next time.
        known.answer.catch(() => hosts.delete(url.origin));
      }
      const answer = await known.answer;
      if (answer === 'everything') return true;
      if (answer === 'nothing') return false;
      return parseRobots(robots.href, answer).isAllowed(url.href, ROBOTS_AGENT) !== false;
    },
  };
}
