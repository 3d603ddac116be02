/** Refusals by what the words mean here: topics, opinions, silence, scores, trade, resignations that are none. */

import type { Sentence } from '../../core/index.ts';
import { PAST } from '../../language/irregular.ts';
import {
  agentsOf,
  children,
  hasRelation,
  isPassive,
  lemmaOf,
  nominalModifiersOf,
  prepositionOf,
  subtree,
} from '../../language/tree.ts';
import { isAssembly } from './people.ts';
import { complementsIn } from './positions.ts';
import { allActors, type Case, type Refusal } from './refusal.ts';
import { isWeapon, NATURE } from './violence.ts';

const SCORE = /\b\d{1,3}\s?[-–]\s?\d{1,3}\b/;

/** Refusing to do these is saying nothing. */
const SILENCE = new Set(
  'comment say elaborate answer disclose identify name specify discuss reveal speculate confirm go detail describe quote draw'.split(
    ' ',
  ),
);

/** What a side has rather than does: as the object or topic of other words ("reaffirmed its commitment", "issues like the threats") it is no act. */
const STANDING = new Set(['commitment', 'threat']);

const SELLS = /^(supply|deliver|ship|provide|lend|pay|finance|export)$/;

const isTopic = ({ sent, noun, match }: Case): boolean =>
  noun >= 0 &&
  match.words.length === 1 &&
  STANDING.has(lemmaOf(sent, noun)) &&
  /^(?:obj|obl|nmod|conj|dep|appos)/.test(sent.tokens[noun]?.deprel ?? '');

/** "was ready for his plea to be heard": another than the one who is ready does it. */
const doneByOthers = ({ sent, verb }: Case): boolean =>
  children(sent, verb).some(
    (child) =>
      [...children(sent, child, 'case'), ...children(sent, child, 'mark')].some((w) => lemmaOf(sent, w) === 'for') &&
      subtree(sent, child).some((w) => hasRelation(sent, w, 'mark') && lemmaOf(sent, w) === 'to'),
  );

/** "praised its role in keeping peace and jointly building roads": told of a part or wish, not as done. */
const isPart = ({ sent, verb }: Case): boolean => {
  const first = sent.tokens[verb]?.deprel === 'conj' ? sent.tokens[verb]!.head : verb;
  const token = sent.tokens[first];
  return (
    token?.xpos === 'VBG' &&
    token.deprel === 'acl' &&
    children(sent, first, 'mark').some((mark) => lemmaOf(sent, mark) === 'in')
  );
};

/** Tag of the finite word of a clause: its first auxiliary or copula, else the verb. */
function finiteTag(sent: Sentence, verb: number): string {
  const helper = sent.tokens[children(sent, verb, 'aux', 'cop')[0] ?? verb];
  // "that Bogotá halt its raids": a past tense that looks like no past tense is none.
  if (helper?.xpos === 'VBD' && helper.form === helper.lemma && !PAST.has(helper.form)) return 'VB';
  return helper?.xpos ?? '';
}

const othersAct = (sent: Sentence, clause: number): boolean =>
  children(sent, clause, 'nsubj').some((s) => !/^(it|they|he|she|we|i)$/i.test(sent.tokens[s]?.form ?? ''));

/** Forces, not an officer of theirs. */
const BANDS = /(s|army|navy|force|militia|guerrilla|military|police)$/i;

const GUESTS = /^(guest|visitor|delegation|delegate|participant|dignitary|audience|traveller)$/;

/** "Welcoming the envoy, he said …", "welcomed the guests": somebody is greeted, nothing is praised. */
const isGreeting = ({ sent, verb, scene, objects }: Case): boolean =>
  /^welcom/i.test(sent.tokens[verb]!.form) &&
  objects.some(
    (o) =>
      GUESTS.test(lemmaOf(sent, o)) ||
      (scene.headed.get(o)?.kind === 'person' &&
        hasRelation(sent, verb, 'advcl') &&
        /ing$/.test(sent.tokens[verb]!.form)),
  );

/** Where things explode by themselves. */
const MISHAP =
  /^(gas|boiler|firework|fireworks|chemical|coal|mine|miner|colliery|factory|plant|refinery|silo|volcano|accident|accidental|fertiliser|fertilizer|propane|leak|short-circuit|generator|cylinder|lpg|distillery|mill|steelworks)$/i;

/** "the bombs had hit a pagoda", after jets bombed: no second blow. */
const isToldBefore = ({ scene, sent }: Case, weapon: number): boolean =>
  children(sent, weapon, 'det').some((d) => /^(the|these|those)$/i.test(sent.tokens[d]?.form ?? '')) &&
  scene.doc.sentences
    .slice(0, sent.index)
    .some((s) =>
      s.tokens.some((t, i) => isWeapon(s, i) || /^(bomb|shell|attack|strike|raid|explode|blast|fire)$/.test(t.lemma)),
    );

/** Whatever the parties are. */
export const FALSE_SENSES: readonly Refusal[] = [
  // "supporters who had gathered at the gates"
  {
    reason: 'a crowd',
    when: (it) =>
      it.frame.type === 'CONSULT' &&
      it.verb >= 0 &&
      it.noun < 0 &&
      /^(gather|assemble|convene)$/.test(lemmaOf(it.sent, it.verb)) &&
      allActors(it, (a) => a.sector === 'CVL' && a.name === null),
  },
  // "imposed sanctions, joining Canada and Britain": it did as they had done.
  {
    reason: 'doing as others did',
    when: ({ scene, sent, frame, verb, objects }) =>
      frame.id === 'support/ties' &&
      verb >= 0 &&
      sent.tokens[verb]!.form === 'joining' &&
      hasRelation(sent, verb, 'advcl') &&
      objects.length > 0 &&
      objects.every((o) => scene.headed.get(o)?.kind === 'state'),
  },
  {
    reason: 'no investigators',
    when: (it) => it.frame.mode === 'investigate' && allActors(it, (a) => a.code === null && a.sector === 'BUS'),
  },
  // "a vote of no confidence", "gave no assurance"
  {
    reason: 'nothing of the kind',
    when: ({ sent, verb, noun }) =>
      noun >= 0 && verb >= 0 && children(sent, noun, 'det').some((d) => /^no$/i.test(sent.tokens[d]?.form ?? '')),
  },
  // "quit ECOWAS": a state that leaves a body does not resign.
  {
    reason: 'a body is left',
    when: ({ scene, frame, noun, objects }) =>
      frame.id === 'retreat/resign' &&
      noun < 0 &&
      objects.some((o) => /^(IGO|UNO|EUR)$/.test(scene.headed.get(o)?.code ?? '')),
  },
  {
    reason: 'a body is left',
    when: ({ sent, frame, noun, roles }) =>
      frame.id === 'retreat/withdraw' &&
      (noun < 0 || /^(withdrawal|exit|departure)$/.test(lemmaOf(sent, noun))) &&
      (noun < 0 || nominalModifiersOf(sent, noun, 'of').length === 0) &&
      roles.recipients.length > 0 &&
      roles.recipients.every(isAssembly) &&
      roles.actors.every((a) => a.sector === null || a.sector === 'GOV'),
  },
  // "dismissed its ambassador": somebody is let go, nothing is turned down.
  {
    reason: 'a dismissal',
    when: ({ scene, sent, frame, verb, objects }) =>
      frame.id === 'reject/refuse' &&
      verb >= 0 &&
      lemmaOf(sent, verb) === 'dismiss' &&
      objects.some((o) => scene.headed.get(o)?.kind === 'person'),
  },
  // "will send frigates for joint exercises with Vietnam": forces sent to drill with others threaten nobody.
  {
    reason: 'to a drill of several',
    when: ({ sent, frame, verb }) =>
      frame.type === 'MOBILIZE' &&
      verb >= 0 &&
      subtree(sent, verb, ['conj', 'parataxis']).some(
        (w) =>
          w > verb &&
          /^(exercise|drill|manoeuvre|maneuver|wargame)$/.test(lemmaOf(sent, w)) &&
          children(sent, w, 'amod', 'nmod').some(
            (c) =>
              /^(joint|combined|multinational|bilateral)$/i.test(sent.tokens[c]?.form ?? '') ||
              prepositionOf(sent, c) === 'with',
          ),
      ),
  },
  // "will take measures to support farmers": measures against nobody.
  {
    reason: 'measures against nobody',
    when: ({ sent, frame, verb, noun, roles }) =>
      frame.id === 'threaten/hit-back' &&
      verb >= 0 &&
      noun >= 0 &&
      lemmaOf(sent, verb) === 'take' &&
      roles.recipients.length === 0 &&
      children(sent, noun, 'amod').every(
        (c) =>
          !/^(retaliatory|reciprocal|necessary|punitive|strong|resolute|firm|corresponding|harsh)$/i.test(
            sent.tokens[c]?.form ?? '',
          ),
      ),
  },
  // "instructed its ambassador to ask": an order to one's own people is none to another state.
  {
    reason: 'an order to its own',
    when: ({ scene, sent, frame, verb, objects }) =>
      frame.type === 'REQUEST' &&
      verb >= 0 &&
      /^(instruct|order|direct|task|mandate|tell|ask|command|require|advise)$/.test(lemmaOf(sent, verb)) &&
      objects.some(
        (o) =>
          /^(GOV|MIL)$/.test(scene.headed.get(o)?.sector ?? '') &&
          children(sent, o, 'nmod:poss').some((p) => /^(its|his|her|their|our)$/i.test(sent.tokens[p]?.form ?? '')),
      ),
  },
  // "Rebels have quit the town": forces leave, they do not resign.
  {
    reason: 'forces leave',
    when: (it) =>
      it.frame.id === 'retreat/resign' &&
      it.verb >= 0 &&
      /^(quit|leave|vacate|stand)$/.test(lemmaOf(it.sent, it.verb)) &&
      allActors(it, (a) => a.name === null && /^(REB|MIL|PRM|UAF)$/.test(a.sector ?? '') && BANDS.test(a.text)),
  },
  // "The company quit Russia"
  {
    reason: 'a business',
    when: (it) => it.frame.id === 'retreat/resign' && allActors(it, (a) => a.sector === 'BUS'),
  },
  // "has begun drilling for oil"
  {
    reason: 'a hole is drilled',
    when: ({ sent, noun, frame }) =>
      /^(MOBILIZE|COOPERATE)$/.test(frame.type) && noun >= 0 && /^drilling$/i.test(sent.tokens[noun]?.form ?? ''),
  },
  {
    reason: 'no forces',
    when: (it) =>
      /^mobilize\/(militia|police)$/.test(it.frame.id) &&
      allActors(it, (a) => a.code === 'NGO' || /^(SOC|BUS|REL|MED|EDU|LAB)$/.test(a.sector ?? '')),
  },
  // "was flown home": who is brought back helps nobody.
  {
    reason: 'brought home',
    when: ({ sent, frame, verb }) =>
      frame.id === 'aid/give' &&
      verb >= 0 &&
      /^(fly|bring|send|airlift|ship)$/.test(lemmaOf(sent, verb)) &&
      children(sent, verb, 'advmod').some((c) => /^(home|back)$/i.test(sent.tokens[c]?.form ?? '')),
  },
  { reason: 'only a topic', when: isTopic },
  {
    reason: 'a greeting',
    when: (it) => it.frame.id === 'support/praise' && it.noun < 0 && it.verb >= 0 && isGreeting(it),
  },
  {
    reason: 'only a part in it',
    when: (it) => it.frame.type === 'COOPERATE' && it.verb >= 0 && isPart(it),
  },
  {
    reason: 'others do it',
    when: (it) => it.frame.id === 'agree/prepared' && it.verb >= 0 && doneByOthers(it),
  },
  {
    reason: 'a score',
    when: ({ scene, sent, frame }) =>
      frame.id === 'assault/beat' && SCORE.test(scene.doc.article.text.slice(...sent.span)),
  },
  {
    reason: 'nobody does it',
    when: ({ sent, frame, verb }) =>
      frame.type === 'ASSAULT' &&
      verb >= 0 &&
      agentsOf(sent, verb).some((a) => NATURE.has(lemmaOf(sent, a.token)) && !isWeapon(sent, a.token)),
  },
  // "the parliament attacked the budget", "the court struck down the law": houses of words do no violence.
  {
    reason: 'a house of words',
    when: ({ scene, frame, verb, roles }) =>
      frame.type === 'ASSAULT' &&
      verb >= 0 &&
      !/^assault\/(kill|suffered|survived)$/.test(frame.id) &&
      roles.actors.length > 0 &&
      roles.actors.every(
        (a) =>
          /^(LEG|JUD|BUS|JRN|PTY)$/.test(a.sector ?? '') &&
          scene.mentions.some((m) => m.kind === 'organization' && m.span[0] === a.span[0] && m.span[1] === a.span[1]),
      ),
  },
  {
    reason: 'an accident',
    when: (it) =>
      it.frame.type === 'ASSAULT' &&
      it.roles.actors.length === 0 &&
      agentsOf(it.sent, it.verb).some((a) => /^(explosion|blast)$/.test(lemmaOf(it.sent, a.token))) &&
      it.sent.tokens.some((t) => MISHAP.test(t.lemma)),
  },
  {
    reason: 'a blow told before',
    when: (it) => it.frame.only.has('weapon') && agentsOf(it.sent, it.verb).some((a) => isToldBefore(it, a.token)),
  },
  // A firm that supplies sells.
  {
    reason: 'a business',
    when: (it) =>
      it.frame.type === 'AID' &&
      allActors(it, (a) => a.sector === 'BUS') &&
      it.verb >= 0 &&
      SELLS.test(lemmaOf(it.sent, it.verb)),
  },
  // "told its nationals to leave": who is told to leave must be somebody else.
  {
    reason: 'nobody is expelled',
    when: ({ sent, frame, verb, roles }) =>
      frame.id === 'sanction/expel' &&
      // "told its nationals to leave"
      roles.recipients.every(
        (r) =>
          roles.actors.some((a) => a.code === r.code) &&
          /\b(nationals|citizens|staff|families|subjects)\b/i.test(r.text),
      ) &&
      verb >= 0 &&
      /^(tell|order|ask|instruct)$/.test(lemmaOf(sent, verb)),
  },
];

/** By the clause that a verb of words governs. */
export const FALSE_CLAUSES: readonly Refusal[] = [
  {
    // "Norway's premier opened a hospital in Bergen": what a state builds at home is no aid.
    reason: 'built at home',
    when: ({ frame, roles }) =>
      frame.id === 'aid/build' &&
      roles.recipients.length > 0 &&
      roles.recipients.every((r) => r.code !== null && roles.actors.some((a) => a.code === r.code)),
  },
  {
    // "The minister spoke to reporters": who is told the news meets nobody.
    reason: 'words to the press',
    when: ({ sent, frame, verb, roles }) =>
      frame.type === 'CONSULT' &&
      /^(speak|talk|chat)$/.test(lemmaOf(sent, verb)) &&
      roles.actors.some((a) => a.sector === 'JRN'),
  },
  {
    // "not prepared to walk away from the bloc": who will not leave it stands by it.
    reason: 'no wish to leave',
    when: ({ sent, frame, verb }) =>
      frame.type === 'REJECT' &&
      children(sent, verb, 'xcomp', 'advcl').some((c) =>
        /^(walk|abandon|desert|forsake|ditch)$/.test(lemmaOf(sent, c)),
      ),
  },
  {
    reason: 'asks not to be named',
    when: ({ sent, frame, verb }) =>
      frame.type === 'REQUEST' &&
      complementsIn(sent, verb).some((c) => isPassive(sent, c) && SILENCE.has(lemmaOf(sent, c))),
  },
  // "suggested the Union work closely": somebody else is to act, nothing is offered.
  {
    reason: 'somebody else is to act',
    when: ({ sent, frame, verb }) =>
      frame.id === 'agree/offer' &&
      lemmaOf(sent, verb) === 'suggest' &&
      complementsIn(sent, verb).some((c) => othersAct(sent, c)),
  },
  {
    reason: 'no comment',
    when: ({ sent, frame, verb, objects }) =>
      frame.type === 'REJECT' &&
      objects.length === 0 &&
      complementsIn(sent, verb).some((c) => SILENCE.has(lemmaOf(sent, c))),
  },
  // "insisted that it was a balloon", "agreed that the areas held promise": an opinion, no demand and no promise.
  {
    reason: 'an opinion',
    when: ({ sent, frame, verb }) =>
      (frame.type === 'REQUEST' || frame.id === 'agree/agree') &&
      complementsIn(sent, verb).some((c) => hasRelation(sent, c, 'ccomp') && /^VB[DZ]$/.test(finiteTag(sent, c))),
  },
];
