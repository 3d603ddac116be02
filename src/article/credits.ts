/** Credits: who published, wired, edited or owns the story, in the words of the page. */

import type { Credit } from '../core/index.ts';
import { AGENCY_FORMS, agencyName } from './agencies.ts';
import { anyCase } from './fold.ts';
import { countWords } from './sentence.ts';

// A dot inside a name belongs to it ("Wired.example"), one behind it ends the sentence; a few short forms keep theirs.
const TOKEN = "(?:(?:St|Mt|Ft|Dr|U\\.S|U\\.K|U\\.N)\\.|[\\p{Lu}\\d@][\\p{L}\\p{M}\\d&'’+@-]*(?:\\.[\\p{L}\\d]+)*)";
const NAME = `${TOKEN}(?:\\s(?:of|the|for|and|&|de|in|du|des|la|${TOKEN})){0,6}`;
// What a name runs on into: "Asia One on August 6", "The Example Post and is republished".
const TAIL =
  /\s+(?:on|in|and|as|under|with|at|by|here|for|the|of|de)\b(?:\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|\d|is|was|has|here).*)?$/i;

const FIRST = new RegExp(
  `${anyCase('\\b(?:(?:first|originally|previously|initially)\\s(?:appeared|published|posted|ran|printed|released|aired|reported)(?:\\sfirst)?|appeared\\sfirst|(?:re-?published|reprinted|reproduced|reposted|syndicated|cross-?posted)(?:\\swith\\spermission)?|courtesy)\\s(?:here\\s)?(?:in|on|by|at|from|with|of)\\s(?:permission\\s(?:from|of)\\s)?')}(?<name>(?:the\\s)?${NAME})`,
  'u',
);
const SOURCE =
  /^[^\p{L}\p{N}]*(?:source(?: link)?|via|original source|news source|sumber|nguồn|fuente|fonte|quelle|источник|来源|來源)\s*[:：|–-]\s*(?<name>[^|\n]{2,80})$/iu;
const EDITED = new RegExp(
  `\\b(?:[Ee]dited|[Ee]diting|[Ee]ditor)(?:\\sin\\sEnglish)?(?:\\sby|:)\\s(?<name>${NAME})`,
  'u',
);
const COPYRIGHT = new RegExp(
  `(?:©️?|\\([cC]\\)|\\b[cC](?:opyrights?|OPYRIGHTS?)\\b)(?:\\s|©️?|\\([cC]\\)|[cC]opyright|(?:19|20)\\d\\d|[-–/,]|present|by\\b|By\\b)*(?<name>(?:the\\s)?${NAME}|[\\p{L}\\d-]{2,40}\\.[a-z]{2,6}(?:\\.[a-z]{2})?)`,
  'u',
);
const OUTLET_WORD =
  '(?:News|Times|Post|Daily|Herald|Journal|Tribune|Guardian|Gazette|Chronicle|Observer|Mirror|Star|Standard|Radio|Television|TV|Broadcasting|Press|Agency|Magazine|Review|Today|Online|Independent|Telegraph|Express|Mail|Globe|Inquirer|Bulletin|Courier|Dispatch|Monitor|Media|Network|Newspaper|Weekly|Wire|Insider|Record)';
const OUTLET = `(?:${AGENCY_FORMS}|(?:\\p{Lu}[\\p{L}'’-]*\\s){1,4}${OUTLET_WORD}(?:\\s(?:of\\s\\p{Lu}\\p{L}+|Asia|Europe|Liberty|Agency|Service|Network|Corporation|Online))?|${OUTLET_WORD}\\s\\p{Lu}\\p{L}+(?:\\s\\p{Lu}\\p{L}+)?)`;
const TOLD = new RegExp(
  `\\b(?:told|tells|telling|informed|advised|briefed|(?:in|during)\\s(?:an?\\s)?(?:\\p{L}+\\s){0,2}interview\\s(?:with|to|for|on)|(?:said|speaking|spoke|speaks)\\s(?:exclusively\\s)?(?:to|with))\\s(?:the\\s|The\\s)?(?<name>${OUTLET})(?![\\p{L}])`,
  'gu',
);
const SIGNED_OFF = new RegExp(
  `[.!?”"’)]\\s?(?:[–—―/|-]{1,2}|\\()\\s?(?<name>${AGENCY_FORMS})(?:\\s?[/&,]\\s?(?:${AGENCY_FORMS}))*\\s?\\)?[.]?$|[.!?”"’)]\\s(?<bare>VNS|VNA|AFP|ANI|PTI|AKP|BERNAMA|Bernama|Xinhua|Reuters|IANS|KPL|TNA)$`,
  'u',
);
const RESERVED =
  /^(?:all|rights|respective|their|the (?:author|owner)|reserved|content|material|this|protected|of|to|law|notice|policy|infringement|\d+$)/i;

const trim = (name: string): string =>
  name
    .replace(TAIL, '')
    .replace(/[\s.,;:)\]–—-]+$/u, '')
    .trim();

const CONTEXT = 200;
const CAPTION_WORDS = 12;

export interface CreditSource {
  readonly asides: readonly { readonly kind: string; readonly text: string }[];
  readonly text: string;
  readonly lastBlock: string;
  readonly datelineAgency: string | null;
  readonly datelineText: string | null;
}

/** All credits in reading order, each once. Linear in the text. */
export function findCredits(source: CreditSource): Credit[] {
  const credits: Credit[] = [];
  const add = (name: string | undefined, relation: Credit['relation'], text: string): void => {
    const clean = trim(name ?? '');
    if (clean.length < 2 || clean.length > 80) return;
    const known = agencyName(clean) ?? clean;
    if (credits.some((credit) => credit.relation === relation && credit.name.toLowerCase() === known.toLowerCase()))
      return;
    credits.push({
      name: known,
      relation,
      status: 'stated',
      text: text.length > 2 * CONTEXT ? text.slice(0, 2 * CONTEXT) : text,
    });
  };

  if (source.datelineAgency !== null)
    add(source.datelineAgency, 'agency', source.datelineText ?? source.datelineAgency);
  for (const match of source.text.matchAll(TOLD)) {
    const start = clauseStart(source.text, match.index);
    add(match.groups?.name, 'told', source.text.slice(start, match.index + match[0].length));
  }
  const signed = SIGNED_OFF.exec(source.lastBlock.slice(-80));
  if (signed !== null)
    add(signed.groups?.name ?? signed.groups?.bare, 'agency', signed[0].replace(/^[.!?”"’)]\s?/, ''));

  // In a text without furniture the lines below the story may still be part of it.
  const lines = [...source.asides, ...closingLines(source.text)];
  for (const { kind, text } of lines) {
    if (text.length > 1500) continue;
    if (kind === 'syndication' || kind === 'agency' || kind === 'body' || kind === 'correction') {
      const first = FIRST.exec(text);
      if (first !== null) add(first.groups?.name, 'first-published', text);
      const named = SOURCE.exec(text)?.groups?.name;
      if (named !== undefined && !/https?:/.test(named)) {
        for (const part of named.split(/[/,;&]/))
          if (agencyName(trim(part)) !== null || /^\s*(?:the\s)?[\p{Lu}\p{Lo}].{2}/u.test(part))
            add(part, agencyName(trim(part)) === null ? 'first-published' : 'agency', text);
      }
    }
    if (kind === 'agency') {
      for (const part of text.replace(/[()[\]]|^[^\p{L}]+/gu, ' ').split(/[/,&+–—]/)) {
        if (agencyName(part.trim()) !== null) add(part, 'agency', text);
      }
    }
    if (kind === 'credit' || kind === 'body' || kind === 'byline')
      add(EDITED.exec(text)?.groups?.name, 'edited-by', text);
    if (kind === 'copyright' || kind === 'syndication' || kind === 'body') {
      // A caption that opens with "©" names a photographer, not an owner.
      const caption = kind === 'copyright' && countWords(text) > CAPTION_WORDS && !/rights|copyright/i.test(text);
      if (!caption) add(copyrightOwner(text) ?? undefined, 'copyright', text);
    }
  }
  return credits;
}

/** Where the sentence that holds `index` starts, or a word not too far before it. */
function clauseStart(text: string, index: number): number {
  const before = text.slice(Math.max(0, index - CONTEXT), index);
  const stop = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '), before.lastIndexOf('” '));
  const start = stop >= 0 ? stop + 1 : before.length < CONTEXT ? 0 : before.indexOf(' ');
  return index - before.length + start + (/^\s*/.exec(before.slice(start))?.[0].length ?? 0);
}

/** The last three lines of the text, if short: "Source: VNS", "Edited by …". */
function closingLines(text: string): { kind: string; text: string }[] {
  return text
    .slice(-1200)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-3)
    .filter((line) => line.length < 240)
    .map((line) => ({ kind: 'body', text: line.trim() }));
}

/** The name behind "©" or "Copyright"; null when it names nobody. */
export function copyrightOwner(text: string): string | null {
  const name = COPYRIGHT.exec(text.slice(0, 1500))?.groups?.name;
  if (name === undefined) return null;
  const owner = trim(
    name.replace(
      /\s*\b(?:(?:19|20)\d\d.*|all rights|rights reserved|powered by|designed by|theme|unless|inc|llc|ltd|pty|co)\b.*$/i,
      '',
    ),
  );
  return owner.length < 2 || RESERVED.test(owner) || !/\p{L}/u.test(owner) ? null : owner;
}
