/** For whom a person speaks, when the words beside the cue do not say: as any other mention of the same person tells. */

import type { Mention, Mentioned } from '../../core/index.ts';
import { appositionsOf, hasRelation, head as headOf, subtree } from '../../language/tree.ts';
import { isActor, mentionAt, mentionsIn } from '../../mentions/index.ts';

const KNOWN = new WeakMap<Mentioned, ReadonlyMap<string, string | null>>();

/** ISO code, or null when no mention tells or two disagree. `name` as in the mentions. */
export function nationOf(doc: Mentioned, name: string): string | null {
  let table = KNOWN.get(doc);
  if (table === undefined) {
    table = tableOf(doc);
    KNOWN.set(doc, table);
  }
  return table.get(name) ?? null;
}

function tableOf(doc: Mentioned): ReadonlyMap<string, string | null> {
  const table = new Map<string, string | null>();
  for (const mention of doc.mentions) {
    if (mention.kind !== 'person' || mention.name === null || mention.form === 'pronoun') continue;
    const country = mention.country ?? besideName(doc, mention);
    if (country === null) continue;
    const before = table.get(mention.name);
    table.set(mention.name, before === undefined || before === country ? country : null);
  }
  return table;
}

/** "Bashir Elmi, a Somali peace broker", "the Danish commander, Iris Holbech", "Commander Holbech of the Danish navy". */
function besideName(doc: Mentioned, mention: Mention): string | null {
  const sent = doc.sentences[mention.sentence];
  if (sent === undefined) return null;
  const heads = [...appositionsOf(sent, mention.head)];
  if (hasRelation(sent, mention.head, 'appos', 'flat', 'nmod:desc', 'compound')) heads.push(headOf(sent, mention.head));
  for (const head of heads) {
    const own = mentionAt(doc, mention.sentence, head);
    if (own !== null && isActor(own) && own.head === head && own.country !== null) return own.country;
    const inside = countryIn(
      doc,
      mention.sentence,
      new Set(subtree(sent, head, ['appos', 'acl:relcl', 'advcl', 'conj', 'nsubj'])),
    );
    if (inside !== null) return inside;
  }
  return countryIn(
    doc,
    mention.sentence,
    new Set(subtree(sent, mention.head, ['appos', 'acl:relcl', 'advcl', 'conj', 'acl'])),
  );
}

function countryIn(doc: Mentioned, sentence: number, words: ReadonlySet<number>): string | null {
  let found: string | null = null;
  for (const mention of mentionsIn(doc, sentence)) {
    if (mention.country === null || !words.has(mention.head) || mention.kind === 'time' || mention.kind === 'quantity')
      continue;
    if (found !== null && found !== mention.country) return null;
    found = mention.country;
  }
  return found;
}

/** "its negotiator": the country that the possessive stands for; else the only state named before it in the sentence. */
export function ownerNation(doc: Mentioned, sentence: number, possessor: number): string | null {
  let at: Mention | null | undefined = mentionAt(doc, sentence, possessor);
  for (let steps = 0; at != null && steps < 10; steps++) {
    if (at.country !== null) return at.country;
    at = at.antecedent === null ? null : doc.mentions[at.antecedent];
  }
  const states = new Set<string>();
  for (const mention of mentionsIn(doc, sentence))
    if (mention.kind === 'state' && mention.country !== null && mention.head < possessor && mention.form === 'name')
      states.add(mention.country);
  const [only] = [...states];
  return states.size === 1 ? (only ?? null) : null;
}
