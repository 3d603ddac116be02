/** Nouns of violence. */

import type { Sentence } from '../../core/index.ts';
import { children, lemmaOf, objectsOf } from '../../language/tree.ts';
import type { Roles } from './roles.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';

/** Subjects that do violence without being anybody: the event stands with a null actor. */
export const VIOLENT = new Set(
  'bomb bombing blast explosion attack raid shelling airstrike strike rocket missile shell mine gunfire grenade ambush mortar landmine gunbattle shooting clash violence drone execution killing murder massacre assassination abduction kidnapping beheading hanging stabbing cyberattack'.split(
    ' ',
  ),
);

/** Things that hit: what they strike is struck by somebody whom the words need not name. */
const WEAPONS = new Set(
  'drone uav missile rocket shell bomb mortar projectile grenade mine landmine torpedo warhead munition bullet gunshot gunfire shot explosion explosive blast firebomb cocktail airstrike bombing shelling shellfire barrage salvo volley bombardment'.split(
    ' ',
  ),
);

/** What makes a weapon of a plain word: "mortar fire", "an air strike", "artillery rounds". */
const ARMED = new Set(
  'mortar artillery sniper tank rocket missile drone gun machine-gun small-arms anti-aircraft air aerial cannon howitzer enemy cross'.split(
    ' ',
  ),
);
const ARMABLE = new Set(['fire', 'strike', 'round', 'raid', 'attack']);

/** "a drone", "mortar fire", "rounds of artillery". */
export const isWeapon = (sent: Sentence, word: number): boolean => {
  const lemma = lemmaOf(sent, word);
  // "a mine" is no pronoun.
  if (
    WEAPONS.has(lemma) ||
    (lemma !== 'mine' && /^mine$/i.test(sent.tokens[word]?.form ?? '') && children(sent, word, 'det').length > 0)
  )
    return true;
  return (
    ARMABLE.has(lemma) && children(sent, word, 'compound', 'amod', 'nmod').some((c) => ARMED.has(lemmaOf(sent, c)))
  );
};

/** Programs that break into others: whoever wrote them need not be named. */
const MALWARE = new Set(
  'ransomware malware spyware cyberattack cyber-attack virus worm ddos hack trojan botnet'.split(' '),
);

export const isMalware = (sent: Sentence, word: number): boolean =>
  MALWARE.has(lemmaOf(sent, word)) ||
  (lemmaOf(sent, word) === 'attack' &&
    children(sent, word, 'compound', 'amod').some(
      (c) => MALWARE.has(lemmaOf(sent, c)) || /^cyber$/i.test(lemmaOf(sent, c)),
    ));

/** What does violence without being anybody. */
export const isViolence = (sent: Sentence, word: number): boolean =>
  VIOLENT.has(lemmaOf(sent, word)) || isWeapon(sent, word);

const HARMING = new Set(['kill', 'wound', 'injure', 'maim', 'hurt', 'burn']);

/** ", killing four Ugandan peacekeepers": the nouns of those whom a blow is said to have harmed. */
export const harmed = (sent: Sentence, verb: number): readonly number[] =>
  children(sent, verb, 'advcl', 'conj', 'xcomp')
    .filter((c) => c > verb && HARMING.has(lemmaOf(sent, c)) && sent.tokens[c]?.xpos !== 'VBN')
    .flatMap((c) => children(sent, c, 'obj'))
    .filter((o) => sent.tokens[o]?.upos !== 'NUM');

/** Those who seize people outside any law. */
const LAWLESS: ReadonlySet<string | null> = new Set(['UAF', 'REB', 'CRM', 'PRM']);

/** "Armed men seized a missionary": whom a state would arrest, gunmen abduct. */
export function isAbduction(scene: Scene, match: Match, roles: Roles): boolean {
  if (match.trigger.frame.id !== 'coerce/seize' || match.verb < 0 || match.noun >= 0 || roles.actors.length === 0)
    return false;
  if (!/^(seize|grab|take|carry|snatch)$/.test(lemmaOf(scene.sent, match.verb))) return false;
  const taken = objectsOf(scene.sent, match.verb);
  return (
    taken.length > 0 &&
    taken.every(({ token }) => scene.mentions.some((m) => m.kind === 'person' && m.head === token)) &&
    roles.actors.every(({ sector }) => LAWLESS.has(sector))
  );
}

/** What harms without meaning to: no doer of an assault. */
export const NATURE = new Set(
  'locust virus storm flood fire disease bee rat elephant crocodile dog shark insect cyclone hurricane typhoon earthquake quake tsunami wave wind rain drought bear wolf lion tiger snake mosquito hippo avalanche landslide lightning hail tornado blaze wildfire price inflation recession epidemic outbreak cholera cancer'.split(
    ' ',
  ),
);
