/** A sentence's tree as a picture: words in a row, labelled arcs above them. */

import type { Sentence } from '../core/index.ts';

const CHARACTER = 8;
const GAP = 18;
const LEVEL = 26;
const MARGIN = 16;

const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

const shown = (form: string): string => {
  const characters = [...form];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : form;
};

/** A self-contained SVG. Shorter arcs lie below longer ones; colours follow the page (currentColor). */
export function toSvg(sent: Sentence): string {
  const words = sent.tokens.map((token) => shown(token.form));
  const centres: number[] = [];
  let x = MARGIN;
  words.forEach((word, i) => {
    const width = Math.max([...word].length, sent.tokens[i]!.upos.length, 3) * CHARACTER;
    centres.push(x + width / 2);
    x += width + GAP;
  });
  const levels = arcLevels(sent);
  const top = MARGIN + LEVEL * (Math.max(0, ...levels) + 1);
  const arcs = sent.tokens.map((token, i) => {
    if (token.head < 0)
      return label(centres[i]!, top - LEVEL * 0.8, 'root') + line(centres[i]!, top - LEVEL * 0.7, top - 2);
    const [from, to] = [centres[token.head]!, centres[i]!];
    const y = top - LEVEL * levels[i]!;
    // Arcs leave their head a little to the side, so that several can be told apart.
    const start = from + Math.sign(to - from) * 5;
    const path = `M${start} ${top} C${start} ${y - 6} ${to} ${y - 6} ${to} ${top - 3}`;
    return `<path d="${path}" fill="none" stroke="currentColor" marker-end="url(#head)"/>${label((from + to) / 2, y + LEVEL * 0.25 - 4, token.deprel)}`;
  });
  const row = sent.tokens.map(
    (token, i) =>
      `<text x="${centres[i]}" y="${top + 18}" text-anchor="middle" font-size="14">${escapeXml(words[i]!)}</text>` +
      `<text x="${centres[i]}" y="${top + 34}" text-anchor="middle" font-size="10" opacity=".65">${escapeXml(token.upos)}</text>`,
  );
  const [width, height] = [Math.max(x, 2 * MARGIN), top + 44];
  const title = escapeXml(sent.tokens.map((token) => token.form).join(' '));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" role="img">` +
    `<title>${title}</title><defs><marker id="head" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" orient="auto">` +
    `<path d="M0 0L6 3L0 6z" fill="currentColor"/></marker></defs>${arcs.join('')}${row.join('')}</svg>`
  );
}

const label = (x: number, y: number, text: string): string =>
  `<text x="${x}" y="${y}" text-anchor="middle" font-size="10">${escapeXml(text)}</text>`;
const line = (x: number, from: number, to: number): string =>
  `<path d="M${x} ${from}L${x} ${to}" stroke="currentColor" marker-end="url(#head)"/>`;

/** Height of each word's arc: one above the highest arc it spans, capped so that huge sentences stay drawable. */
function arcLevels(sent: Sentence): number[] {
  const levels: number[] = sent.tokens.map(() => 0);
  const heights = new Int32Array(sent.tokens.length + 1);
  const order = sent.tokens
    .map((token, i) => ({ i, from: Math.min(i, token.head), to: Math.max(i, token.head) }))
    .filter((arc) => arc.from >= 0)
    .sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  for (const { i, from, to } of order) {
    let most = 0;
    for (let k = from; k < to; k++) most = Math.max(most, heights[k]!);
    const level = Math.min(most + 1, 24);
    heights.fill(level, from, to);
    levels[i] = level;
  }
  return levels;
}
