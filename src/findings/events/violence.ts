/** Nouns of violence. */

import { lemmaOf, objectsOf } from '../../language/tree.ts';
import type { Roles } from './roles.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';

/** Subjects that do violence without being anybody: the event stands with a null actor. */
export const VIOLENT = new Set(
  'bomb bombing blast explosion attack raid shelling airstrike strike rocket missile shell mine gunfire grenade ambush mortar landmine gunbattle shooting clash violence drone execution killing murder massacre assassination abduction kidnapping beheading hanging stabbing cyberattack'.split(
    ' ',
  ),
);

/** Those who seize people outside any law. */
const LAWLESS: ReadonlySet<string | null> = new Set(['UAF', 'REB', 'CRM', 'PRM']);

/** "Armed men seized a missionary": whom a state would arrest, gunmen abduct. */
export function isAbduction(scene: Scene, match: Match, roles: Roles): boolean {
  if (match.trigger.frame.id !== 'coerce/seize' || match.verb < 0 || roles.actors.length === 0) return false;
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
