/** Markup to lines, as a browser's innerText would: in one pass, without a tree, so no nesting can hurt it. */

import { Parser } from 'htmlparser2';

const BLOCK = new Set(
  'address article aside blockquote body canvas center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol optgroup option p pre section summary table tbody tfoot thead tr ul video'.split(
    ' ',
  ),
);
/** Blocks with a margin: a blank line stands before and after them. */
const SPACED = new Set('p blockquote h1 h2 h3 h4 h5 h6 ul ol dl pre table figure article'.split(' '));
const UNSHOWN = new Set(
  'script style template noscript svg math canvas iframe object select textarea head title datalist'.split(' '),
);
const CONCEALED = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** The most characters it gives back; beyond them reading stops. */
const LIMIT = 2_000_000;

/** Lines of the visible text; list items open with a bullet, cells are parted by tabs. Linear in the input. */
export function renderLines(html: string): string {
  const out: string[] = [];
  let size = 0;
  let line = '';
  let blank = true;
  /** Depth inside an element that is not shown. */
  let muted = 0;
  let pre = 0;

  const flush = (): void => {
    const clean = line.replace(/[ \t\r\n\f\u00a0]+/g, ' ').trim();
    line = '';
    if (clean === '' || clean === '•') return;
    out.push(clean);
    size += clean.length + 1;
    blank = false;
  };
  const space = (): void => {
    flush();
    if (!blank) out.push('');
    blank = true;
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (muted > 0) {
          if (!VOID.has(name)) muted++;
          return;
        }
        if (UNSHOWN.has(name) || 'hidden' in attributes || CONCEALED.test(attributes.style ?? '')) {
          if (!VOID.has(name)) muted = 1;
          return;
        }
        if (name === 'br') flush();
        else if (SPACED.has(name)) space();
        else if (BLOCK.has(name)) flush();
        if (name === 'li') line = '• ';
        if (name === 'pre') pre++;
      },
      ontext(data) {
        if (muted > 0 || size > LIMIT) return;
        if (pre === 0) {
          line += data;
          return;
        }
        const parts = data.split('\n');
        for (const [index, part] of parts.entries()) {
          line += part;
          if (index < parts.length - 1) flush();
        }
      },
      onclosetag(name) {
        if (muted > 0) {
          muted--;
          return;
        }
        if (name === 'td' || name === 'th') line += '\t';
        if (name === 'pre') pre = Math.max(0, pre - 1);
        if (SPACED.has(name)) space();
        else if (BLOCK.has(name)) flush();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  flush();
  return out.join('\n').trim();
}
