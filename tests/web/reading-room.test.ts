/** The pages in a browser, over the sample stories: every view is an address, every key works, nothing of a page is ever run. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type Served, serveSamples } from '../support/served.ts';

const HOSTILE = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';

// Invented, for a lineage of many.
const LORRIES =
  'The lorries that stood at the gate of Port Amber for eleven weeks left on Tuesday in a long row, each with a lamp on its roof and a loaf on its seat. Their drivers had planted beans between the wheels and were sorry to leave them. The harbour office counted sixty lorries and one goat, whose owner could not be found before noon. A clerk wrote the number of each on a slate and wiped it again when the last had passed the bridge, so that nobody knows today which of them carried the bell for the tower of Saint Oriel.';

let browser: Browser;
let context: BrowserContext;
let served: Served;
let folder: string;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  folder = mkdtempSync(join(tmpdir(), 'chancery-web-'));
  const lines = join(folder, 'hostile.jsonl');
  const text = `Xi Jinping met Joe Biden in Lima on 16 November 2024. A sign at the gate said ${HOSTILE} in red letters.`;
  const copies = Array.from({ length: 60 }, (_, n) => ({
    id: `lorry-${n}`,
    title: 'Lorries leave Port Amber',
    text: n % 3 === 1 ? LORRIES.slice(0, 420) : LORRIES,
    publisher: `Courier ${n}`,
    published: n % 7 === 6 ? null : `2019-03-${String(7 + (n % 9)).padStart(2, '0')}`,
  }));
  const pages = [{ id: 'hostile', title: HOSTILE, text, published: '2024-11-17' }, ...copies];
  writeFileSync(lines, pages.map((page) => `${JSON.stringify(page)}\n`).join(''));
  served = await serveSamples(['samples/stories', lines]);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
});
afterAll(async () => {
  await browser?.close();
  if (served) expect(await served.close()).toBeLessThan(5_000);
  if (folder) rmSync(folder, { recursive: true, force: true });
  expect(complaints).toEqual([]);
});

async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${path}: ${message.text()}`);
  });
  await page.goto(served.url + path);
  await page.locator('#content').waitFor();
  return page;
}

const query = (page: Page): string => new URL(page.url()).search;

test('the timeline shows facts, and filters are addresses that Back undoes', async () => {
  const page = await open('/');
  await page.locator('.row').first().waitFor();
  await page.locator('label:has-text("CONSULT") input').check();
  await expect.poll(() => query(page)).toBe('?types=CONSULT');
  await page.locator('.chip', { hasText: 'CONSULT' }).waitFor();
  const types = await page.locator('.row .type').allTextContents();
  expect(types.length).toBeGreaterThan(0);
  await page.goBack();
  await expect.poll(() => query(page)).toBe('');
  await page.getByRole('button', { name: 'Reports' }).click();
  await expect.poll(() => query(page)).toBe('?view=reports');
  await page.close();
});

test('an address alone makes the view', async () => {
  const page = await open('/?actor=VNM&other=USA');
  await page.locator('.row').first().waitFor();
  for (const row of await page.locator('.row-who').allTextContents()) expect(row).toMatch(/VNM|Viet/);
  await page.getByRole('link', { name: /relationship and history/ }).click();
  await page.getByRole('heading', { name: 'Relationship' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/pairs/VNM/USA');
  await page.close();
});

test('what is upcoming is a view of its own, from the reader’s day on', async () => {
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date('2022-08-02T12:00:00'));
  await page.goto(`${served.url}/?actor=USA`);
  await page.getByRole('link', { name: 'Upcoming' }).click();
  await expect.poll(() => query(page)).toBe('?actor=USA&modality=planned&from=2022-08-02');
  await expect.poll(() => page.locator('.row .modality').count()).toBeGreaterThan(0);
  expect(new Set(await page.locator('.row .modality').allTextContents())).toEqual(new Set(['planned']));
  await page.close();
});

test('a fact shows every claim with its origin and reason, and both sides of a difference', async () => {
  const { items } = (await (await fetch(`${served.url}/api/facts?limit=200`)).json()) as {
    items: {
      id: string;
      claims: { why: string | null }[];
      disagreements: { sides: { claims: string[] }[] }[];
    }[];
  };
  const fact = items.find(({ disagreements }) => disagreements.length > 0);
  if (fact === undefined) throw new Error('no fact differs');
  const page = await open(`/facts/${fact.id}`);
  await page.locator('.claim').first().waitFor();
  const cards = (await page.locator('.claim footer').allTextContents()).join('\n');
  expect(cards.match(/(?:one origin|origin \d of \d)/gi)).toHaveLength(fact.claims.length);
  for (const { why } of fact.claims) if (why !== null) expect(cards).toContain(`Same event: ${why}`);
  const sides = fact.disagreements.flatMap((difference) => difference.sides);
  expect(await page.locator('.sides dt').count()).toBe(sides.length);
  expect(await page.locator('.sides dd q').count()).toBeGreaterThanOrEqual(sides.length);
  await page.close();
});

test('the histogram is brushed, the undated have a bar', async () => {
  const page = await open('/');
  const box = await page.locator('.histogram svg').boundingBox();
  if (box === null) throw new Error('no histogram');
  await page.mouse.move(box.x + box.width * 0.2, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 40, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => query(page)).toMatch(/^\?from=\d{4}-\d\d-01&to=\d{4}-\d\d-\d\d$/);
  await page.getByRole('button', { name: /no date/ }).click();
  await expect.poll(() => query(page)).toBe('?undated=true');
  // The rows before stay until the new ones have come.
  await expect.poll(() => page.locator('.month').allTextContents()).toEqual(['No date']);
  await page.close();
});

test('keys lead from the list to the evidence and back', async () => {
  const page = await open('/?view=reports');
  await page.locator('.row').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect.poll(() => page.locator('.row.chosen').getAttribute('data-index')).toBe('0');
  const words = await page.locator('.row.chosen .evidence').textContent();
  await page.keyboard.press('Enter');
  await page.locator('mark.chosen').first().waitFor();
  expect(new URL(page.url()).hash).toMatch(/^#event-\w{8,}$/);
  expect((await page.locator('mark.chosen').allTextContents()).join('')).toBe(words);
  await page.keyboard.press('u');
  await page.locator('.row').first().waitFor();
  expect(query(page)).toBe('?view=reports');
  await page.close();
});

test('Enter opens the row chosen last, however fast the keys come', async () => {
  const page = await open('/?view=reports');
  await page.locator('.row').first().waitFor();
  const words = await page.locator('.row[data-index="0"] .evidence').textContent();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const focused = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.closest('.row')?.getAttribute('data-index') ?? null);
  await expect.poll(focused).toBe('1');
  // Both keys before the next frame.
  await page.evaluate(async () => {
    for (const key of ['k', 'Enter']) {
      const target = document.activeElement ?? document.body;
      const untaken = target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      // The browser opens the focused link on an Enter that nobody took.
      if (untaken && key === 'Enter' && target instanceof HTMLElement) target.click();
      await Promise.resolve();
    }
  });
  await page.locator('mark.chosen').first().waitFor();
  expect((await page.locator('mark.chosen').allTextContents()).join('')).toBe(words);
  await page.close();
});

test('/ searches, ? shows the keys, letters typed into a field are only typed', async () => {
  const page = await open('/');
  await page.locator('.row').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('jk?');
  expect(await page.locator('[data-search]').inputValue()).toBe('jk?');
  expect(await page.locator('.row.chosen').count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('heading', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('Hanoi');
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page)).toBe('?text=Hanoi');
  await page.close();
});

test('a document marks the chosen finding, and its address keeps the choice', async () => {
  const page = await open('/documents');
  await page.locator('.documents-table a').first().click();
  await page.locator('.finding').first().waitFor();
  await page.keyboard.press('n');
  await page.locator('.finding.chosen').waitFor();
  const marked = (await page.locator('mark.chosen').allTextContents()).join('');
  expect(marked.length).toBeGreaterThan(10);
  await page.reload();
  await page.locator('mark.chosen').first().waitFor();
  expect((await page.locator('mark.chosen').allTextContents()).join('')).toBe(marked);
  await page.keyboard.press('1');
  await expect.poll(() => page.locator('[data-layer=events]').getAttribute('aria-pressed')).toBe('false');
  await page.close();
});

test('marks never change the words', async () => {
  const page = await open('/documents/hostile');
  await page.locator('.document-text p').first().waitFor();
  await page.keyboard.press('5');
  const shown = await page.locator('.document-text p').allTextContents();
  const { reading } = (await (await fetch(`${served.url}/api/documents/hostile`)).json()) as {
    reading: { article: { text: string } };
  };
  expect(shown.join('\n')).toBe(reading.article.text.replace(/\n+/g, '\n'));
  await page.close();
});

test('markup of a page is text here and runs nothing', async () => {
  const page = await open('/documents/hostile');
  await page.locator('.document-text p').first().waitFor();
  expect(await page.locator('h1').textContent()).toContain('onerror');
  expect(await page.locator('main img, main script').count()).toBe(0);
  expect(await page.evaluate('window.ran')).toBeUndefined();
  await page.close();
});

test('documents are sorted and filtered in the address', async () => {
  const page = await open('/documents');
  await page.locator('.documents-table tbody tr').first().waitFor();
  await page.getByRole('button', { name: 'Title' }).click();
  await expect.poll(() => query(page)).toBe('?sort=title');
  // What has no title stands last.
  const titles = (await page.locator('.documents-table tbody a').allTextContents()).filter(
    (title) => title !== 'No title',
  );
  expect(titles).toEqual([...titles].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })));
  await page.getByLabel('Publisher').selectOption('Harbour Wire');
  await expect.poll(() => query(page)).toContain('publisher=Harbour+Wire');
  await expect
    .poll(async () => [...new Set(await page.locator('tbody td:nth-child(3)').allTextContents())])
    .toEqual(['Harbour Wire']);
  await page.close();
});

test('a text is read on the spot and not kept', async () => {
  const page = await open('/read');
  await page.getByLabel('Text or HTML').fill('Xi Jinping met Joe Biden in Lima on 16 November 2024.');
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await page.getByText('Read just now, not kept').waitFor();
  expect(await page.locator('.document-text').textContent()).toContain('Lima');
  await page.close();
});

test('a lineage is drawn: every document leads to its page, this one is marked, the drawing says itself in words', async () => {
  const { items } = (await (await fetch(`${served.url}/api/documents?limit=100`)).json()) as {
    items: { id: string; relation: string | null; copyOf: string | null }[];
  };
  const spun = items.find(({ relation }) => relation === 'spun');
  if (spun === undefined) throw new Error('no spun copy among the samples');
  const page = await open(`/documents/${spun.id}`);
  const drawing = page.locator('.lineage');
  await drawing.locator('[aria-current]').waitFor();
  expect(await drawing.locator('svg[role=img] > title').textContent()).toMatch(/words come from/);
  expect(await drawing.locator('svg[role=img] > desc').textContent()).toMatch(
    /: the origin\..*a machine’s rewriting of/,
  );
  expect(await drawing.locator('li').count()).toBe(2);
  expect(await drawing.locator('.node[data-kind=spun] .ring').count()).toBe(1);
  expect(await drawing.locator('a').first().getAttribute('href')).toBe(`/documents/${spun.copyOf}`);
  // What the original restores stands beside what the tables do; the text is as it was.
  const { reading, aligned } = (await (await fetch(`${served.url}/api/documents/${spun.id}`)).json()) as {
    reading: { article: { text: string } };
    aligned: { span: [number, number]; from: string; kind: string }[];
  };
  const name = aligned.find(({ from }) => from === 'Invoice Harrow');
  expect(name && reading.article.text.slice(...name.span)).toBe('Invoice Harrow');
  const row = page.locator('tr', { hasText: 'Invoice Harrow' });
  expect(await row.textContent()).toMatch(/Bill Harrow.*aligned with “/);
  await row.getByRole('link', { name: 'Invoice Harrow' }).click();
  await expect.poll(() => page.locator('mark.chosen').allTextContents()).toEqual(['Invoice', ' Harrow']);
  await page.close();
});

test('a lineage of many fits a phone, and its left-out documents are counted', async () => {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  const page = await phone.newPage();
  await page.goto(`${served.url}/documents/lorry-44`);
  await page.locator('.lineage li').nth(39).waitFor();
  expect(await page.locator('.lineage [aria-current]').textContent()).toBe('Courier 44');
  expect((await page.locator('.lineage li').allTextContents()).join()).toMatch(/and \d+ more documents/);
  const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate(over)).toBe(0);
  const { violations } = await new AxeBuilder({ page }).include('.lineage').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await phone.close();
});

test('what is not there is said', async () => {
  for (const [path, words] of [
    ['/?text=zyzzyva', 'Nothing fits'],
    ['/nowhere', 'No such page'],
  ] as const) {
    const page = await open(path);
    await page.getByText(words).waitFor();
    await page.close();
  }
});

test.each(['light', 'dark'] as const)('no page has an accessibility fault (%s)', async (colorScheme) => {
  const themed = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
  const { items } = (await (await fetch(`${served.url}/api/facts?limit=200`)).json()) as {
    items: { id: string; claims: unknown[] }[];
  };
  const fact = [...items].sort((a, b) => b.claims.length - a.claims.length)[0]?.id;
  const spun = (await (await fetch(`${served.url}/api/documents?limit=100`)).json()) as {
    items: { id: string; grade: string }[];
  };
  const doubtful = spun.items.find(({ grade }) => grade !== 'usable')?.id ?? 'hostile';
  const paths = ['/?held=true&view=reports', `/documents/${doubtful}`, `/facts/${fact}`];
  if (colorScheme === 'light')
    paths.push('/documents', '/read', '/pairs/VNM/USA', '/about', `/documents/hostile/beside/${doubtful}`);
  for (const path of paths) {
    const page = await themed.newPage();
    await page.goto(served.url + path);
    await page.locator('#content h1').waitFor();
    await page.waitForLoadState('networkidle');
    const { violations } = await new AxeBuilder({ page }).analyze();
    const faults = violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${path} ${id}: ${html}`));
    expect(faults).toEqual([]);
    await page.close();
  }
  await themed.close();
});

test('no page is wider than a phone', async () => {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  for (const path of ['/', '/documents', '/documents/hostile', '/pairs/VNM/USA', '/read', '/about']) {
    const page = await phone.newPage();
    await page.goto(served.url + path);
    await page.locator('#content h1').waitFor();
    await page.waitForLoadState('networkidle');
    const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect([path, await page.evaluate(over)]).toEqual([path, 0]);
    await page.close();
  }
  await phone.close();
});

test('the first page is small', () => {
  const assets = fileURLToPath(new URL('../../dist/web/assets', import.meta.url));
  const html = readFileSync(join(assets, '../index.html'), 'utf8');
  const first = readdirSync(assets).filter((name) => html.includes(name) && /\.(?:js|css)$/.test(name));
  expect(first.length).toBeGreaterThan(0);
  const bytes = first.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0);
  expect(bytes).toBeLessThan(150_000);
});

test('what a person rejected is struck out in its document, with who and why', async () => {
  let document = '';
  const reviewed = await serveSamples(['samples/stories/2024-07-27-harbour-wire-vientiane.html'], (run) => {
    const { items } = JSON.parse(run('timeline', '--claims', '--json')) as {
      items: { id: string; document: { id: string } }[];
    };
    document = items[0]!.document.id;
    run('review', 'reject', items[0]!.id, '--by', 'Ada Example', '--why', 'the page was withdrawn');
  });
  try {
    const page = await open('/about');
    await page.goto(`${reviewed.url}/documents/${document}`);
    const note = page.locator('.finding .review');
    await note.waitFor();
    expect(await note.textContent()).toBe('Rejected, counted nowhere by Ada Example. The page was withdrawn');
    expect(
      await page
        .locator('.finding:has(.review) .finding-link')
        .evaluate((link) => getComputedStyle(link).textDecorationLine),
    ).toBe('line-through');
    await page.close();
  } finally {
    await reviewed.close();
  }
});
