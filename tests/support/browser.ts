/** A browser without a window, for tests of the pages. */

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = process.env.CHANCERY_CHROMIUM ?? '/usr/bin/chromium';

/** Throws one clear line when there is no browser. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(`the page tests need Chromium at ${CHROMIUM}; install it or set CHANCERY_CHROMIUM to its path`);
  }
  return await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
