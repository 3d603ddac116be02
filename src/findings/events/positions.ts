/** Places in a clause where a role can stand: prepositions, the inside of objects, complements. */

import type { Actor, EventType, Mention, Sentence } from '../../core/index.ts';
import {
  agentsOf,
  child,
  children,
  complementsOf,
  conjuncts,
  hasRelation,
  head,
  indirectObjectsOf,
  isPassive,
  isWithin,
  lemmaOf,
  nominalModifiersOf,
  objectsOf,
  obliquesOf,
  patientsOf,
  possessorsOf,
  prepositionOf,
  subtree,
} from '../../language/tree.ts';
import { actorsOf, isActor } from '../../mentions/index.ts';
import { Cast, coded, flat } from './cast.ts';
import { actorsAt, flagOf, ownActors, placeActor } from './phrase.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';
import { VIOLENT } from './violence.ts';

/** Actors at a preposition of the verb or of the noun of the match. */
/** The preposition that ends a trigger and leads a noun outside it: "pinned the blast on Togo". */
export function ownPreposition(sent: Sentence, match: Match): string | null {
  const last = match.words[match.words.length - 1]!;
  if (!hasRelation(sent, last, 'case') || match.words.includes(head(sent, last))) return null;
  return sent.tokens[last]!.form.toLowerCase();
}

export function atPreposition(scene: Scene, match: Match, preposition: string): readonly Actor[] {
  const { sent } = scene;
  const { frame } = match.trigger;
  const gives = frame.type === 'AID' && (frame.roles === 'transfer' || frame.roles === 'directed');
  const visit =
    frame.roles === 'visit' ||
    frame.only.has('places') ||
    (gives && /^(to|in|into|over|across)$/.test(preposition)) ||
    // "suspended flights to Bunia"
    (frame.type === 'SANCTION' && preposition === 'to') ||
    (/^(in|into|from|near|over)$/.test(preposition) && frame.to.includes(preposition)) ||
    // "a curfew on Bissau"
    (preposition === 'on' && frame.id.startsWith('coerce/') && frame.to.includes('on') && frame.to.includes('in'));
  const tokens: number[] = [];
  // "condemned the attack in Paris": where it struck is not who is blamed.
  if (
    frame.absorbs &&
    /^(in|on|at|over|against)$/.test(preposition) &&
    match.verb >= 0 &&
    // "blamed the attack on the militia": there it is.
    !(preposition === 'on' && lemmaOf(sent, match.verb) === 'blame') &&
    ownPreposition(sent, match) !== preposition &&
    objectsOf(sent, match.verb).some((a) => VIOLENT.has(lemmaOf(sent, a.token)))
  )
    return [];
  if (match.verb >= 0)
    for (const o of obliquesOf(sent, match.verb))
      if (matches(o.preposition, preposition) && !isFronted(sent, o.token, preposition)) tokens.push(o.token);
  const nouns = match.noun >= 0 ? [match.noun] : [];
  if (match.noun >= 0 && match.verb >= 0)
    // "a memorandum of understanding with Togo", "a round of talks with Togo"
    for (const o of [...nominalModifiersOf(sent, match.noun, 'of'), { token: head(sent, match.noun) }])
      if (isWithin(sent, o.token, match.verb) && o.token !== match.verb) nouns.push(o.token);
  if (match.noun < 0) for (const a of objectsOf(sent, match.verb)) nouns.push(a.token);
  // "spoke by phone with Iran": the phrase may hang on a word of the trigger.
  for (const w of match.words) if (w !== match.verb && !nouns.includes(w)) nouns.push(w);
  // "will stop issuing visas to": the phrase may hang on a later verb of the trigger.
  for (const w of match.words)
    if (w !== match.verb && sent.tokens[w]?.upos === 'VERB')
      for (const o of obliquesOf(sent, w)) if (matches(o.preposition, preposition)) tokens.push(o.token);
  for (const noun of nouns)
    for (const o of nominalModifiersOf(sent, noun)) if (matches(o.preposition, preposition)) tokens.push(o.token);
  // "the trip by the chief to Baghdad", "an attack by militants on soldiers", "a donation by Oman of tents to Mali": what
  // the act aims at may hang on the doer, or on what is given.
  if (tokens.length === 0 && preposition !== 'of' && preposition !== 'in')
    for (const noun of match.noun >= 0 ? nouns : [])
      for (const part of subtree(sent, noun, ['acl', 'acl:relcl', 'advcl', 'conj', 'appos']))
        if (part !== noun && isPartOf(sent, part, noun) && matches(prepositionOf(sent, part), preposition))
          tokens.push(part);
  if (tokens.length === 0 && preposition === 'against' && match.verb >= 0 && frame.type !== 'ACCUSE')
    // "mobilised reservists for a war against Iraq": what is aimed at may stand deeper.
    for (const w of subtree(
      sent,
      match.verb,
      frame.roles === 'forces' ? ['ccomp', 'parataxis', 'conj'] : ['acl:relcl', 'advcl', 'ccomp', 'parataxis', 'conj'],
    ))
      if (prepositionOf(sent, w) === 'against') tokens.push(w);
  const found = flat(
    tokens
      .filter((t) => !scene.attribution.has(t))
      .map((t) => {
        const named = actorsAt(scene, t, false, visit);
        if (named.length > 0 || !HITTING.has(preposition)) return named;
        return stateAt(
          scene,
          t,
          TOLD.has(frame.type) &&
            (/^(to|with|from|against)$/.test(preposition) || match.trigger.words.at(-1) === preposition),
        );
      }),
  );
  return found.length > 0 || match.verb < 0 ? found : afterPreposition(scene, match, preposition, visit);
}

/** A phrase that hangs, through phrases with "by" or "of" alone, on a noun. */
function isPartOf(sent: Sentence, part: number, noun: number): boolean {
  let at = head(sent, part);
  for (let steps = 0; at >= 0 && at !== noun && steps < 4; steps++) {
    if (!hasRelation(sent, at, 'nmod') || !/^(by|of)$/.test(prepositionOf(sent, at) ?? '')) return false;
    at = head(sent, at);
  }
  return at === noun && head(sent, part) !== noun;
}

/** "On Myanmar, the ministers called on the army": what a sentence opens with is its topic. */
const isFronted = (sent: Sentence, token: number, preposition: string): boolean =>
  /^(on|over|about|at|in|of|for)$/.test(preposition) && sent.tokens[0]?.head === token && hasRelation(sent, 0, 'case');

/** The actor behind a preposition in plain word order, up to the next verb: for prepositions that the tree hung elsewhere. */
export function afterPreposition(
  scene: Scene,
  match: Match,
  preposition: string,
  placesAct: boolean,
): readonly Actor[] {
  const { sent } = scene;
  const from = Math.max(match.verb, match.noun);
  for (let i = from + 1; i < Math.min(sent.tokens.length - 1, from + 10); i++) {
    const token = sent.tokens[i]!;
    if (token.upos === 'VERB' || token.upos === 'SCONJ' || token.upos === 'PART' || /^[;:,]$/.test(token.form))
      return [];
    // "concern at the use of spyware against journalists": not against them is the concern.
    if (token.upos === 'ADP' && token.form.toLowerCase() !== preposition && preposition === 'against') return [];
    if (token.form.toLowerCase() !== preposition || token.upos !== 'ADP') continue;
    // "eased its blockade under pressure from Washington"
    if (/^(pressure|fire|criticism)$/.test(sent.tokens[i - 1]!.form)) return [];
    // "demanded an end to strikes on Lebanon": where they strike is not who is asked.
    if (
      match.trigger.frame.absorbs &&
      /^(in|on|at|over|against)$/.test(preposition) &&
      i - 1 > from &&
      VIOLENT.has(lemmaOf(sent, i - 1)) &&
      lemmaOf(sent, match.verb) !== 'blame'
    )
      return [];
    let at = i + 1;
    while (
      (/^(DET|NUM|ADJ|ADV)$/.test(sent.tokens[at]?.upos ?? '') ||
        /^(its|his|her|their)$/.test(sent.tokens[at]?.form ?? '')) &&
      at < i + 4 &&
      !mentionStarts(scene, at)
    )
      at++;
    const start = sent.tokens[at]?.start ?? -1;
    const mention = scene.mentions.find(
      (m) =>
        m.span[0] <= start &&
        start < m.span[1] &&
        m.form !== 'pronoun' &&
        (isActor(m) ? m.form !== 'adjective' : placesAct && m.kind === 'place'),
    );
    if (!mention || scene.attribution.has(mention.head)) return [];
    return actorsAt(scene, mention.head, false, placesAct);
  }
  return [];
}

/** Prepositions behind which a state is aimed at, whatever else it may be elsewhere: "fired rockets at Israel". */
const HITTING: ReadonlySet<string> = new Set(['at', 'on', 'against', 'to', 'toward', 'towards', 'with', 'for', 'from']);

/** Acts of words: "protested to Managua" is told to a government. */
const TOLD: ReadonlySet<EventType> = new Set(['ACCUSE', 'REQUEST', 'REJECT', 'SUPPORT', 'THREATEN']);

/** A state that the mention reads as a place; with `capitals` a government told by its capital too, with `towns` by any town. */
export function stateAt(scene: Scene, token: number, capitals = false, towns = false): readonly Actor[] {
  return conjuncts(scene.sent, token).flatMap((w) => {
    const place = scene.mentions.find(
      (m) =>
        m.kind === 'place' &&
        m.head === w &&
        (m.entity?.startsWith('state:') || (capitals && isCapital(scene, m)) || (towns && m.country !== null)),
    );
    return place === undefined ? [] : [placeActor(scene, place)];
  });
}

const isCapital = (scene: Scene, place: Mention): boolean =>
  place.country !== null && place.name !== null && scene.knowledge.capitalOf(place.country)?.name === place.name;

export const mentionStarts = (scene: Scene, token: number): boolean =>
  scene.mentions.some((m) => m.span[0] === scene.sent.tokens[token]?.start && isActor(m) && m.form !== 'adjective');

export const matches = (preposition: string | null, want: string): boolean =>
  preposition === want ||
  (want === 'on' && preposition === 'upon') ||
  (preposition !== null && preposition.split(' ').at(-1) === want && preposition !== 'according to');

/** Actors named inside the object: its possessor, an adjective of country, then what "of", "by", "against" add. */
export function insideObject(scene: Scene, match: Match): readonly Actor[] {
  const { sent } = scene;
  const heads = new Set<number>();
  if (match.noun >= 0) heads.add(match.noun);
  if (match.verb >= 0) {
    for (const a of [...patientsOf(sent, match.verb), ...objectsOf(sent, match.verb)]) heads.add(a.token);
    // "stopped buying Thai fruit"
    for (const w of match.words)
      if (w !== match.verb && sent.tokens[w]?.upos === 'VERB') for (const a of objectsOf(sent, w)) heads.add(a.token);
    // "was appalled by the Israeli raid": what moves the mind stands at any preposition.
    const barred =
      match.trigger.kind === 'predicate'
        ? /^(on|during|after|before|amid|since|until|according to)$/
        : /^(by|on|in|amid|according to)$/;
    for (const o of obliquesOf(sent, match.verb))
      if (
        o.token > match.verb &&
        o.preposition !== null &&
        (!barred.test(o.preposition) || isOnNoun(sent, match.noun, o.token)) &&
        !(CIRCUMSTANCE.test(o.preposition) && match.trigger.kind !== 'predicate')
      )
        heads.add(o.token);
  }
  for (const h of [...heads]) for (const c of conjuncts(sent, h)) heads.add(c);
  for (const h of heads) {
    const found = insidePhrase(
      scene,
      h,
      TOUCHING.has(match.trigger.frame.type),
      VIOLENT.has(lemmaOf(sent, h)) && !TOUCHING.has(match.trigger.frame.type),
      0,
      WISHES.test(lemmaOf(sent, h)) ? /^of$/ : (NEVER[match.trigger.frame.type] ?? null),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** "lifted its ban on Georgian wine": "on" right behind the noun belongs to it. */
const isOnNoun = (sent: Sentence, noun: number, token: number): boolean =>
  noun >= 0 &&
  sent.tokens[noun + 1]?.form === 'on' &&
  sent.tokens[noun + 1]!.head === token &&
  /^(ban|curb|limit|restriction|embargo|tariff|duty|tax|levy|sanction|blockade|prohibition|cap)$/.test(
    lemmaOf(sent, noun),
  );

/** "the greetings of the president": whose they are is not whom they are for. */
export const WISHES = /^(greeting|wish|condolence|message|sympathy|regard|congratulation)s?$/;

/** What stands behind these is when and where, never whom. */
const CIRCUMSTANCE =
  /^(at|during|after|before|amid|ahead of|following|since|until|through|under|despite|on top of|in addition to|besides|beyond|apart from)$/;

/**
 * Prepositions inside an object that never lead to whom the words are for: "condemned sanctions against Cuba" blames
 * another than Cuba, "appealed for 30 million for Chad" asks another than Chad.
 */
const NEVER: Partial<Record<EventType, RegExp>> = { ACCUSE: /^against$/, REQUEST: /^for$/ };

/** What governments put to each other. */
const MOVES: ReadonlySet<string> = new Set(
  'invitation invite offer proposal demand request plan claim bid decision call criticism accusation move remark statement threat ultimatum appeal overture suggestion pressure veto plea note protest'.split(
    ' ',
  ),
);

const SUFFERED = /^(in|on|at|over|into|against|of|for|to)$/;

/** Types whose object may be named by where it stands: "settlements in Gaza". */
export const TOUCHING: ReadonlySet<EventType> = new Set(['RETREAT', 'COERCE', 'ASSAULT', 'CONCEDE', 'AID']);

export function insidePhrase(
  scene: Scene,
  noun: number,
  placesAct = false,
  elsewhere = false,
  depth = 0,
  never: RegExp | null = null,
): readonly Actor[] {
  const { sent } = scene;
  const near = new Cast();
  for (const p of possessorsOf(sent, noun)) if (sent.tokens[p]?.upos !== 'PRON') near.add(actorsAt(scene, p, false));
  if (near.list.length > 0) return near.list;
  for (const c of children(sent, noun, 'amod', 'compound', 'nmod:desc', 'flat'))
    for (const w of conjuncts(sent, c)) near.add(ownActors(scene, w));
  if (near.list.some(coded)) return near.list;
  // "the Caracas invitation": a government told by its capital.
  if (MOVES.has(lemmaOf(sent, noun)))
    for (const c of children(sent, noun, 'compound')) near.add(stateAt(scene, c, true));
  if (near.list.some(coded)) return near.list;
  const flag = flagOf(scene, noun);
  if (flag !== undefined) return actorsOf(scene.doc, flag);
  // "a Beninese army post": the adjective hangs on the first noun.
  for (const c of children(sent, noun, 'compound'))
    for (const w of children(sent, c, 'amod', 'compound')) near.add(ownActors(scene, w));
  if (near.list.some(coded)) return near.list;
  near.list.length = 0;
  for (const c of children(sent, noun, 'acl'))
    for (const a of isPassive(sent, c) ? agentsOf(sent, c) : []) near.add(actorsAt(scene, a.token, false));
  if (near.list.some(coded)) return near.list;
  near.list.length = 0;
  const parts = nominalModifiersOf(sent, noun);
  // "an end to Israeli strikes on Lebanon": whatever the tree hangs beside the strikes belongs to them.
  const strikes = placesAct ? [] : parts.filter((o) => VIOLENT.has(lemmaOf(sent, o.token)));
  let unnamed: readonly Actor[] = [];
  for (const want of [
    'by',
    'against',
    'of',
    'from',
    'with',
    'between',
    'on',
    'for',
    'to',
    'in',
    'over',
    'at',
    'into',
  ]) {
    // "condemned the attack in Paris": where it struck is not who is blamed.
    if ((elsewhere && SUFFERED.test(want)) || never?.test(want)) continue;
    for (const o of parts)
      if (o.preposition === want && !(strikes.some((s) => s.token < o.token) && SUFFERED.test(want)))
        near.add(actorsAt(scene, o.token, false, placesAct && (want === 'in' || want === 'of')));
    if (near.list.some(coded)) return near.list;
    if (near.list.length > 0 && unnamed.length === 0) unnamed = [...near.list];
    near.list.length = 0;
  }
  if (depth < 3) {
    for (const o of parts) {
      if (CIRCUMSTANCE.test(o.preposition ?? '')) continue;
      // "condemned the attack on a Togolese boat": whom it struck is not blamed, however deep.
      if ((elsewhere || strikes.some((s) => s.token < o.token)) && SUFFERED.test(o.preposition ?? '')) continue;
      const deeper = insidePhrase(
        scene,
        o.token,
        placesAct,
        elsewhere || strikes.some((s) => s.token === o.token),
        depth + 1,
        never,
      );
      if (deeper.length > 0) return deeper;
    }
    for (const c of children(sent, noun, 'acl')) {
      // "men accused of smuggling arms from Syria": what they are said to have done is nobody's receiving.
      if (children(sent, c, 'advcl').length > 0) continue;
      const deeper = firstActors(scene, subtree(sent, c));
      if (deeper.length > 0) return deeper;
      const there = placesAct ? flat(obliquesOf(sent, c, 'in').map((o) => stateAt(scene, o.token))) : [];
      if (there.length > 0) return there;
    }
  }
  return unnamed;
}

const orElse = (found: readonly Actor[], other: () => readonly Actor[]): readonly Actor[] =>
  found.length > 0 ? found : other();

/** Complements, and infinitives that the tree hangs beside them ("agreed on Monday to send"). */
export function complementsIn(sent: Sentence, verb: number): readonly number[] {
  const plain = complementsOf(sent, verb);
  const beside = children(sent, verb, 'advcl').filter(
    (a) => (sent.tokens[child(sent, a, 'mark')]?.form ?? '').toLowerCase() === 'to',
  );
  return [...plain, ...beside];
}

/** What these take is handed on: "threatened to send troops". */
const HANDING = new Set(
  'send deploy dispatch move mobilise mobilize station rush provide give supply ship donate deliver lend sell'.split(
    ' ',
  ),
);

/** What is refused to those at these: "refused to let observers in". */
export const LETTING = /^(let|allow|permit|admit|meet|see|receive)$/;

/** Actors of the complement ("agreed to provide aid for Mali"): its own recipients, without its subject when that is ours. */
export function insideComplement(scene: Scene, match: Match): readonly Actor[] {
  const { sent } = scene;
  if (match.verb < 0) return [];
  const tops = [...complementsIn(sent, match.verb)];
  for (const a of objectsOf(sent, match.verb)) tops.push(...children(sent, a.token, 'acl'));
  if (match.noun >= 0) tops.push(...children(sent, match.noun, 'acl', 'ccomp'));
  tops.push(
    ...children(sent, match.verb, 'advcl').filter((a) =>
      /^(against|by|from|for|of|in)$/.test(sent.tokens[child(sent, a, 'mark')]?.form ?? ''),
    ),
  );
  for (const top of tops) {
    const direct = flat(
      [...(HANDING.has(lemmaOf(sent, top)) ? [] : objectsOf(sent, top)), ...indirectObjectsOf(sent, top)].map((a) =>
        // "threatened to take Wellington to court"
        orElse(actorsAt(scene, a.token, false), () => stateAt(scene, a.token, true)),
      ),
    );
    if (direct.some(coded)) return direct;
    // "refused to let observers in": whoever is not let in is refused, known or not.
    if (direct.length > 0 && match.trigger.frame.type === 'REJECT' && LETTING.test(lemmaOf(sent, top))) return direct;
    // "promised to stand by Ukraine against Russia"
    const beside = lemmaOf(sent, top) === 'stand' ? ['by', 'with'] : [];
    for (const want of [
      ...beside,
      'to',
      'with',
      'for',
      'against',
      'on',
      'from',
      'between',
      'at',
      'in',
      'over',
      'into',
      'of',
    ]) {
      // "threatened to resume raids in Lebanon": where it would strike is whom it threatens.
      // "offered to send inspectors to Tucumán": where help goes is whom it is promised to.
      const there =
        (want === 'in' && match.trigger.frame.type === 'THREATEN') ||
        (want === 'to' && match.trigger.frame.type === 'AGREE');
      const found = flat(obliquesOf(sent, top, want).map((o) => actorsAt(scene, o.token, false, there)));
      if (found.some(coded)) return found;
    }
    for (const a of [...objectsOf(sent, top), ...obliquesOf(sent, top)]) {
      const found = insidePhrase(scene, a.token, match.trigger.frame.type === 'THREATEN');
      if (found.some(coded)) return found;
    }
    const given = HANDING.has(lemmaOf(sent, top)) ? objectsOf(sent, top).map((a) => a.token) : [];
    const any = firstActors(
      scene,
      subtree(sent, top).filter((w) => !given.some((g) => isWithin(sent, w, g))),
    );
    if (any.some(coded)) return any;
    if (direct.length > 0) return direct;
  }
  return [];
}

/** The first actor mention among these words, with its coordination. */
export function firstActors(scene: Scene, words: readonly number[], any = false): readonly Actor[] {
  for (const w of words) {
    if (scene.attribution.has(w)) continue;
    const mention = scene.headed.get(w);
    if (mention && mention.form !== 'pronoun' && (any || mention.code !== null)) return actorsAt(scene, w, false);
  }
  return [];
}
