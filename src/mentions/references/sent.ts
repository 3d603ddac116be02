/** Whose people are whom a state sends or names without saying so: "Nairobi sent an assistant minister, John Roe". */

import type { Sentence } from '../../core/index.ts';
import type { Draft } from '../draft.ts';
import { type History, isSubject, lastWord, type ReferenceContext } from './history.ts';

/** What a state does with its own people. */
const SENDS = /^(?:send|dispatch|despatch|deploy|recall|withdraw|mobili[sz]e|station|post|second|redeploy)$/;
const NAMES = /^(?:name|appoint|nominate|reappoint|install|designate)$/;

/** Who acts for a state. */
const ACTS_FOR = new Set(['GOV', 'MIL', 'COP', 'LEG', 'JUD', 'SPY', 'MED']);

/** Nouns for those who are sent, whatever sector they have. */
const SENT_PEOPLE =
  /^(?:envoy|emissary|delegation|team|mission|minister|negotiator|mediator|observer|engineer|expert|rescuer|doctor|medic|nurse|soldier|troop|warship|warplane|frigate|boat|jet|official|inspector|instructor|adviser|investigator)$/;

/** Gives who is sent or named by a state, without a word of whose he is, that state; true when it did. */
export function lendSender(item: Draft, sentence: Sentence, history: History, context: ReferenceContext): boolean {
  if (item.country !== null || item.code !== null || item.entity?.startsWith('person:~') === false) return false;
  const { tokens } = sentence;
  const word = tokens[item.head]!;
  const verb = tokens[word.head];
  if (verb === undefined || item.definite || item.members.length > 0) return false;
  const lemma = verb.lemma.toLowerCase();
  const role = lastWord(item.role);
  const sends = SENDS.test(lemma) && word.deprel === 'obj';
  const names = NAMES.test(lemma) && (/^(?:obj|iobj|xcomp)$/.test(word.deprel) || isAs(sentence, item));
  if (!sends && !names) return false;
  if (sends && !(item.kind === 'person' && ACTS_FOR.has(item.sector ?? '')) && !SENT_PEOPLE.test(role)) return false;
  const sender = senderOf(sentence, word.head, item, history);
  if (sender?.country == null || sender.code === null) return false;
  const { country, code } = sender;
  for (const one of [item, item.inner, item.rule === 'actor/apposition' ? item.antecedent : null]) {
    if (one === null || one.country !== null || one.code !== null) continue;
    const person = context.people.of(one);
    if (person !== null && (person.country ?? person.code) === null) Object.assign(person, { country, code });
    Object.assign(one, { country, code, confidence: Math.min(one.confidence, 0.6) });
  }
  return true;
}

/** "named her as prime minister". */
const isAs = ({ tokens }: Sentence, item: Draft): boolean =>
  tokens[item.head]!.deprel.startsWith('obl') &&
  tokens.some((token) => token.head === item.head && token.deprel.startsWith('case') && token.form === 'as');

/** The state, its government or its head who is subject of the verb. */
function senderOf(sentence: Sentence, verb: number, item: Draft, history: History): Draft | null {
  const { tokens } = sentence;
  let at = verb;
  for (let steps = 0; at >= 0 && steps < 3; steps++) {
    for (const earlier of history.before(sentence, item.span[0], 0)) {
      if (!isSubject(earlier) || tokens[earlier.head]!.head !== at) continue;
      const acts = earlier.kind === 'state' || earlier.sector === null || /^(?:GOV|MIL)$/.test(earlier.sector);
      return acts && earlier.members.length === 0 ? earlier : null;
    }
    if (!/^(?:conj|xcomp)/.test(tokens[at]!.deprel)) return null;
    at = tokens[at]!.head;
  }
  return null;
}
