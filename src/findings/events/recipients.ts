/** The recipients of a match, looked for where its frame says, in order of preference. */

import type { Actor, EventType, Sentence } from '../../core/index.ts';
import {
  agentsOf,
  children,
  hasRelation,
  head,
  indirectObjectsOf,
  isPassive,
  lemmaOf,
  nominalModifiersOf,
  objectsOf,
  obliquesOf,
  patientsOf,
  possessorsOf,
  prepositionOf,
  subjectsOf,
  subtree,
} from '../../language/tree.ts';
import { addressees, charged, promised, reached, SPOKEN_TO, theirs } from './addressed.ts';
import { Cast, flat, isSelf, without } from './cast.ts';
import { nounItself } from './constructions.ts';
import { alsoReceived } from './gapping.ts';
import type { RoleScheme } from './lexicon.ts';
import { counted, countedAfter, nearestAfter, rightAfter } from './nearness.ts';
import { actorsAt, unnamedPeople } from './phrase.ts';
import {
  atPreposition,
  complementsIn,
  firstActors,
  insideComplement,
  insideObject,
  LETTING,
  ownPreposition,
  stateAt,
  WISHES,
} from './positions.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';
import { harmed } from './violence.ts';

/** "filed a complaint against Peru at the council": whom a complaint goes to stands before what it is about. */
const ordered = (order: readonly string[], match: Match): readonly string[] =>
  match.trigger.frame.type === 'ACCUSE' && match.noun >= 0 && match.verb >= 0 && order.includes('obj.in')
    ? [...order.filter((s) => FIRST.has(s)), ...order.filter((s) => !FIRST.has(s))]
    : order;

const FIRST: ReadonlySet<string> = new Set(['obj', 'iobj', 'against', 'to']);

export const SCHEME_TO: Readonly<Record<RoleScheme, readonly string[]>> = {
  directed: ['obj', 'iobj', 'obj.in', 'against', 'on', 'to', 'with', 'at', 'for', 'over', 'from', 'of', 'comp'],
  reciprocal: ['with', 'between', 'among', 'obj', 'iobj', 'to'],
  'reciprocal-with': ['to', 'for', 'obj.in', 'obj', 'of', 'comp'],
  visit: ['obj', 'to', 'in', 'for', 'into', 'on', 'at', 'of', 'through', 'obj.in'],
  transfer: ['iobj', 'to', 'for', 'obj.in', 'with', 'in', 'into', 'comp', 'obj', 'over', 'toward', 'towards', 'from'],
  reversed: ['from', 'by', 'obj.in'],
  ask: ['obj', 'iobj', 'on', 'to', 'of', 'from', 'with', 'xsubj', 'obj.in', 'for', 'comp'],
  self: [],
  forces: ['against', 'near', 'toward', 'towards', 'around', 'at'],
  gather: [],
};

/** "thanked India for this and for the rescue": what the tree joins to the object at a preposition of its own is none. */
const isPhrase = (sent: Sentence, token: number): boolean =>
  hasRelation(sent, token, 'conj') && prepositionOf(sent, token) !== null;

const INVITING = new Set(['invitation', 'invite']);

/** Objects, that of "the parties it had banned after the coup" included, where the relative clause has more to tell. */
function objectsWith(sent: Sentence, verb: number): readonly { readonly token: number }[] {
  const plain = objectsOf(sent, verb);
  if (plain.length > 0 || !hasRelation(sent, verb, 'acl:relcl') || children(sent, verb, 'ccomp', 'xcomp').length > 0)
    return plain;
  const [subject] = children(sent, verb, 'nsubj');
  if (subject === undefined || /^(who|which|that|whose)$/i.test(sent.tokens[subject]?.form ?? '')) return plain;
  const noun = head(sent, verb);
  if (sent.tokens[noun]?.upos !== 'NOUN' || children(sent, verb, 'mark').length > 0) return plain;
  const last = sent.tokens[verb + 1];
  return last !== undefined && last.upos === 'ADP' && children(sent, verb, 'obl').length === 0
    ? plain
    : [{ token: noun }];
}

/** Types whose object is whom the words are for. */
const ADDRESSING: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REQUEST']);

/** Types whose object, told by a capital, is a government. */
const AT_GOVERNMENTS: ReadonlySet<EventType> = new Set(['ACCUSE', 'REQUEST', 'THREATEN']);

const isAddressed = (scene: Scene, match: Match, passive: boolean): boolean =>
  ADDRESSING.has(match.trigger.frame.type) &&
  !match.trigger.frame.skipObject &&
  !passive &&
  match.noun < 0 &&
  objectsOf(scene.sent, match.verb).some((a) => scene.sent.tokens[a.token]?.upos !== 'PRON');

/** "for Serbia to reopen": an infinitive right behind the one named. */
function isToAct(sent: Sentence, actor: Actor): boolean {
  const at = sent.tokens.findIndex((t) => t.start >= actor.span[1]);
  return sent.tokens[at]?.form === 'to' && sent.tokens[at + 1]?.xpos === 'VB';
}

/** "demanded the release of the president": whoever is to be freed is not asked. */
const FREEING = new Set(['release', 'freeing', 'extradition', 'handover', 'pardon', 'return']);

const isFreed = (sent: Sentence, match: Match): boolean =>
  match.trigger.frame.type === 'REQUEST' &&
  [...objectsOf(sent, match.verb), ...obliquesOf(sent, match.verb, 'for')].some((a) =>
    FREEING.has(lemmaOf(sent, a.token)),
  );

/** Who is to free them: "Argentina's release of its sailors", "their release by Argentina". */
const freers = (scene: Scene, noun: number): readonly Actor[] =>
  flat(
    [
      ...possessorsOf(scene.sent, noun),
      // "the release of hostages by Hamas": the tree may hang it on the hostages.
      ...[noun, ...nominalModifiersOf(scene.sent, noun, 'of').map((m) => m.token)].flatMap((n) =>
        nominalModifiersOf(scene.sent, n).flatMap((m) => (m.preposition === 'by' ? [m.token] : [])),
      ),
    ].map((t) => (scene.sent.tokens[t]?.upos === 'PROPN' ? actorsAt(scene, t, false) : [])),
  );

const isInviting = (sent: Sentence, match: Match): boolean =>
  match.noun < 0 && match.verb >= 0 && lemmaOf(sent, match.verb) === 'invite';

const isAccepted = (sent: Sentence, match: Match): boolean =>
  match.noun >= 0 &&
  INVITING.has(lemmaOf(sent, match.noun)) &&
  /^(accept|receive|decline)$/.test(lemmaOf(sent, match.verb));

/** Whose invitation it is: "accepted Fiji's invitation", "an invitation from the premier". */
function inviters(scene: Scene, noun: number): readonly Actor[] {
  const { sent } = scene;
  const tokens = [
    ...possessorsOf(sent, noun),
    ...children(sent, noun, 'amod', 'compound'),
    ...nominalModifiersOf(sent, noun).flatMap((o) => (/^(from|of|by)$/.test(o.preposition ?? '') ? [o.token] : [])),
    ...children(sent, noun, 'acl').flatMap((c) => agentsOf(sent, c).map((a) => a.token)),
  ];
  return flat(tokens.map((t) => actorsAt(scene, t, false)));
}

/** Acts on people: "detained eleven". */
const HANDLED: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'RETREAT']);

export interface Recipients {
  readonly list: readonly Actor[];
  readonly sureness: number;
}

/** Types of words: what they aim at is another country. */
export const VERBAL: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REQUEST', 'REJECT', 'AGREE', 'THREATEN']);

/** "both sides", "the two ministers", "they": everybody at once. */
const isSeveral = (actor: Actor): boolean =>
  /^(they|both|the two|two|three|both \w+|either side)\b/i.test(actor.text) || /\bsides$/i.test(actor.text);

/** Houses of people that the mentions take for the people. */
const HOUSES = /\b(school|clinic|hospital|university|college|court|orphanage|ministry|mission)s?$/;

/** Sources whose words say plainly to whom it is done. */
const PLAIN: ReadonlySet<string> = new Set(['obj', 'iobj', 'xsubj', 'by']);

/** Where words tell what they are about: "over the expulsion of its nuncio". */
const TOPIC: ReadonlySet<string> = new Set(['over', 'for', 'about', 'at']);

/** Where those stand who are asked. */
const ASKED: ReadonlySet<string> = new Set(['on', 'to', 'of', 'from', 'with']);

/**
 * Unnamed bodies and things that the act is not done to: what is handed on ("sent a field hospital and 30 doctors"),
 * what it is for ("for schools and clinics"), in front of what people gather.
 */
function isGivenOrScenery(scene: Scene, match: Match, source: string, actor: Actor): boolean {
  const { roles, type } = match.trigger.frame;
  if (roles === 'transfer' && source === 'obj' && !isInviting(scene.sent, match)) return true;
  // "asked for four patrol boats", "will send troops to the border"
  if (roles === 'ask' && source === 'for') return true;
  if (type === 'THREATEN' && source === 'obj' && /^(send|deploy|dispatch|move)$/.test(lemmaOf(scene.sent, match.verb)))
    return true;
  if (type === 'SUPPORT' && source === 'over') return true;
  if ((PLAIN.has(source) || (roles === 'ask' && ASKED.has(source))) && type !== 'PROTEST') return false;
  const mention = scene.mentions.find((m) => m.span[0] === actor.span[0] && m.span[1] === actor.span[1]);
  if (mention === undefined || mention.form !== 'nominal') return false;
  return mention.kind === 'organization' || HOUSES.test(mention.role ?? '');
}

/** Where a protest tells what it is about. */
const THEMES: ReadonlySet<string> = new Set(['theme', 'comp', 'in', 'over']);

/** "to demand that Chad's president go": told by name or by country, and no bare office or crowd. */
const isNamed = (scene: Scene, actor: Actor): boolean =>
  actor.name !== null ||
  scene.mentions.some(
    (m) =>
      m.form !== 'nominal' &&
      ((m.span[0] >= actor.span[0] && m.span[1] <= actor.span[1]) ||
        // "the government of President Aroha Tamihana"
        scene.doc.article.text.slice(actor.span[1], m.span[0]) === ' of '),
  );

/** "deployed around the parliament", "rallied outside the court": the house is where it is, not against whom. */
function isGuarded(scene: Scene, match: Match, source: string, actor: Actor): boolean {
  const { roles, type } = match.trigger.frame;
  if (roles !== 'forces' && type !== 'PROTEST') return false;
  if (roles === 'forces' && source !== 'against' && isAtFrontier(scene, actor)) return true;
  if (!/^(around|outside|near|in|at|obj\.in|theme)$/.test(source)) return false;
  if (type === 'PROTEST' && (source === 'at' || source === 'outside') && actor.code !== null) {
    const home = /\b(court|parliament|palace|ministry|congress|assembly|prison)/i.test(actor.text);
    if (!home) return false;
  } else if (type === 'PROTEST' && source !== 'in') return false;
  const mention = scene.mentions.find((m) => m.span[0] === actor.span[0] && m.span[1] === actor.span[1]);
  if (type === 'PROTEST' && source === 'in')
    return mention?.kind === 'place' && mention.entity?.startsWith('state:') !== true;
  if (mention === undefined || mention.kind !== 'organization') return false;
  return mention.form === 'nominal' || (type === 'PROTEST' && /\b(court|palace of justice|prison)/i.test(actor.text));
}

/** "imposed a curfew on Port-au-Prince": a town of the doer's own country. */
const isOwnTown = (type: EventType, doer: Actor, town: Actor): boolean =>
  type === 'COERCE' &&
  town.sector === null &&
  town.entity?.startsWith('state:') === true &&
  town.text !== doer.text &&
  !/^(its|their|his|her|it)$/i.test(town.text);

/** Nobody's fighters and gunmen. */
const isByArmed = (actor: Actor): boolean => actor.sector === 'REB' || actor.sector === 'UAF';

/** "left Mahagi", "left northern Mozambique", "pulled out of a village in Mali": ground that is given up, not whom it is given to. */
function isGround({ mentions, doc }: Scene, r: Actor): boolean {
  const mention = mentions.find((m) => m.span[0] === r.span[0] && m.span[1] === r.span[1]);
  if (mention === undefined || (mention.kind !== 'place' && mention.kind !== 'state')) return r.sector === 'CVL';
  if (mention.kind === 'place' && mention.entity?.startsWith('state:') !== true) return true;
  return (
    mention.form === 'adjective' ||
    /\b(north|south|east|west|central|upper|lower)\w*\s$/i.test(
      doc.article.text.slice(Math.max(0, r.span[0] - 16), r.span[0]),
    )
  );
}

const ROAD = /^[A-Z]{1,2}-?\d+$|\b(Avenue|Street|Road|Square|Bridge|Highway|Motorway|Boulevard)$/;

/** "across the E19", "off the wards of a hospital": neither roads nor one's own house are protested against. */
const isNobody = (r: Actor, cast: Cast): boolean =>
  (r.code === null && r.sector === null && (r.name === null || ROAD.test(r.text))) ||
  (/^(MED|EDU|LAB|CVL)$/.test(r.sector ?? '') && cast.list.some((a) => a.code === r.code && a.sector === r.sector));

/** "towards the Eritrean frontier", "near the border with Chad": where forces go is told, not against whom. */
function isAtFrontier({ sent, mentions }: Scene, actor: Actor): boolean {
  const start = mentions.find((m) => m.span[0] === actor.span[0] && m.span[1] === actor.span[1])?.head;
  for (let at = start ?? -1, steps = 0; at >= 0 && steps < 3; at = head(sent, at), steps++)
    if (/^(border|frontier|boundary|line|side|coast)$/.test(lemmaOf(sent, at))) return true;
  return false;
}

/** Sources whose receiver may be followed by a second one without a verb: "asked France for parts and Italy for fuel". */
const LEADING: ReadonlySet<string> = new Set(['obj', 'iobj', 'on', 'to']);

/** Schemes whose words point at somebody. */
const DIRECTED: ReadonlySet<RoleScheme> = new Set(['directed', 'ask']);

/** "stood by Togo", "called upon Togo": the preposition of the trigger itself; "warned Togo of": an object of either kind. */
function withOwn(listed: readonly string[], type: EventType, own: string | null): readonly string[] {
  const out = type === 'THREATEN' && !listed.includes('iobj') ? [...listed, 'iobj'] : [...listed];
  if (own !== null && !out.includes(own)) out.push(own);
  return out;
}

export function readRecipients(scene: Scene, match: Match, cast: Cast, passive: boolean): Recipients {
  const { sent } = scene;
  const frame = match.trigger.frame;
  const verb = match.verb;
  const listed = frame.to.length > 0 ? frame.to : SCHEME_TO[frame.roles];
  const plain = DIRECTED.has(frame.roles) ? withOwn(listed, frame.type, ownPreposition(sent, match)) : listed;
  // "invited the leaders to the palace": whom, not where to
  const order = isInviting(sent, match) ? ['obj', ...plain.filter((source) => source !== 'obj')] : plain;
  let unnamed: Recipients | null = null;
  const accused = without(charged(scene, match), cast.list);
  if (accused.length > 0) return { list: accused, sureness: 0.92 };
  for (const source of ordered(order, match)) {
    // "both sides agreed to use the framework": those who agree are all there.
    if (frame.roles === 'reciprocal-with' && (source === 'comp' || source === 'obj.in') && cast.list.some(isSeveral))
      continue;
    // "The two declared a partnership in Manila": where both do it is neither's other side.
    if (source === 'in' && frame.type === 'SUPPORT' && cast.list.length > 1) continue;
    // "accepted an invitation to attend the forum": the theme of an invitation is not whose it is.
    if (source === 'comp' && match.noun >= 0 && INVITING.has(lemmaOf(sent, match.noun))) continue;
    // "criticised the agency for deporting Haitians": who stands at the verb is blamed, known or not.
    if (source === 'comp' && isAddressed(scene, match, passive)) continue;
    // "dissolved the party", "called in the ambassador": the noun of the trigger is whom it is done to.
    if (source === 'obj' || source === 'obj.in') {
      const itself = without(nounItself(scene, match, passive), cast.list);
      if (itself.length > 0) return { list: itself, sureness: 1 };
    }
    const loose = source === 'obj.in' || source === 'comp' || source === 'theme' || source === 'in';
    let found: readonly Actor[] = [];
    switch (source) {
      case 'obj':
        if (frame.skipObject && !passive) break;
        found = flat(
          (passive ? patientsOf(sent, verb) : objectsWith(sent, verb))
            .filter((a) => a.token !== match.noun && !isPhrase(sent, a.token))
            .map((a) => {
              if (isFreed(sent, match) && FREEING.has(lemmaOf(sent, a.token))) return freers(scene, a.token);
              const named = actorsAt(scene, a.token, false, frame.roles === 'visit');
              // "accuses Abidjan", "slams Budapest"
              if (named.length === 0 && VERBAL.has(frame.type))
                return stateAt(scene, a.token, true, match.noun < 0 && SPOKEN_TO.test(lemmaOf(sent, verb)));
              if (named.length > 0 || !HANDLED.has(frame.type)) return named;
              const owner = theirs(scene, a.token, cast.list);
              if (owner.length > 0) return owner;
              const people = unnamedPeople(scene, a.token);
              return people === null ? counted(scene, a.token) : [people];
            }),
        );
        break;
      case 'victims':
        found = flat(harmed(sent, verb).map((t) => actorsAt(scene, t, false)));
        break;
      case 'iobj':
        found = flat(
          [...indirectObjectsOf(sent, verb), ...promised(sent, verb)].map((a) => {
            const named = actorsAt(scene, a.token, false, frame.roles === 'transfer');
            return named.length === 0 && AT_GOVERNMENTS.has(frame.type) ? stateAt(scene, a.token, true) : named;
          }),
        );
        break;
      case 'obj.in':
        if (isFreed(sent, match)) {
          // "called for the release of its pilots by Chad"
          found = flat(
            [...objectsOf(sent, verb), ...obliquesOf(sent, verb, 'for')]
              .filter((a) => FREEING.has(lemmaOf(sent, a.token)))
              .map((a) => freers(scene, a.token)),
          );
          break;
        }
        found = isAccepted(sent, match) ? inviters(scene, match.noun) : insideObject(scene, match);
        break;
      case 'xsubj':
        found = flat(
          complementsIn(sent, verb).flatMap((c) =>
            // "demanded that the minister be questioned": whoever is to question him is asked.
            (frame.type === 'ACCUSE' || isPassive(sent, c) ? agentsOf(sent, c) : subjectsOf(sent, c)).map((a) =>
              actorsAt(scene, a.token, true),
            ),
          ),
        );
        break;
      case 'comp':
        found = insideComplement(scene, match);
        if (found.some((a) => a.code !== null)) found = found.filter((a) => a.code !== null || a.name !== null);
        break;
      case 'theme':
        found = flat(
          [
            ...children(sent, verb, 'advcl', 'xcomp', 'ccomp'),
            ...(match.noun >= 0 ? children(sent, match.noun, 'acl') : []),
          ].map((c) => {
            const named = firstActors(scene, subtree(sent, c), frame.type === 'ASSAULT');
            if (named.length > 0 || frame.type !== 'ASSAULT') return named;
            // "opened fire to disperse demonstrators"
            return flat(objectsOf(sent, c).map((a) => actorsAt(scene, a.token, false)));
          }),
        );
        break;
      default:
        // "invited both to the parade": where they are to come is not who is asked.
        if (source === 'to' && isInviting(sent, match) && objectsOf(sent, verb).length > 0) break;
        if (source === 'of' && (isFreed(sent, match) || (match.noun >= 0 && WISHES.test(lemmaOf(sent, match.noun)))))
          break;
        found = atPreposition(scene, match, source);
        // "appealed for 30 million for Chad": only "for Chad to" asks Chad.
        if (source === 'for' && frame.roles === 'ask') found = found.filter((a) => isToAct(sent, a));
    }
    if (source === 'obj' && found.length === 0 && !passive && HANDLED.has(frame.type) && match.noun < 0)
      found = countedAfter(scene, verb);
    if (
      source === 'obj' &&
      found.length === 0 &&
      (frame.roles === 'ask' || frame.type === 'SANCTION' || frame.type === 'COERCE' || frame.type === 'ACCUSE') &&
      !passive &&
      objectsOf(sent, verb).length === 0
    )
      found = rightAfter(scene, verb, frame.type === 'ACCUSE' || frame.roles === 'ask');
    const once = new Cast();
    once.add(found);
    if (LEADING.has(source)) once.add(alsoReceived(scene, verb, once.list));
    const fresh = without(once.list, cast.list).filter(
      (r) =>
        !(r.code === null && isGivenOrScenery(scene, match, source, r)) &&
        !isGuarded(scene, match, source, r) &&
        !(frame.type === 'PROTEST' && THEMES.has(source) && !isNamed(scene, r)) &&
        !(frame.type === 'PROTEST' && isNobody(r, cast)) &&
        !(frame.mode === 'withdraw' && frame.type === 'RETREAT' && isGround(scene, r)) &&
        !(frame.mode === 'disarm' && source === 'obj.in') &&
        !(frame.id === 'retreat/access' && r.code === null && r.sector === null) &&
        (source === 'in' ||
          (!cast.list.some((a) => isSelf(a, r) && !isOwnTown(frame.type, a, r)) &&
            // "raised Vietnam's own concerns": the doer's own country is not addressed.
            // Nor does a state aid its own people's search for its soldiers.
            !(
              (loose || (TOPIC.has(source) && VERBAL.has(frame.type))) &&
              (VERBAL.has(frame.type) || frame.type === 'AID') &&
              cast.list.some((a) => a.code !== null && a.code === r.code)
            ))),
    );
    if (fresh.length === 0) continue;
    const result = { list: fresh, sureness: loose ? 0.92 : 1 };
    if (
      frame.roles === 'visit' ||
      source === 'obj' ||
      source === 'iobj' ||
      source === 'xsubj' ||
      source === 'victims' ||
      (source === 'on' && frame.roles === 'ask') ||
      fresh.some((a) => a.code !== null)
    )
      return result;
    if (
      !loose ||
      (source === 'theme' && frame.type === 'ASSAULT') ||
      (source === 'comp' &&
        frame.type === 'REJECT' &&
        complementsIn(sent, verb).some((c) => LETTING.test(lemmaOf(sent, c)))) ||
      fresh.some((a) => a.name !== null || a.sector === 'GOV') ||
      // "condemned the raid by gunmen"
      (source === 'obj.in' && frame.type === 'ACCUSE' && fresh.every(isByArmed))
    )
      unnamed ??= result;
  }
  if (unnamed === null && VERBAL.has(frame.type) && verb >= 0) {
    const words = addressees(scene, verb);
    const read = without(words.length > 0 ? words : reached(scene, match), cast.list).filter(
      (r) => !cast.list.some((a) => isSelf(a, r)),
    );
    if (read.length > 0) return { list: read, sureness: 0.92 };
  }
  if (unnamed === null && order[0] === 'obj' && !frame.skipObject && match.noun < 0 && !isFreed(sent, match)) {
    const near = without(nearestAfter(scene, verb), cast.list).filter(
      (r) =>
        !cast.list.some((a) => isSelf(a, r)) &&
        !(r.code === null && isGivenOrScenery(scene, match, 'obj', r)) &&
        !(frame.mode === 'withdraw' && frame.type === 'RETREAT' && isGround(scene, r)),
    );
    if (near.length > 0) return { list: near, sureness: 0.75 };
  }
  // "told the diplomats to leave and revoked their visas"
  if (unnamed === null && match.noun >= 0 && (HANDLED.has(frame.type) || frame.type === 'SANCTION')) {
    const owners = theirs(scene, match.noun, cast.list);
    if (owners.length > 0) return { list: owners, sureness: 0.92 };
  }
  return unnamed ?? { list: [], sureness: 1 };
}
