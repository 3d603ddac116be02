/** Acts told without who ordered them: forces put on alert act themselves; crowds that attack riot. */

import type { Actor, EventType } from '../../core/index.ts';
import {
  agentsOf,
  ancestors,
  children,
  firstConjunct,
  governor,
  hasRelation,
  head,
  isPassive,
  lemmaOf,
  markerOf,
  nominalModifiersOf,
  obliquesOf,
  patientsOf,
  spanOf,
  subjectsOf,
  subtree,
} from '../../language/tree.ts';
import { actorsOf, mentionsIn } from '../../mentions/index.ts';
import { distinct, unnamed } from './cast.ts';
import type { Frame } from './lexicon.ts';
import { actorsAt, ownActors } from './phrase.ts';
import { firstActors } from './positions.ts';
import type { Reading } from './reading.ts';
import type { Roles } from './roles.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';
import type { Typed } from './typing.ts';
import { isViolence } from './violence.ts';

/** The roles with a doer where the words name none: the forces moved, who speaks of himself, who announces, who sends. */
export function withDoers(scene: Scene, match: Match, type: EventType, roles: Roles): Roles {
  let out = forcesAct(scene, match, roles);
  out = blowsAct(scene, match, out);
  out = peopleAct(scene, match, out);
  out = firstPerson(scene, match, out);
  out = speakerActs(scene, match, type, out);
  out = senderActs(scene, match, out);
  return abroadTalks(scene, match, out);
}

/** "will hold talks in Tripoli": an official who talks abroad talks with those who live there. */
function abroadTalks(scene: Scene, match: Match, roles: Roles): Roles {
  if (!/^consult\/(talks|talks-noun)$/.test(match.trigger.frame.id) || match.verb < 0) return roles;
  const [one, ...more] = roles.actors;
  if (one === undefined || more.length > 0 || one.sector !== 'GOV' || one.code === null) return roles;
  for (const o of obliquesOf(scene.sent, match.verb, 'in')) {
    const hosts = actorsAt(scene, o.token, false, true).filter((h) => h.code !== null && h.code !== one.code);
    if (hosts.length === 1)
      return { ...roles, actors: [one, { ...hosts[0]!, sector: null }], sureness: roles.sureness * 0.9 };
  }
  return roles;
}

/** "The Serbian army was placed on alert": who is moved is who stands there. */
function forcesAct(scene: Scene, match: Match, roles: Roles): Roles {
  const { frame } = match.trigger;
  if (match.verb < 0 || roles.actors.length > 0) return roles;
  // "The last French troops were withdrawn"
  const home = frame.id === 'retreat/withdraw' && HOMEWARD.has(lemmaOf(scene.sent, match.verb));
  if (frame.roles !== 'forces' && !home) return roles;
  if (!isPassive(scene.sent, match.verb)) return roles;
  const moved = distinct(patientsOf(scene.sent, match.verb).flatMap((p) => actorsAt(scene, p.token, false))).filter(
    (a) => a.code !== null || a.sector !== null,
  );
  if (moved.length === 0) return roles;
  return {
    ...roles,
    actors: moved,
    recipients: roles.recipients.filter((r) => !moved.some((m) => m.span[0] === r.span[0])),
    agentless: false,
  };
}

/** "An attack by Somali militants killed ten", "a Russian missile strike killed two": whose the blow was killed them. */
function blowsAct(scene: Scene, match: Match, roles: Roles): Roles {
  const { sent } = scene;
  if (match.trigger.frame.type !== 'ASSAULT' || match.verb < 0 || roles.actors.length > 0) return roles;
  if (isPassive(sent, match.verb)) return roles;
  for (const { token } of subjectsOf(sent, match.verb)) {
    if (!isViolence(sent, token)) continue;
    const named = [
      ...nominalModifiersOf(sent, token, 'by').map((m) => m.token),
      ...children(sent, token, 'acl').flatMap((c) =>
        /^(carry|stage|launch|mount|claim|conduct|execute|perpetrate|order|commit)$/.test(lemmaOf(sent, c))
          ? agentsOf(sent, c).map((a) => a.token)
          : [],
      ),
    ].flatMap((t) => actorsAt(scene, t, true));
    const whose =
      named.length > 0
        ? named
        : children(sent, token, 'amod', 'compound').flatMap((t) =>
            [t, ...children(sent, t, 'amod', 'compound')].flatMap((w) => ownActors(scene, w)),
          );
    const actors = distinct(whose).filter((a) => !roles.recipients.some((r) => r.span[0] === a.span[0]));
    if (actors.length > 0) return { ...roles, actors, agentless: false };
  }
  return roles;
}

const HOMEWARD = new Set(['withdraw', 'pull', 'recall', 'evacuate', 'bring', 'redeploy', 'fly', 'ship', 'airlift']);

/** "Those who march will be jailed, the minister said": who announces it does it. */
function speakerActs(scene: Scene, match: Match, type: string, roles: Roles): Roles {
  const { sent } = scene;
  const verb = match.verb >= 0 ? match.verb : head(sent, match.noun);
  const gives = type === 'AGREE' && /^(CONCEDE|RETREAT)$/.test(match.trigger.frame.type);
  if (!(type === 'THREATEN' || gives) || roles.actors.length > 0 || verb < 0) return roles;
  if (match.verb >= 0 && !isPassive(sent, verb)) return roles;
  const { head: up, rel } = governor(sent, verb);
  const said =
    rel === 'ccomp' ? up : (children(sent, verb, 'parataxis', 'ccomp').find((c) => SAYS.has(lemmaOf(sent, c))) ?? -1);
  if (said < 0 || !SAYS.has(lemmaOf(sent, said))) return roles;
  const speakers = distinct(subjectsOf(sent, said).flatMap((s) => actorsAt(scene, s.token, true))).filter(
    (a) => a.code !== null,
  );
  if (speakers.length === 0) return roles;
  return {
    ...roles,
    actors: speakers,
    recipients: roles.recipients.filter((r) => !speakers.some((s) => s.span[0] === r.span[0])),
    agentless: false,
  };
}

/** "We call on Bamako", the minister said: who speaks of himself is who is quoted in the sentence. */
function firstPerson(scene: Scene, match: Match, roles: Roles): Roles {
  if (match.verb < 0 || roles.actors.some((a) => a.code !== null || a.sector !== null)) return roles;
  const { sent } = scene;
  const subject = subjectsOf(sent, match.verb).find((s) => /^(we|i)$/i.test(sent.tokens[s.token]?.form ?? ''))?.token;
  const span = subject === undefined ? null : spanOf(sent, [subject]);
  if (subject === undefined || span === null) return roles;
  const quoted = [...ancestors(sent, match.verb), ...children(sent, firstConjunct(sent, match.verb), 'parataxis')].find(
    (w) => QUOTING.has(lemmaOf(sent, w)),
  );
  if (quoted === undefined) {
    const before = speakerBefore(scene);
    return before === null
      ? roles
      : { ...roles, actors: [{ ...before, text: sent.tokens[subject]!.form, span }], agentless: false };
  }
  const speaker = distinct(subjectsOf(sent, quoted).flatMap((s) => actorsAt(scene, s.token, true))).find(
    (a) => a.code !== null,
  );
  if (!speaker) return roles;
  return { ...roles, actors: [{ ...speaker, text: sent.tokens[subject]!.form, span }], agentless: false };
}

/** Who is quoted in the sentence before, when this one goes on with the quotation. */
function speakerBefore(scene: Scene): Actor | null {
  const { doc, sent } = scene;
  const text = doc.article.text.slice(...sent.span);
  const last = doc.sentences[sent.index - 1];
  if (last === undefined || !/^["“«]/.test(text.trim())) return null;
  const said = last.tokens.findIndex(
    (t, i) => QUOTING.has(t.lemma.toLowerCase()) && t.upos === 'VERB' && subjectsOf(last, i).length > 0,
  );
  if (said < 0) return null;
  const start = last.tokens[subjectsOf(last, said)[0]!.token]!.start;
  const mention = mentionsIn(doc, last.index).find(
    (m) => m.span[0] <= start && start < m.span[1] && m.kind === 'person' && m.code !== null,
  );
  return mention === undefined ? null : (actorsOf(doc, mention)[0] ?? null);
}

/** "Money changers blocked the road": people without a name, known only by what they do. */
function peopleAct(scene: Scene, match: Match, roles: Roles): Roles {
  const { frame, stated } = match.trigger;
  const { sent } = scene;
  if (frame.type !== 'PROTEST' || !stated || match.verb < 0 || match.noun < 0 || roles.actors.length > 0) return roles;
  if (isPassive(sent, match.verb)) return roles;
  const subject = subjectsOf(sent, match.verb).find(
    (s) =>
      sent.tokens[s.token]?.xpos === 'NNS' &&
      !scene.things.none.has(lemmaOf(sent, s.token)) &&
      !scene.things.sectorOf.has(lemmaOf(sent, s.token)),
  );
  const span = subject === undefined ? null : spanOf(sent, [subject.token]);
  if (subject === undefined || span === null) return roles;
  const actor: Actor = { ...unnamed(scene.doc.article.text.slice(...span), span), sector: 'CVL' };
  return { ...roles, actors: [actor], agentless: false };
}

const QUOTING = new Set(
  'say tell add write announce declare warn reply recall insist explain note stress vow state confirm post tweet claim argue conclude ask answer inform'.split(
    ' ',
  ),
);

const SAYS = new Set(['radio', 'confirm', 'say', 'warn', 'announce', 'declare', 'tell', 'add', 'vow', 'insist']);

/** "A Danish relief flight landed": the country in the phrase sends it. */
function senderActs(scene: Scene, match: Match, roles: Roles): Roles {
  const { sent } = scene;
  const { frame } = match.trigger;
  if (frame.type !== 'AID' || match.verb < 0 || roles.actors.length > 0) return roles;
  if (!frame.only.has('relief') && !subjectsOf(sent, match.verb).some((s) => SENT.has(lemmaOf(sent, s.token))))
    return roles;
  const words = subjectsOf(sent, match.verb).flatMap((s) => subtree(sent, s.token, ['acl:relcl']));
  // "are on their way from Denmark": where they set out.
  const whence = frame.only.has('relief')
    ? [...obliquesOf(sent, match.verb, 'from'), ...nominalModifiersOf(sent, match.verb, 'from')]
    : [];
  const own = firstActors(scene, words, false).filter((a) => a.code !== null);
  const senders =
    own.length > 0
      ? own
      : distinct(whence.flatMap((o) => actorsAt(scene, o.token, false, true))).filter((a) => a.code !== null);
  return senders.length === 0
    ? roles
    : {
        ...roles,
        actors: senders,
        recipients: roles.recipients.filter((r) => !senders.some((s) => s.code === r.code)),
        agentless: false,
      };
}

/** What a state sends stands for it. */
const SENT = new Set(
  'team flight plane ship convoy crew brigade mission aircraft vessel squad unit helicopter contingent'.split(' '),
);

const CROWD = /\b(mobs?|crowds?|protest[eo]rs?|demonstrators?|rioters?|marchers?|strikers?|looters?)$/i;
const HELD = new Set(['take', 'hold', 'resume', 'convene', 'start', 'begin']);
const RIOT = new Set(['assault/attack', 'assault/destroy', 'assault/primitive', 'assault/clash']);

/** "A mob attacked the consulate": violence of a crowd against things or police is a riot. */
export const isRiot = (frame: Frame, actors: readonly Actor[]): boolean =>
  RIOT.has(frame.id) &&
  actors.length > 0 &&
  actors.every((a) => CROWD.test(a.text.split(/,| of | in | from /)[0] ?? a.text));

/** Types of acts that may stand without a doer when a passive main clause tells them of a known country. */
const UNLED = new Set(['MOBILIZE', 'COERCE', 'PROTEST', 'RETREAT', 'CONCEDE']);

/** "Extra troops were sent to the border with Niger": told as the news itself, of a place that is known. */
export function isNewsOfItself(scene: Scene, match: Match, reading: Reading): boolean {
  const { sent } = scene;
  const { frame, stated } = match.trigger;
  // "The next round will take place in Rabat."
  if (frame.type === 'CONSULT' && match.verb < 0 && reading.modality === 'planned')
    return (
      /^(talk|round|summit|negotiation)$/.test(lemmaOf(sent, match.noun)) &&
      HELD.has(lemmaOf(sent, head(sent, match.noun)))
    );
  if (frame.type === 'ASSAULT') return isViolenceItself(scene, match, reading);
  if (!UNLED.has(frame.type) || reading.background || reading.modality !== 'occurred') return false;
  if (!isSomewhere(scene)) return false;
  if (match.verb < 0)
    return (
      frame.type === 'PROTEST' &&
      scene.mentions.some((m) => (m.kind === 'state' || m.kind === 'place') && m.country !== null)
    );
  if (!stated || match.noun < 0 || !isPassive(sent, match.verb)) return false;
  return hasRelation(sent, match.verb, 'root', 'ccomp', 'parataxis', 'conj') && lemmaOf(sent, match.verb) !== 'be';
}

/** The text has named a country or a place in one. */
const isSomewhere = ({ doc }: Scene): boolean =>
  doc.mentions.some((m) => (m.kind === 'state' || m.kind === 'place') && m.country !== null);

/** The sentence names a country or a place in one. */
const isHere = ({ mentions }: Scene): boolean =>
  mentions.some((m) => (m.kind === 'state' || m.kind === 'place') && m.country !== null);

/** "Shells landed 300 metres away", "Fighting broke out in Jonglei": violence told without anybody. */
function isViolenceItself(scene: Scene, { trigger, verb }: Match, reading: Reading): boolean {
  if (reading.modality !== 'occurred') return false;
  // "Explosions were heard in Port Sudan as drones hit the airport"
  const heard = verb >= 0 && /^(as|when)$/.test(markerOf(scene.sent, verb) ?? '') && isHere(scene);
  if (reading.background && !heard) return false;
  if (trigger.frame.only.has('weapon')) return true;
  return verb < 0 && trigger.frame.id === 'assault/clash' && isSomewhere(scene);
}

/** "scrapped its travel ban on Belarusian managers": a ban on others that is lifted is a sanction lifted. */
export function abroad(match: Match, typed: Typed, roles: Roles): Partial<Typed> | null {
  if (match.trigger.frame.id !== 'concede/ban' || typed.type !== 'CONCEDE' || roles.recipients.length === 0)
    return null;
  if (!/^(ban|prohibition|restriction|curb)$/.test(match.trigger.noun ?? '')) return null;
  const own = new Set(roles.actors.map((a) => a.code));
  return roles.recipients.every((r) => r.code !== null && !own.has(r.code))
    ? { type: 'RETREAT', alt: ['CONCEDE'] }
    : null;
}
