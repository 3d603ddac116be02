/** Second receivers whose verb is left out: "asked France for parts and Italy for fuel", "gave Fiji ten boats and Tonga two". */

import type { Actor } from '../../core/index.ts';
import { hasRelation } from '../../language/tree.ts';
import { actorsOf } from '../../mentions/index.ts';
import { coded } from './cast.ts';
import type { Scene } from './scene.ts';

const THEMES = /^(for|of|on|over|with|to|from)$/;

/**
 * Names that take the verb from a first receiver, each with its own phrase at the preposition of the first. `first` are
 * the receivers read; empty when nothing is left out.
 */
export function alsoReceived(scene: Scene, verb: number, first: readonly Actor[]): readonly Actor[] {
  const { sent, doc } = scene;
  const last = Math.max(-1, ...first.filter(coded).map((a) => a.span[1]));
  if (last < 0) return [];
  const from = sent.tokens.findIndex((t) => t.start >= last);
  const theme = sent.tokens[from];
  if (from <= verb || theme === undefined) return [];
  const counted = theme.upos === 'NUM';
  if (!counted && !THEMES.test(theme.form)) return [];
  const out: Actor[] = [];
  for (let i = from + 1; i < Math.min(sent.tokens.length - 2, from + 24); i++) {
    const token = sent.tokens[i]!;
    if (/^(VERB|AUX|SCONJ)$/.test(token.upos) && !hasRelation(sent, i, 'amod', 'case', 'acl') && token.xpos !== 'VBG')
      break;
    if (/^[.;:]$/.test(token.form)) break;
    if (!/^(,|and)$/.test(token.form)) continue;
    let at = i + 1;
    if (token.form === ',' && sent.tokens[at]?.form === 'and') at++;
    if (/^(the|its|his|her|their)$/i.test(sent.tokens[at]?.form ?? '')) at++;
    const start = sent.tokens[at]?.start;
    const mention = scene.mentions.find(
      (m) =>
        m.span[0] === start &&
        m.code !== null &&
        m.form !== 'pronoun' &&
        m.form !== 'adjective' &&
        /^(state|organization|person)$/.test(m.kind),
    );
    if (mention === undefined) continue;
    const next = sent.tokens.find((t) => t.start >= mention.span[1]);
    if (next === undefined || (counted ? next.upos !== 'NUM' : next.form !== theme.form)) continue;
    out.push(...actorsOf(doc, mention));
  }
  return out;
}
