/** Offices with "of" inside: read as one word, so that "Secretary of State Ana Reyes" is one actor and not two. */

import type { Span } from '../core/index.ts';

const OFFICE =
  'Secretar(?:y|ies)|Ministers?|Vice-?[Mm]inisters?|Under-?[Ss]ecretar(?:y|ies)|Ministry|Ministries|Department|Minister-Counsellor';
const FIELD =
  'State|Defen[cs]e|Foreign Affairs|External Affairs|External Relations|Foreign Relations|Home Affairs|Internal Affairs|the Interior|Interior|Public Security|National Defen[cs]e|Homeland Security|' +
  'the Treasury|Treasury|Finance|Commerce|Trade|Energy|Labou?r|Health|Education|Justice|Transport(?:ation)?|Agriculture|Industry|Planning|Culture|Information|Information and Communications|Economy|Economic Affairs|' +
  'Trade and Industry|Industry and Trade|Commerce and Industry|Planning and Investment|Foreign Trade|Foreign Affairs and Trade|Foreign Affairs and International Cooperation|Europe and Foreign Affairs';
const TITLE = new RegExp(`\\b(?:${OFFICE}) (?:of|for) (?:${FIELD})(?! and [A-Z])\\b`, 'g');

/** Spans of such offices in a text. */
export function titleSpans(text: string): Span[] {
  const out: Span[] = [];
  for (const match of text.matchAll(TITLE)) out.push([match.index, match.index + match[0].length]);
  return out;
}
