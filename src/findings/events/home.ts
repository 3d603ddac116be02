/** Whose police, whose workers: role nouns without a country belong to the country the act stays in. */

import type { Actor, EventType } from '../../core/index.ts';
import { obliquesOf } from '../../language/tree.ts';
import { codeOf } from './phrase.ts';
import type { Roles } from './roles.ts';
import type { Scene } from './scene.ts';

/** Acts that mostly stay inside one country. */
const DOMESTIC: ReadonlySet<EventType> = new Set([
  'COERCE',
  'CONCEDE',
  'PROTEST',
  'RETREAT',
  'SANCTION',
  'MOBILIZE',
  'REQUEST',
  'REJECT',
  'THREATEN',
]);
/** Roles that every country has. */
const ROLES = new Set([
  'GOV',
  'MIL',
  'COP',
  'LEG',
  'JUD',
  'OPP',
  'PTY',
  'LAB',
  'EDU',
  'AGR',
  'MED',
  'JRN',
  'REL',
  'CVL',
  'ELI',
  'SOC',
  'BUS',
  'REF',
  'REB',
]);
/** Bodies that live in one country even when they have a name. */
const BODIES = new Set(['PTY', 'OPP', 'LAB', 'EDU', 'JRN', 'REB']);
const FOREIGN =
  /\b(counterpart|envoy|ambassador|foreign|delegation|diplomat|official|spokes\w+|visitor|guest|junta|regime|refugee|migrant|tourist)s?\b/i;

/** Lends the one country of an act to its role nouns that have none. Named people and pronouns keep what they have. */
export function atHome(scene: Scene, type: EventType, roles: Roles, verb = -1, mode: string | null = null): Roles {
  const policing = type === 'ASSAULT' && roles.actors.length > 0 && roles.actors.every((a) => a.sector === 'COP');
  if (type === 'ASSAULT' && !policing) return whereStruck(scene, roles);
  if (!DOMESTIC.has(type) && !policing) return roles;
  const all = [...roles.actors, ...roles.recipients];
  if (all.every((a) => a.code !== null)) return roles;
  const codes = new Set(all.flatMap((a) => (a.code === null ? [] : [a.code])));
  let home: string | null = type === 'PROTEST' ? streetOf(scene, verb) : null;
  if (home !== null) {
    // Where people march is where they live, whatever they march against.
  } else if (codes.size === 1) home = [...codes][0]!;
  else if (codes.size === 0) {
    const places = new Set(
      scene.mentions.flatMap((m) =>
        (m.kind === 'place' || m.kind === 'state') && m.country !== null ? [m.country] : [],
      ),
    );
    if (places.size === 1) home = [...places][0]!;
  }
  if (home === null || /^(UNO|IGO|EUR|NGO|ISM|IMG|MNC)$/.test(home)) return roles;
  const country = home;
  const civil =
    type !== 'REQUEST' && type !== 'THREATEN' && type !== 'REJECT' && (type !== 'SANCTION' || mode === 'convict');
  // "The two ministers called on North Korea": whoever asks a state is none of its own ministers.
  const apart = (side: readonly Actor[], other: readonly Actor[]): boolean =>
    /^(REQUEST|REJECT|THREATEN)$/.test(type) &&
    side.every((a) => a.code === null) &&
    other.some((a) => a.code !== null && (a.sector === null || a.sector === 'GOV'));
  const [oneWay, otherWay] = [apart(roles.actors, roles.recipients), apart(roles.recipients, roles.actors)];
  const lend = (actor: Actor, foreign: boolean): Actor => {
    if (foreign && actor.sector === 'GOV') return actor;
    if (actor.code !== null || actor.sector === null || !ROLES.has(actor.sector)) return actor;
    if (actor.name !== null && !isPeople(scene, actor) && !isBody(scene, actor)) return actor;
    if (FOREIGN.test(actor.text)) return actor;
    const body = BODIES.has(actor.sector);
    if (!body && /^(it|he|she|they|him|her|them)$/i.test(actor.text)) return actor;
    if (!civil && !body && !/^the\b/i.test(before(scene, actor))) return actor;
    return { ...actor, code: country, country };
  };
  return {
    ...roles,
    actors: roles.actors.map((a) => lend(a, oneWay)),
    recipients: roles.recipients.map((a) => lend(a, otherWay)),
  };
}

/** Who is struck where they live, and who fights there: "villagers in the hills near Nyala", "rebel positions". */
const THERE = new Set(['MIL', 'COP', 'CVL', 'REB']);

/** Lends those struck the one country whose places the sentence names, where no other is told of beside the doer's own. */
function whereStruck(scene: Scene, roles: Roles): Roles {
  if (roles.recipients.every((r) => r.code !== null)) return roles;
  const places = new Set(
    scene.mentions.flatMap((m) => (m.kind === 'place' && m.country !== null ? [codeOf(scene, m.country)] : [])),
  );
  const [home] = places;
  if (home === undefined || places.size > 1) return roles;
  // Where another state is told of too, those struck may be its own.
  const others = scene.mentions.some(
    (m) => m.kind === 'state' && m.code !== null && m.code !== home && !roles.actors.some((a) => a.code === m.code),
  );
  if (others) return roles;
  const lend = (actor: Actor): Actor =>
    actor.code !== null ||
    actor.name !== null ||
    actor.sector === null ||
    !THERE.has(actor.sector) ||
    FOREIGN.test(actor.text) ||
    // Those only counted may be anybody's.
    (actor.sector === 'CVL' &&
      /\b(people|persons?|civilians?|men|man|others|victims?|passengers?)\b/i.test(actor.text)) ||
    /^(it|he|she|they|him|her|them|its|his|their|who)$/i.test(actor.text)
      ? actor
      : { ...actor, code: home, country: home };
  return { ...roles, recipients: roles.recipients.map(lend) };
}

/** The country in whose streets it happens: "across Spain", "in Tbilisi". */
function streetOf(scene: Scene, verb: number): string | null {
  if (verb < 0) return null;
  for (const o of obliquesOf(scene.sent, verb))
    if (/^(in|across|throughout|around|outside|near)$/.test(o.preposition ?? ''))
      for (const m of scene.mentions)
        if (m.country !== null && (m.kind === 'place' || m.kind === 'state') && m.head === o.token) return m.country;
  return null;
}

/** A party, a union, a paper. */
const isBody = (scene: Scene, actor: Actor): boolean =>
  actor.sector !== null &&
  BODIES.has(actor.sector) &&
  scene.mentions.some((m) => m.kind === 'organization' && m.span[0] === actor.span[0] && m.span[1] === actor.span[1]);

/** Several people: a name of theirs is a people's name. */
const isPeople = (scene: Scene, actor: Actor): boolean =>
  scene.mentions.some((m) => m.plural && m.span[0] === actor.span[0] && m.span[1] === actor.span[1]);

/** The word before an actor and the actor: articles stand outside mentions. */
const before = (scene: Scene, actor: Actor): string =>
  scene.doc.article.text
    .slice(Math.max(0, actor.span[0] - 4), actor.span[0])
    .trim()
    .toLowerCase() === 'the'
    ? 'the'
    : actor.text;
