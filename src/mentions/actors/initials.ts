/** Which body an abbreviation stands for: "Rapid Relief Service (RRS)", and "the RRS" after "the Rapid Relief Service". */

import type { Draft } from '../draft.ts';
import type { ReadSentence } from './sentence.ts';

/** Small words of a name that give no letter. */
const SMALL = /^(?:of|for|the|and|on|in|to|de|la|del|do|da|des|du|et|y|&|-)$/i;

interface Named {
  readonly item: Draft;
  /** The abbreviation stands right behind the name in brackets. */
  readonly told: boolean;
}

/** Makes abbreviations and the full names that they stand for one body: what the text tells of one holds for the other. */
export function linkInitials(read: readonly ReadSentence[]): void {
  const names = new Map<string, Named>();
  for (const one of read) for (const item of one.drafts) if (isName(item)) addName(names, item);
  if (names.size === 0) return;
  for (const { drafts } of read)
    for (const item of drafts) {
      if (item.kind !== 'organization' || item.members.length > 0) continue;
      const text = textOf(item);
      if (!/^\p{Lu}[\p{Lu}&]{1,9}$/u.test(text)) continue;
      const full = names.get(text);
      if (full === undefined || full.item.entity === item.entity) continue;
      if (full.item.span[0] > item.span[0] && !full.told) continue;
      const { code } = item;
      share(full.item, item);
      if (code !== null && item.code !== code) widen(item, code, drafts);
    }
}

/** A body or force whose name has several capitals. */
const isName = (item: Draft): boolean =>
  item.kind === 'organization' && !item.plural && item.members.length === 0 && /\p{Lu}\S* .*\p{Lu}/u.test(textOf(item));

function addName(names: Map<string, Named>, item: Draft): void {
  const { tokens } = item.sentence;
  const after = tokens.findIndex((token) => token.start >= item.span[1]);
  const inside = after > 0 && tokens[after]?.form === '(' && tokens[after + 2]?.form === ')';
  const told = inside ? tokens[after + 1]!.form : null;
  const words = textOf(item).split(/[\s-]+/);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word) && !SMALL.test(word));
  const initials = capitals.map((word) => word[0]).join('');
  if (told !== null && /^\p{Lu}[\p{L}&]{1,9}$/u.test(told)) names.set(told, { item, told: true });
  else if (initials.length >= 3 && !names.has(initials)) names.set(initials, { item, told: false });
}

/** The name tells the state where it has one; where only the abbreviation is known, that does. */
function share(full: Draft, short: Draft): void {
  const from = full.code === null && full.country === null ? short : full;
  const to = from === full ? short : full;
  if (from.code === null && from.country === null) return;
  const { name, entity, country, code, org } = from;
  Object.assign(to, { name, entity, country, code, org, sector: from.sector ?? to.sector });
}

/** "RRS fighters": whoever was taken for the other body's is this one's. */
function widen({ span, country, code, org }: Draft, other: string, drafts: readonly Draft[]): void {
  for (const item of drafts)
    if (item.span[0] === span[0] && item.span[1] > span[1] && item.code === other)
      Object.assign(item, { country, code, org });
}

const textOf = (item: Draft): string =>
  item.sentence.tokens
    .filter((token) => token.start >= item.span[0] && token.end <= item.span[1])
    .map((token) => token.form)
    .join(' ');
