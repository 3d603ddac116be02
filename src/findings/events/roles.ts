/** Who did it to whom: the actors and recipients of a match, through the tree first, by nearness when the tree fails. */

import type { Actor, EventType, Mention, Mentioned, Sector, Sentence } from '../../core/index.ts';
import {
  agentsOf,
  child,
  children,
  clauseOf,
  complementsOf,
  conjuncts,
  firstConjunct,
  hasRelation,
  head,
  indirectObjectsOf,
  isPassive,
  isWithin,
  lemmaOf,
  modifiedNoun,
  nominalModifiersOf,
  nounPhrase,
  objectsOf,
  obliquesOf,
  patientsOf,
  possessorsOf,
  prepositionOf,
  spanOf,
  subjectsOf,
  subtree,
} from '../../language/tree.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { actorsOf, isActor, mentionsIn } from '../../mentions/index.ts';
import type { Frame, RoleScheme } from './lexicon.ts';
import { isRootName } from './modality.ts';
import { VIOLENT } from './needs.ts';
import { repair } from './repair.ts';
import type { Match } from './triggers.ts';
import type { Governors, Things } from './words.ts';

export interface Roles {
  readonly actors: readonly Actor[];
  readonly recipients: readonly Actor[];
  /** 0..1: 1 where the tree gave every role. */
  readonly sureness: number;
  /** Agentless: the words name no doer. */
  readonly agentless: boolean;
}

/** A sentence with its mentions at hand. */
export interface Scene {
  readonly doc: Mentioned;
  readonly sent: Sentence;
  readonly mentions: readonly Mention[];
  /** Widest actor mention headed by each token. */
  readonly headed: ReadonlyMap<number, Mention>;
  /** Tokens of attribution ("officials said") that act in no event. */
  readonly attribution: ReadonlySet<number>;
  readonly things: Things;
  readonly knowledge: Knowledge;
}

const SCHEME_TO: Readonly<Record<RoleScheme, readonly string[]>> = {
  directed: ['obj', 'iobj', 'obj.in', 'against', 'on', 'to', 'with', 'at', 'for', 'over', 'from', 'of', 'comp'],
  reciprocal: ['with', 'between', 'among', 'obj', 'to'],
  'reciprocal-with': ['to', 'for', 'obj.in', 'obj', 'of', 'comp'],
  visit: ['obj', 'to', 'in', 'for', 'into', 'on', 'at', 'of', 'through', 'obj.in'],
  transfer: ['iobj', 'to', 'for', 'obj.in', 'with', 'in', 'into', 'comp', 'obj', 'over', 'toward', 'towards', 'from'],
  reversed: ['from', 'by', 'obj.in'],
  ask: ['obj', 'on', 'to', 'of', 'from', 'with', 'xsubj', 'obj.in', 'for', 'comp'],
  self: [],
  forces: ['against', 'near', 'toward', 'towards', 'around', 'at'],
  gather: [],
};

/** Nouns of number that act as what they count: "thousands of workers". */
const CROWDS = new Set('thousand hundred dozen million group crowd number member majority score scores pair couple team wave band handful'.split(' '));
const PRONOUNS = new Set(['it', 'he', 'she', 'they', 'him', 'her', 'them', 'its', 'his', 'their']);

/** Prepares a sentence. `say` words tell where attributions stand. */
export function sceneOf(
  doc: Mentioned,
  index: number,
  words: { readonly governors: Governors; readonly things: Things },
  knowledge: Knowledge,
): Scene {
  const sent = repair(doc.sentences[index]!);
  const mentions = mentionsIn(doc, index);
  const headed = new Map<number, Mention>();
  for (const mention of mentions) {
    if (!isActor(mention)) continue;
    const known = headed.get(mention.head);
    if (!known || width(mention) > width(known)) headed.set(mention.head, mention);
  }
  return { doc, sent, mentions, headed, attribution: attributionWords(sent, words.governors), things: words.things, knowledge };
}

const width = (mention: Mention): number => mention.span[1] - mention.span[0];

function attributionWords(sent: Sentence, governors: Governors): ReadonlySet<number> {
  const out = new Set<number>();
  sent.tokens.forEach((token, i) => {
    if (token.upos !== 'VERB' || governors.classOf.get(token.lemma.toLowerCase()) !== 'say') return;
    const content = children(sent, i, 'ccomp');
    const tail = hasRelation(sent, i, 'parataxis');
    if (content.length === 0 && !tail) return;
    for (const s of children(sent, i, 'nsubj', 'obl', 'obj', 'iobj'))
      for (const w of subtree(sent, s)) out.add(w);
  });
  sent.tokens.forEach((token, i) => {
    if (token.form.toLowerCase() !== 'according') return;
    const noun = hasRelation(sent, i, 'case') ? head(sent, i) : -1;
    if (noun >= 0) for (const w of subtree(sent, noun)) out.add(w);
  });
  return out;
}

/** A list that grows with the actors of tokens, each once. */
class Cast {
  readonly list: Actor[] = [];
  readonly spans = new Set<string>();
  add(actors: readonly Actor[]): void {
    for (const actor of actors) {
      const key = `${actor.span[0]}:${actor.span[1]}`;
      if (this.spans.has(key)) continue;
      if (this.list.some((a) => a.span[0] <= actor.span[0] && actor.span[1] <= a.span[1] && a.code === actor.code)) continue;
      this.spans.add(key);
      this.list.push(actor);
    }
  }
}

/** Reads the roles of a match. `placesAct` is for visits, where a town stands for its country. */
export function readRoles(scene: Scene, match: Match): Roles {
  const frame = match.trigger.frame;
  if (match.verb < 0) return nounRoles(scene, match);
  const verb = match.verb;
  const { sent } = scene;
  const passive = isPassive(sent, verb);
  const cast = new Cast();
  let sureness = 1;
  // "were engaged in": the subject does it.
  const engaged = passive && match.noun >= 0 && ENGAGED.has(lemmaOf(sent, verb));
  let agents = engaged ? subjectsOf(sent, verb) : agentsOf(sent, verb);
  if (match.noun >= 0) agents = agents.filter((a) => a.token !== match.noun);
  for (const argument of agents) {
    const found = actorsAt(scene, argument.token, true);
    if (found.length > 0 && (argument.via === 'participle' || argument.via === 'control')) sureness = Math.min(sureness, 0.92);
    cast.add(found);
  }
  if (cast.list.length === 0 && agents.length === 0) {
    // "it was ready": a pronoun the tree takes for a dummy; "Ghana to host": the name of a headline.
    const dummy = child(sent, verb, 'expl');
    const up = modifiedNoun(sent, verb);
    if (dummy >= 0) cast.add(actorsAt(scene, dummy, true).filter(coded));
    else if (up >= 0 && isRootName(sent, up)) cast.add(actorsAt(scene, up, true));
  }
  const first = cast.list[0];
  if (first !== undefined) {
    const listed = headlineFellow(scene, first);
    if (listed !== null) cast.add(listed);
  }
  if (frame.roles === 'reversed') return reversed(scene, match, cast.list, passive);
  // "the signing of X by Y", "sanctions imposed by Y" are passives; a possessor may name the doer: "its visit".
  if (cast.list.length === 0 && match.noun >= 0) {
    for (const p of possessorsOf(sent, match.noun)) cast.add(actorsAt(scene, p, false));
    if (cast.list.length > 0) sureness = Math.min(sureness, 0.85);
  }
  const subjectIsThing = agents.length > 0 && cast.list.length === 0;
  let agentless = passive && !engaged && cast.list.length === 0;
  if (cast.list.length === 0 && !passive && agents.length === 0 && isFiniteVerb(sent, verb)) {
    const near = nearestBefore(scene, verb);
    if (near) {
      cast.add(near);
      sureness = Math.min(sureness, 0.72);
    }
  }
  if (agentless && frame.mode === 'expel') {
    // "thrown out of Khartoum", "declared persona non grata in Minsk": the country does it.
    for (const o of obliquesOf(sent, verb)) if (/^(from|out of|of|in)$/.test(o.preposition ?? '')) cast.add(actorsAt(scene, o.token, false, true));
    agentless = cast.list.length === 0;
    if (!agentless) sureness = Math.min(sureness, 0.8);
  }
  if (subjectIsThing) agentless = true;
  const recipients = readRecipients(scene, match, cast, passive);
  if (frame.modality === 'cancelled' && passive && cast.list.length === 0 && recipients.list.length > 0)
    return { actors: distinct(recipients.list), recipients: [], sureness, agentless: false };
  if (isReciprocal(frame)) {
    const all = new Cast();
    all.add(cast.list);
    for (const source of ['with', 'between', 'among'] as const) all.add(atPreposition(scene, match, source));
    if (frame.roles === 'reciprocal') {
      all.add(recipients.list);
      if (passive) for (const p of patientsOf(sent, verb)) if (p.token !== match.noun) all.add(actorsAt(scene, p.token, false));
      return { actors: distinct(all.list), recipients: [], sureness: sureness * recipients.sureness, agentless };
    }
    const several = distinct(all.list);
    if (several.length > 1) return { actors: several, recipients: [], sureness, agentless };
  }
  const hosts = (actor: Actor): Actor => (frame.roles === 'visit' && actor.entity?.startsWith('state:') === true ? { ...actor, sector: null } : actor);
  return {
    actors: cast.list,
    recipients: distinct(without(recipients.list, cast.list)).map(hosts),
    sureness: sureness * recipients.sureness,
    agentless,
  };
}

/** "Bulgaria, Greece agree": in headlines a comma joins two names at the start; the tree takes one of them. */
function headlineFellow(scene: Scene, actor: Actor): readonly Actor[] | null {
  const { sent, doc } = scene;
  for (const mention of scene.mentions) {
    if (mention.kind !== 'state' || mention.form !== 'name') continue;
    const [left, right] = mention.span[0] < actor.span[0] ? [mention.span, actor.span] : [actor.span, mention.span];
    if (left[0] !== sent.span[0] || left[1] >= right[0]) continue;
    const between = doc.article.text.slice(left[1], right[0]);
    if (/^\s*,\s*$/.test(between) && /^\s+\w/.test(doc.article.text.slice(right[1], right[1] + 2))) return actorsOf(doc, mention);
  }
  return null;
}

const isFiniteVerb = (sent: Sentence, verb: number): boolean =>
  /^VB[DZP]$/.test(sent.tokens[verb]?.xpos ?? '') || child(sent, verb, 'aux') >= 0;

const ENGAGED = new Set(['engage', 'involve', 'lock', 'embroil']);

const isReciprocal = (frame: Frame): boolean => frame.roles === 'reciprocal' || frame.roles === 'reciprocal-with' || frame.roles === 'gather';

function reversed(scene: Scene, match: Match, takers: readonly Actor[], passive: boolean): Roles {
  const givers = new Cast();
  for (const source of match.trigger.frame.to.length > 0 ? match.trigger.frame.to : SCHEME_TO.reversed) {
    if (givers.list.length > 0) break;
    givers.add(source === 'obj.in' ? insideObject(scene, match) : atPreposition(scene, match, source));
  }
  return { actors: without(givers.list, takers), recipients: takers, sureness: 0.95, agentless: passive || givers.list.length === 0 };
}

interface Recipients {
  readonly list: readonly Actor[];
  readonly sureness: number;
}

function readRecipients(scene: Scene, match: Match, cast: Cast, passive: boolean): Recipients {
  const { sent } = scene;
  const frame = match.trigger.frame;
  const verb = match.verb;
  const order = frame.to.length > 0 ? frame.to : SCHEME_TO[frame.roles];
  let unnamed: Recipients | null = null;
  for (const source of order) {
    const loose = source === 'obj.in' || source === 'comp' || source === 'theme' || source === 'in';
    let found: readonly Actor[] = [];
    switch (source) {
      case 'obj':
        if (frame.skipObject && !passive) break;
        found = flat(
          (passive ? patientsOf(sent, verb) : objectsOf(sent, verb))
            .filter((a) => a.token !== match.noun)
            .map((a) => {
              const named = actorsAt(scene, a.token, false, frame.roles === 'visit');
              return named.length === 0 && frame.type === 'ASSAULT' ? counted(scene, a.token) : named;
            }),
        );
        break;
      case 'iobj':
        found = flat(indirectObjectsOf(sent, verb).map((a) => actorsAt(scene, a.token, false)));
        break;
      case 'obj.in':
        found = insideObject(scene, match);
        break;
      case 'xsubj':
        found = flat(
          complementsIn(sent, verb).flatMap((c) =>
            (frame.type === 'ACCUSE' ? agentsOf(sent, c) : subjectsOf(sent, c)).map((a) => actorsAt(scene, a.token, true)),
          ),
        );
        break;
      case 'comp':
        found = insideComplement(scene, match);
        break;
      case 'theme':
        found = flat(
          [...children(sent, verb, 'advcl', 'xcomp', 'ccomp'), ...(match.noun >= 0 ? children(sent, match.noun, 'acl') : [])].map((c) =>
            firstActors(scene, subtree(sent, c), frame.type === 'ASSAULT'),
          ),
        );
        break;
      default:
        found = atPreposition(scene, match, source);
    }
    if (source === 'obj' && found.length === 0 && frame.roles === 'ask' && !passive && objectsOf(sent, verb).length === 0) found = rightAfter(scene, verb);
    const fresh = without(found, cast.list).filter(
      (r) =>
        source === 'in' ||
        (!cast.list.some((a) => isSelf(a, r)) &&
          // "raised Vietnam's own concerns": the doer's own country is not addressed.
          !(loose && VERBAL.has(frame.type) && cast.list.some((a) => a.code !== null && a.code === r.code))),
    );
    if (fresh.length === 0) continue;
    const result = { list: fresh, sureness: loose ? 0.92 : 1 };
    if (source === 'obj' || source === 'iobj' || source === 'xsubj' || fresh.some((a) => a.code !== null)) return result;
    if (!loose || fresh.some((a) => a.name !== null || a.sector === 'GOV')) unnamed ??= result;
  }
  if (unnamed === null && order[0] === 'obj' && !frame.skipObject && match.noun < 0) {
    const near = without(nearestAfter(scene, verb), cast.list).filter((r) => !cast.list.some((a) => isSelf(a, r)));
    if (near.length > 0) return { list: near, sureness: 0.75 };
  }
  return unnamed ?? { list: [], sureness: 1 };
}

/** The doer again, as a pronoun or by its bare name. */
const isSelf = (actor: Actor, other: Actor): boolean =>
  (actor.entity !== null && actor.entity === other.entity) ||
  (/^(its|their|his|her|it)$/i.test(other.text) && (other.code === null || other.code === actor.code));

const flat = (lists: readonly (readonly Actor[])[]): readonly Actor[] => lists.flatMap((list) => list);

export function without(list: readonly Actor[], others: readonly Actor[]): readonly Actor[] {
  return list.filter((actor) => !others.some((o) => o.span[0] < actor.span[1] && actor.span[0] < o.span[1]));
}

/** One of those that are plainly the same (same entity, or same code and sector behind a place). */
function distinct(list: readonly Actor[]): readonly Actor[] {
  const out: Actor[] = [];
  for (const actor of list) {
    const same = out.some((o) => o.entity !== null && o.entity === actor.entity);
    if (!same) out.push(actor);
  }
  return out;
}

/** Actors at a preposition of the verb or of the noun of the match. */
function atPreposition(scene: Scene, match: Match, preposition: string): readonly Actor[] {
  const { sent } = scene;
  const { frame } = match.trigger;
  const gives = frame.type === 'AID' && (frame.roles === 'transfer' || frame.roles === 'directed');
  const visit = frame.roles === 'visit' || frame.only.has('places') || (gives && /^(to|in|into|over|across)$/.test(preposition)) || (/^(in|into|from|near|over)$/.test(preposition) && frame.to.includes(preposition));
  const tokens: number[] = [];
  // "condemned the attack in Paris": where it struck is not who is blamed.
  if (frame.absorbs && /^(in|on|at|over|against)$/.test(preposition) && match.verb >= 0 && objectsOf(sent, match.verb).some((a) => VIOLENT.has(lemmaOf(sent, a.token)))) return [];
  if (match.verb >= 0) for (const o of obliquesOf(sent, match.verb)) if (matches(o.preposition, preposition)) tokens.push(o.token);
  const nouns = match.noun >= 0 ? [match.noun] : [];
  if (match.noun >= 0 && match.verb >= 0)
    // "a memorandum of understanding with Togo", "a round of talks with Togo"
    for (const o of [...nominalModifiersOf(sent, match.noun, 'of'), { token: head(sent, match.noun) }])
      if (isWithin(sent, o.token, match.verb) && o.token !== match.verb) nouns.push(o.token);
  if (match.noun < 0) for (const a of objectsOf(sent, match.verb)) nouns.push(a.token);
  // "spoke by phone with Iran": the phrase may hang on a word of the trigger.
  for (const w of match.words) if (w !== match.verb && !nouns.includes(w)) nouns.push(w);
  for (const noun of nouns)
    for (const o of nominalModifiersOf(sent, noun)) if (matches(o.preposition, preposition)) tokens.push(o.token);
  if (tokens.length === 0 && preposition === 'against' && match.verb >= 0)
    // "mobilised reservists for a war against Iraq": what is aimed at may stand deeper.
    for (const w of subtree(sent, match.verb, frame.roles === 'forces' ? ['ccomp', 'parataxis', 'conj'] : ['acl:relcl', 'advcl', 'ccomp', 'parataxis', 'conj']))
      if (prepositionOf(sent, w) === 'against') tokens.push(w);
  const found = flat(tokens.filter((t) => !scene.attribution.has(t)).map((t) => actorsAt(scene, t, false, visit)));
  return found.length > 0 || match.verb < 0 ? found : afterPreposition(scene, match, preposition, visit);
}

/** The actor behind a preposition in plain word order, up to the next verb: for prepositions that the tree hung elsewhere. */
function afterPreposition(scene: Scene, match: Match, preposition: string, placesAct: boolean): readonly Actor[] {
  const { sent } = scene;
  const from = Math.max(match.verb, match.noun);
  for (let i = from + 1; i < Math.min(sent.tokens.length - 1, from + 10); i++) {
    const token = sent.tokens[i]!;
    if (token.upos === 'VERB' || token.upos === 'SCONJ' || token.upos === 'PART' || /^[;:,]$/.test(token.form)) return [];
    if (token.form.toLowerCase() !== preposition || token.upos !== 'ADP') continue;
    let at = i + 1;
    while (/^(DET|NUM|ADJ|ADV)$/.test(sent.tokens[at]?.upos ?? '') && at < i + 4 && !mentionStarts(scene, at)) at++;
    const start = sent.tokens[at]?.start ?? -1;
    const mention = scene.mentions.find(
      (m) => m.span[0] <= start && start < m.span[1] && m.form !== 'pronoun' && (isActor(m) ? m.form !== 'adjective' : placesAct && m.kind === 'place'),
    );
    if (!mention || scene.attribution.has(mention.head)) return [];
    return actorsAt(scene, mention.head, false, placesAct);
  }
  return [];
}

const mentionStarts = (scene: Scene, token: number): boolean =>
  scene.mentions.some((m) => m.span[0] === scene.sent.tokens[token]?.start && isActor(m) && m.form !== 'adjective');

const matches = (preposition: string | null, want: string): boolean =>
  preposition === want || (preposition !== null && preposition.split(' ').at(-1) === want && preposition !== 'according to');

/** Actors named inside the object: its possessor, an adjective of country, then what "of", "by", "against" add. */
function insideObject(scene: Scene, match: Match): readonly Actor[] {
  const { sent } = scene;
  const heads = new Set<number>();
  if (match.noun >= 0) heads.add(match.noun);
  if (match.verb >= 0) {
    for (const a of [...patientsOf(sent, match.verb), ...objectsOf(sent, match.verb)]) heads.add(a.token);
    for (const o of obliquesOf(sent, match.verb))
      if (o.preposition !== null && !/^(by|on|during|after|before|in|at|amid|according to)$/.test(o.preposition)) heads.add(o.token);
  }
  for (const h of heads) {
    const found = insidePhrase(scene, h, TOUCHING.has(match.trigger.frame.type), VIOLENT.has(lemmaOf(sent, h)) && !TOUCHING.has(match.trigger.frame.type));
    if (found.length > 0) return found;
  }
  return [];
}

/** Types whose object may be named by where it stands: "settlements in Gaza". */
const TOUCHING: ReadonlySet<EventType> = new Set(['RETREAT', 'COERCE', 'ASSAULT', 'CONCEDE', 'AID']);

function insidePhrase(scene: Scene, noun: number, placesAct = false, elsewhere = false, depth = 0): readonly Actor[] {
  const { sent } = scene;
  const near = new Cast();
  for (const p of possessorsOf(sent, noun)) if (sent.tokens[p]?.upos !== 'PRON') near.add(actorsAt(scene, p, false));
  if (near.list.length > 0) return near.list;
  for (const c of children(sent, noun, 'amod', 'compound', 'nmod:desc', 'flat'))
    for (const w of conjuncts(sent, c)) near.add(ownActors(scene, w));
  if (near.list.some(coded)) return near.list;
  near.list.length = 0;
  for (const c of children(sent, noun, 'acl')) for (const a of isPassive(sent, c) ? agentsOf(sent, c) : []) near.add(actorsAt(scene, a.token, false));
  if (near.list.some(coded)) return near.list;
  near.list.length = 0;
  const parts = nominalModifiersOf(sent, noun);
  let unnamed: readonly Actor[] = [];
  for (const want of ['by', 'against', 'of', 'from', 'with', 'between', 'on', 'for', 'to', 'in', 'over', 'at', 'into']) {
    // "condemned the attack in Paris": where it struck is not who is blamed.
    if (elsewhere && /^(in|on|at|over|into|against|of|for|to)$/.test(want)) continue;
    for (const o of parts)
      if (o.preposition === want) near.add(actorsAt(scene, o.token, false, placesAct && (want === 'in' || want === 'of')));
    if (near.list.some(coded)) return near.list;
    if (near.list.length > 0 && unnamed.length === 0) unnamed = [...near.list];
    near.list.length = 0;
  }
  if (depth < 3) {
    for (const o of parts) {
      const deeper = insidePhrase(scene, o.token, placesAct, elsewhere, depth + 1);
      if (deeper.length > 0) return deeper;
    }
    for (const c of children(sent, noun, 'acl')) {
      const deeper = firstActors(scene, subtree(sent, c));
      if (deeper.length > 0) return deeper;
    }
  }
  return unnamed;
}

/** Complements, and infinitives that the tree hangs beside them ("agreed on Monday to send"). */
export function complementsIn(sent: Sentence, verb: number): readonly number[] {
  const plain = complementsOf(sent, verb);
  const beside = children(sent, verb, 'advcl').filter((a) => (sent.tokens[child(sent, a, 'mark')]?.form ?? '').toLowerCase() === 'to');
  return [...plain, ...beside];
}

/** Actors of the complement ("agreed to provide aid for Mali"): its own recipients, without its subject when that is ours. */
function insideComplement(scene: Scene, match: Match): readonly Actor[] {
  const { sent } = scene;
  if (match.verb < 0) return [];
  const tops = [...complementsIn(sent, match.verb)];
  for (const a of objectsOf(sent, match.verb)) tops.push(...children(sent, a.token, 'acl'));
  if (match.noun >= 0) tops.push(...children(sent, match.noun, 'acl', 'ccomp'));
  tops.push(...children(sent, match.verb, 'advcl').filter((a) => /^(against|by|from|for|of|in)$/.test(sent.tokens[child(sent, a, 'mark')]?.form ?? '')));
  for (const top of tops) {
    const direct = flat([...objectsOf(sent, top), ...indirectObjectsOf(sent, top)].map((a) => actorsAt(scene, a.token, false)));
    if (direct.some(coded)) return direct;
    for (const want of ['to', 'with', 'for', 'against', 'on', 'from', 'between', 'at', 'in', 'over', 'into', 'of']) {
      const found = flat(obliquesOf(sent, top, want).map((o) => actorsAt(scene, o.token, false)));
      if (found.some(coded)) return found;
    }
    for (const a of [...objectsOf(sent, top), ...obliquesOf(sent, top)]) {
      const found = insidePhrase(scene, a.token);
      if (found.some(coded)) return found;
    }
    const any = firstActors(scene, subtree(sent, top));
    if (any.some(coded)) return any;
    if (direct.length > 0) return direct;
  }
  return [];
}

const coded = (actor: Actor): boolean => actor.code !== null;

/** The first actor mention among these words, with its coordination. */
function firstActors(scene: Scene, words: readonly number[], any = false): readonly Actor[] {
  for (const w of words) {
    if (scene.attribution.has(w)) continue;
    const mention = scene.headed.get(w);
    if (mention && mention.form !== 'pronoun' && (any || mention.code !== null)) return actorsAt(scene, w, false);
  }
  return [];
}

/** Actors that a token itself heads. */
function ownActors(scene: Scene, token: number): readonly Actor[] {
  const mention = scene.headed.get(token);
  return mention ? actorsOf(scene.doc, mention) : [];
}

/**
 * The actors a noun phrase stands for, its coordination included. A thing that belongs to a state acts for it
 * ("Israeli tanks"); a part or crowd acts as what it is part of ("members of parliament"). Empty for things.
 */
export function actorsAt(scene: Scene, token: number, doer: boolean, placesAct = false): readonly Actor[] {
  const out = new Cast();
  const lead = scene.headed.get(token);
  const shares = lead?.kind === 'person' && lead.plural && / (of|from) /.test(scene.doc.article.text.slice(lead.span[0], lead.span[1]));
  for (const t of conjuncts(scene.sent, token)) {
    if (t !== token && scene.attribution.has(t) && !scene.attribution.has(token)) continue;
    // "entered Guinea-Bissau, not Equatorial Guinea"
    if (t !== token && children(scene.sent, t, 'advmod', 'cc').some((w) => lemmaOf(scene.sent, w) === 'not')) continue;
    const here = oneAt(scene, t, doer, placesAct);
    // "The envoys of Peru, Chile and Bolivia": the tree may join the countries to the envoys.
    const inherits = shares && t !== token && scene.headed.get(t)?.kind === 'state';
    out.add(inherits ? here.map((actor) => ({ ...actor, sector: actor.sector ?? lead.sector, role: actor.role ?? lead.role })) : here);
  }
  return out.list;
}

function oneAt(scene: Scene, token: number, doer: boolean, placesAct: boolean): readonly Actor[] {
  const { sent, doc } = scene;
  const own = scene.headed.get(token);
  if (own) {
    const actors = actorsOf(doc, own).map((actor) => placed(scene, athome(scene, token, own, actor)));
    if (own.form === 'pronoun' && actors.every((a) => a.code === null)) return behindPronoun(scene, token, actors);
    return [...actors, ...fellows(scene, token, own)];
  }
  const word = sent.tokens[token];
  if (!word) return [];
  if (PRONOUNS.has(word.form.toLowerCase())) return behindPronoun(scene, token, []);
  const around = scene.mentions.find(
    (m) => isActor(m) && m.span[0] <= word.start && word.end <= m.span[1] && m.form !== 'adjective',
  );
  if (around && nounPhrase(sent, token).includes(around.head)) return actorsOf(doc, around);
  if (placesAct) {
    const place = scene.mentions.find((m) => m.kind === 'place' && m.span[0] <= word.start && word.end <= m.span[1]);
    if (place) return [placeActor(scene, place)];
  }
  if (doer) {
    // "Baku is ready": a capital that does something is its government.
    const place = scene.mentions.find((m) => m.kind === 'place' && m.head === token);
    if (place?.country && place.name !== null && scene.knowledge.capitalOf(place.country)?.name === place.name) return [placeActor(scene, place)];
  }
  const lemma = lemmaOf(sent, token);
  const phrase = nounPhrase(sent, token);
  if (scene.things.none.has(lemma)) return [];
  const sector = scene.things.sectorOf.get(lemma) ?? null;
  for (const c of [...possessorsOf(sent, token), ...children(sent, token, 'amod', 'compound', 'nmod:desc', 'flat', 'appos')]) {
    const mention = scene.headed.get(c);
    if (!mention || mention.form === 'pronoun') continue;
    return actorsOf(doc, mention).map((actor) => widen(scene, actor, phrase, sector));
  }
  for (const o of nominalModifiersOf(sent, token)) {
    if (o.preposition !== 'of' && o.preposition !== 'from') continue;
    if (o.token === token || !CROWDS.has(lemma)) {
      const mention = scene.headed.get(o.token);
      if (mention) return actorsOf(doc, mention).map((actor) => ({ ...actor, sector: actor.sector ?? sector }));
    } else {
      const members = oneAt(scene, o.token, doer, placesAct);
      if (members.length > 0) return members;
    }
  }
  if (scene.things.people.has(lemma) && !phrase.some((w) => scene.headed.has(w))) {
    const words = phrase.filter((w) => !/^(DET|PUNCT)$/.test(sent.tokens[w]?.upos ?? ''));
    const span = spanOf(sent, words);
    if (span) return [placed(scene, { ...unknown(doc.article.text.slice(span[0], span[1]), span), sector: scene.things.people.get(lemma) ?? null })];
  }
  if (word.upos === 'PROPN' && doer && !scene.mentions.some((m) => m.span[0] <= word.start && word.end <= m.span[1])) {
    const span = spanOf(sent, phrase);
    if (span) return [unknown(doc.article.text.slice(span[0], span[1]), span)];
  }
  return [];
}

/** "generals in Naypyidaw", "Ministry of Foreign Affairs of Kazakhstan": the country that follows right after. */
function placed(scene: Scene, actor: Actor): Actor {
  if (actor.code !== null || /^(it|he|she|they|him|her|them|its|his|their)$/i.test(actor.text)) return actor;
  const rest = scene.doc.article.text.slice(actor.span[1], actor.span[1] + 40);
  const lead = /^\s+(?:in|of|from|across|at)\s+(?:the\s+)?/.exec(rest);
  if (!lead) return actor;
  const at = actor.span[1] + lead[0].length;
  for (const mention of scene.mentions) {
    if (mention.span[0] !== at && mention.span[0] !== at - 4) continue;
    if (mention.kind !== 'place' && mention.kind !== 'state') continue;
    const country = mention.country;
    if (country === null) continue;
    return { ...actor, country, code: codeOf(scene, country) };
  }
  return actor;
}

/** The actor code of a country: a dependency carries its controlling state. */
const codeOf = (scene: Scene, country: string): string => scene.knowledge.country(country)?.code ?? country;

/** "Leaders of Peru and Ecuador": the second country stands for its leaders too. */
function fellows(scene: Scene, token: number, own: Mention): readonly Actor[] {
  if (own.kind !== 'person' || own.form === 'pronoun') return [];
  const { sent, doc } = scene;
  const out: Actor[] = [];
  for (const o of nominalModifiersOf(sent, token)) {
    if (o.preposition !== 'of' && o.preposition !== 'from') continue;
    const word = sent.tokens[o.token]!;
    const lead = sent.tokens[firstConjunct(sent, o.token)]!;
    if (word.start >= own.span[0] && word.end <= own.span[1]) continue;
    if (lead.start < own.span[0] || lead.end > own.span[1]) continue;
    const mention = scene.headed.get(o.token);
    if (!mention || (mention.kind !== 'state' && mention.kind !== 'organization')) continue;
    for (const actor of actorsOf(doc, mention)) out.push({ ...actor, sector: actor.sector ?? own.sector, role: own.role });
  }
  return out;
}

/** "Bosnian Serbs", "ethnic Turks in Bulgaria": people count to the country they live in. */
function athome(scene: Scene, token: number, mention: Mention, actor: Actor): Actor {
  if (actor.sector !== 'CVL' || mention.kind !== 'person' || !mention.plural || !/^[A-Z]/.test(scene.sent.tokens[token]?.form ?? '')) return actor;
  const { sent } = scene;
  for (const c of children(sent, token, 'amod', 'compound')) {
    const other = scene.headed.get(c);
    if (other?.code && other.code !== actor.code && other.form === 'adjective') return { ...actor, code: other.code, country: other.country };
  }
  for (const o of nominalModifiersOf(sent, token)) {
    if (o.preposition !== 'in' && o.preposition !== 'of') continue;
    for (const place of scene.mentions)
      if ((place.kind === 'place' || place.kind === 'state') && place.country !== null && isWithin(sent, place.head, o.token))
        return { ...actor, code: place.country, country: place.country };
  }
  return actor;
}

/** "Israeli tanks": the phrase as text, the country of the adjective. */
function widen(scene: Scene, actor: Actor, phrase: readonly number[], sector: Sector | null): Actor {
  const words = phrase.filter((w) => !/^(DET|NUM|PUNCT)$/.test(scene.sent.tokens[w]?.upos ?? ''));
  const span = spanOf(scene.sent, words) ?? actor.span;
  return {
    ...actor,
    span,
    text: scene.doc.article.text.slice(span[0], span[1]),
    sector: actor.sector ?? sector,
  };
}

const unknown = (text: string, span: readonly [number, number]): Actor => ({
  text,
  span,
  country: null,
  code: null,
  sector: null,
  org: null,
  name: null,
  role: null,
  entity: null,
});

const placeActor = (scene: Scene, place: Mention): Actor => ({
  text: scene.doc.article.text.slice(place.span[0], place.span[1]),
  span: place.span,
  country: place.country,
  code: place.country === null ? null : codeOf(scene, place.country),
  sector: null,
  org: null,
  name: null,
  role: null,
  entity: place.country === null ? null : `state:${place.country}`,
});

/** "Kenya said it will host": the subject of the sentence that reports, when the pronoun has no reading of its own. */
function behindPronoun(scene: Scene, token: number, known: readonly Actor[]): readonly Actor[] {
  const { sent, doc } = scene;
  const word = sent.tokens[token]!;
  const form = word.form.toLowerCase();
  const span = [word.start, word.end] as const;
  if (/^(it|he|she|they|its|his|her|their)$/.test(form)) {
    let at = clauseOf(sent, token);
    for (let steps = 0; at >= 0 && steps < 5; steps++) {
      for (const s of subjectsOf(sent, at)) {
        const mention = scene.headed.get(s.token);
        if (mention && s.token !== token && mention.form !== 'pronoun' && mention.head < token) {
          const actor = actorsOf(doc, mention)[0];
          if (actor) return [{ ...actor, span, text: doc.article.text.slice(span[0], span[1]) }];
        }
      }
      at = clauseOf(sent, at);
    }
  }
  if (known.length > 0) return known;
  return form === 'it' ? [] : [unknown(doc.article.text.slice(span[0], span[1]), span)];
}

/** The nearest actor before the verb that is no speaker and stands in no other clause's place: used when the tree names none. */
function nearestBefore(scene: Scene, verb: number): readonly Actor[] | null {
  const { sent } = scene;
  const modified = modifiedNoun(sent, verb);
  if (modified >= 0) {
    const here = ownActors(scene, modified);
    if (here.length > 0) return here;
  }
  for (let i = verb - 1; i >= 0; i--) {
    if (scene.attribution.has(i)) continue;
    const token = sent.tokens[i]!;
    if (token.form === ';' || token.form === '.' || hasRelation(sent, i, 'mark')) return null;
    const mention = scene.headed.get(i);
    if (!mention || mention.form === 'pronoun') continue;
    if (prepositionOf(sent, i) !== null && prepositionOf(sent, i) !== 'by') continue;
    if (hasRelation(sent, i, 'amod', 'compound')) continue;
    return actorsOf(scene.doc, mention);
  }
  return null;
}

/** Types of words: what they aim at is another country. */
const VERBAL: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REQUEST', 'REJECT', 'AGREE', 'THREATEN']);

/** The actor that stands right after the verb, where the tree has no object. */
function rightAfter(scene: Scene, verb: number): readonly Actor[] {
  const { sent } = scene;
  let at = verb + 1;
  while (/^(DET|NUM|ADJ)$/.test(sent.tokens[at]?.upos ?? '') && at < verb + 4) at++;
  const next = sent.tokens[at];
  if (!next) return [];
  for (const mention of scene.headed.values())
    if (mention.form !== 'pronoun' && mention.form !== 'adjective' && mention.span[0] <= next.start && next.start < mention.span[1])
      return actorsOf(scene.doc, mention);
  return [];
}

/** "killed six": people told by their number alone. */
function counted(scene: Scene, token: number): readonly Actor[] {
  const word = scene.sent.tokens[token];
  if (word?.upos !== 'NUM') return [];
  return [unknown(scene.doc.article.text.slice(word.start, word.end), [word.start, word.end])];
}

/** The first actor after a verb that no preposition leads to: its object where the tree lost it ("forced out on Monday 40 traders"). */
function nearestAfter(scene: Scene, verb: number): readonly Actor[] {
  const { sent } = scene;
  if (complementsIn(sent, verb).length > 0) return [];
  for (let i = verb + 1; i < Math.min(sent.tokens.length, verb + 14); i++) {
    const token = sent.tokens[i]!;
    if (token.upos === 'VERB' || token.upos === 'SCONJ' || token.upos === 'CCONJ' || token.form === ',') return [];
    const mention = scene.headed.get(i);
    if (!mention || mention.form === 'pronoun' || scene.attribution.has(i)) continue;
    if (prepositionOf(sent, i) !== null || hasRelation(sent, i, 'amod', 'compound', 'nmod:poss', 'nmod')) continue;
    return actorsAt(scene, i, false);
  }
  return [];
}

/** Verbs whose subject does what their object names. */
const LIGHT = new Set(
  'hold have begin start continue resume end open conclude stage make conduct launch host renew reopen wrap close complete finish undertake mount join organise organize lead enter carry do give pay receive issue repeat renew reiterate impose declare announce'.split(
    ' ',
  ),
);

/** "Talks between A and B", "X's visit to Y", "a raid by X on Y". */
function nounRoles(scene: Scene, match: Match): Roles {
  const { sent } = scene;
  const noun = match.noun;
  const frame = match.trigger.frame;
  const doers = new Cast();
  const parts = nominalModifiersOf(sent, noun);
  const at = (preposition: string, placesAct = false): readonly Actor[] =>
    flat(parts.filter((o) => matches(o.preposition, preposition)).map((o) => actorsAt(scene, o.token, false, placesAct)));
  const under = (preposition: string): readonly Actor[] =>
    flat(
      subtree(sent, noun, ['acl', 'acl:relcl', 'advcl'])
        .filter((w) => w !== noun && hasRelation(sent, w, 'nmod') && prepositionOf(sent, w) === preposition)
        .map((w) => actorsAt(scene, w, false)),
    );
  doers.add(under('by'));
  let sureness = 0.9;
  if (doers.list.length === 0) for (const p of possessorsOf(sent, noun)) doers.add(actorsAt(scene, p, false).filter((a) => coded(a) || sent.tokens[p]?.upos !== 'PRON'));
  if (doers.list.length === 0)
    for (const c of children(sent, noun, 'amod', 'compound', 'nmod:desc')) for (const w of conjuncts(sent, c)) doers.add(ownActors(scene, w));
  if (doers.list.length === 0 && child(sent, noun, 'cop') >= 0)
    for (const s of subjectsOf(sent, noun)) doers.add(actorsAt(scene, s.token, true));
  const clause = clauseOf(sent, noun);
  if (doers.list.length === 0 && clause >= 0 && LIGHT.has(lemmaOf(sent, clause)) && objectsOf(sent, clause).some((a) => a.token === noun)) {
    for (const a of agentsOf(sent, clause)) if (a.token !== noun) doers.add(actorsAt(scene, a.token, true));
    sureness = 0.85;
  }
  // "withdrawal of troops", "resignation of the premier", "mobilisation of forces": those at "of" do it.
  if (doers.list.length === 0 && (frame.roles === 'self' || frame.roles === 'forces' || frame.mode === 'withdraw')) doers.add(at('of'));
  const all = new Cast();
  const sides = under('between');
  if (!isReciprocal(frame) && sides.length > 1) return { actors: distinct(sides), recipients: [], sureness, agentless: false };
  if (isReciprocal(frame)) {
    all.add(doers.list);
    for (const preposition of ['between', 'with', 'among', 'of']) all.add(at(preposition));
    if (clause >= 0) {
      for (const a of agentsOf(sent, clause)) if (a.token !== noun && !isWithin(sent, a.token, noun)) all.add(actorsAt(scene, a.token, true));
      for (const o of obliquesOf(sent, clause, 'with')) if (!isWithin(sent, o.token, noun)) all.add(actorsAt(scene, o.token, false));
    }
    return { actors: distinct(all.list), recipients: [], sureness, agentless: false };
  }
  const found = new Cast();
  const visit = frame.roles === 'visit';
  for (const source of frame.to.length > 0 ? frame.to : SCHEME_TO[frame.roles]) {
    if (found.list.length > 0) break;
    if (source === 'theme' && clause >= 0)
      for (const c of children(sent, clause, 'advcl', 'xcomp')) found.add(without(firstActors(scene, subtree(sent, c)), doers.list));
    if (source === 'obj' || source === 'iobj' || source === 'xsubj' || source === 'comp' || source === 'theme') continue;
    const list = source === 'obj.in' ? at('of') : at(source, visit);
    found.add(without(list, doers.list));
  }
  // "the arrest of a dissident", "the release of hostages": what "of" names is acted upon.
  if (found.list.length === 0 && !visit) found.add(without(at('of'), doers.list));
  if (found.list.length === 0 && clause >= 0) {
    for (const o of obliquesOf(sent, clause)) {
      if (found.list.length > 0) break;
      if (o.preposition !== null && /^(on|against|in|at|to|into|with)$/.test(o.preposition)) found.add(without(actorsAt(scene, o.token, false, visit), doers.list));
    }
    if (found.list.length === 0 && frame.type === 'ASSAULT')
      found.add(without(flat(objectsOf(sent, clause).map((a) => actorsAt(scene, a.token, false))), doers.list));
  }
  return { actors: doers.list, recipients: found.list, sureness, agentless: doers.list.length === 0 };
}
