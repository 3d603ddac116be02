/** Whose an office holder is who speaks of his own state's stand: "The Prime Minister reaffirmed Freedonia's support for …". */

import type { Knowledge } from '../../knowledge/index.ts';
import type { Draft } from '../draft.ts';
import type { People } from './people.ts';
import { codeOf, lend } from './scene.ts';

/** What one does with one's own stand. */
const AFFIRMS =
  /^(?:reaffirm|affirm|reiterate|express|convey|underline|underscore|stress|emphasi[sz]e|voice|extend|renew|restate|highlight|confirm|outline|explain|offer|pledge)$/;

/** What a state has towards others and only its own officials can express. */
const STAND =
  /^(?:support|commitment|readiness|position|solidarity|appreciation|gratitude|condolence|interest|willingness|desire|determination|resolve|stance|opposition|backing|concern|adherence|wish|intention|sympathy|rejection|thanks|assistance)s?$/;

/** Lends an office holder without a state the one whose stand he expresses. */
export function lendAffirming(drafts: readonly Draft[], people: People, knowledge: Knowledge): void {
  for (const item of drafts) {
    if (item.kind !== 'person' || item.plural || item.country !== null || item.code !== null) continue;
    if (item.office === null || item.org !== null || (item.form === 'nominal' && !item.definite)) continue;
    const country = ownStand(item, drafts);
    if (country === null) continue;
    const name = item.inner ?? (item.rule === 'actor/apposition' ? item.antecedent : null);
    const person = name === null ? onlyHolder(item, people) : people.of(name);
    if (name !== null && person !== null && (person.country ?? person.code) !== null) continue;
    for (const one of name === null ? [item] : [item, name]) lend(one, country, knowledge);
    item.confidence = Math.min(item.confidence, 0.65);
    if (person !== null) Object.assign(person, { country, code: codeOf(knowledge, country) });
  }
}

/** The one person of the text who has that office, when nobody tells his state. */
function onlyHolder(item: Draft, people: People) {
  const holders = people.all.filter((person) => person.office === item.office);
  const [only] = holders;
  return only !== undefined && holders.length === 1 && (only.country ?? only.code) === null ? only : null;
}

/** The state before "'s support" in the object of a verb whose subject the office holder is. */
function ownStand(item: Draft, drafts: readonly Draft[]): string | null {
  const { tokens } = item.sentence;
  const word = tokens[item.head]!;
  if (!word.deprel.startsWith('nsubj') || !AFFIRMS.test(tokens[word.head]?.lemma.toLowerCase() ?? '')) return null;
  for (const state of drafts) {
    if (state.sentence !== item.sentence || state.kind !== 'state' || state.country === null) continue;
    const own = tokens[state.head]!;
    const stand = tokens[own.head];
    if (!/^(?:nmod:poss|amod|compound)$/.test(own.deprel) || !STAND.test(stand?.lemma.toLowerCase() ?? '')) continue;
    if (stand!.deprel === 'obj' && stand!.head === word.head) return state.country;
  }
  return null;
}
