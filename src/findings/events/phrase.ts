/** Which actors a noun phrase stands for: people, states, things that belong to them, pronouns, crowds. */

import type { Actor, Mention, Sector } from '../../core/index.ts';
import {
  children,
  clauseOf,
  conjuncts,
  firstConjunct,
  hasRelation,
  head,
  isWithin,
  lemmaOf,
  nominalModifiersOf,
  nounPhrase,
  obliquesOf,
  possessorsOf,
  prepositionOf,
  spanOf,
  subjectsOf,
} from '../../language/tree.ts';
import { actorsOf, isActor } from '../../mentions/index.ts';
import { Cast, unnamed } from './cast.ts';
import { forcesOf } from './held.ts';
import { isSides, othersOf, pairBefore } from './others.ts';
import type { Scene } from './scene.ts';

/** Nouns of number that act as what they count: "thousands of workers". */
export const CROWDS = new Set(
  'thousand hundred ten dozen million group crowd number member majority score scores pair couple team wave band handful'.split(
    ' ',
  ),
);

export const PRONOUNS = new Set(['it', 'he', 'she', 'they', 'him', 'her', 'them', 'its', 'his', 'their']);

/** Actors that a token itself heads. */
export function ownActors(scene: Scene, token: number): readonly Actor[] {
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
  const shares =
    lead?.kind === 'person' &&
    lead.plural &&
    / (of|from) /.test(scene.doc.article.text.slice(lead.span[0], lead.span[1]));
  for (const t of conjuncts(scene.sent, token)) {
    if (t !== token && scene.attribution.has(t) && !scene.attribution.has(token)) continue;
    // "entered Guinea-Bissau, not Equatorial Guinea"
    if (t !== token && children(scene.sent, t, 'advmod', 'cc').some((w) => lemmaOf(scene.sent, w) === 'not')) continue;
    // "thanked India for this and for the evacuation": a second phrase at a preposition of its own.
    if (t !== token && isApart(scene, t, token)) continue;
    // "the German minister, the first Western minister to do so": the same one again.
    if (t !== token && isAgain(scene, t)) continue;
    const here = oneAt(scene, t, doer, placesAct);
    // "The envoys of Peru, Chile and Bolivia": the tree may join the countries to the envoys.
    const inherits = shares && t !== token && scene.headed.get(t)?.kind === 'state';
    out.add(
      inherits
        ? here.map((actor) => ({ ...actor, sector: actor.sector ?? lead.sector, role: actor.role ?? lead.role }))
        : here,
    );
  }
  const last = out.list.at(-1);
  if (last?.entity?.startsWith('state:') && lead?.kind === 'state') out.add(restOfList(scene, last.span[1]));
  return out.list;
}

/** "Indonesia, Cambodia and Thailand": names that go on a list in plain word order, where the tree breaks it off. */
function restOfList(scene: Scene, from: number): readonly Actor[] {
  const { text } = scene.doc.article;
  const out: Actor[] = [];
  let end = from;
  for (let steps = 0; steps < 20; steps++) {
    const next = scene.mentions.find(
      (m) =>
        m.kind === 'state' &&
        m.form === 'name' &&
        m.span[0] > end &&
        m.span[0] - end < 12 &&
        /^(,|,? and|,? or)? (the )?$/.test(text.slice(end, m.span[0])) &&
        /\S/.test(text.slice(end, m.span[0])),
    );
    if (!next || startsClause(scene, next)) break;
    out.push(...actorsOf(scene.doc, next));
    end = next.span[1];
  }
  return out;
}

const isApart = (scene: Scene, token: number, lead: number): boolean => {
  const own = prepositionOf(scene.sent, token);
  return own !== null && own !== prepositionOf(scene.sent, lead) && !/^(as|like)\b/.test(own);
};

const isAgain = (scene: Scene, token: number): boolean =>
  children(scene.sent, token, 'cc').length === 0 &&
  children(scene.sent, token, 'amod').some((c) =>
    /^(first|last|only|latest|second|third)$/i.test(scene.sent.tokens[c]?.form ?? ''),
  );

/** A name with a verb or possessive of its own right after it begins a new clause. */
function startsClause(scene: Scene, mention: Mention): boolean {
  const at = scene.sent.tokens.findIndex((t) => t.start >= mention.span[1]);
  const next = at < 0 ? undefined : scene.sent.tokens[at];
  return next !== undefined && (/^(VB[DZP]|MD|POS)$/.test(next.xpos) || /^(VERB|AUX|NOUN|PROPN)$/.test(next.upos));
}

export function oneAt(scene: Scene, token: number, doer: boolean, placesAct: boolean): readonly Actor[] {
  const { sent, doc } = scene;
  const own = scene.headed.get(token);
  if (own) {
    const actors = actorsOf(doc, own).map((actor) => placed(scene, athome(scene, token, own, actor)));
    if (own.form === 'pronoun' && actors.every((a) => a.code === null)) return behindPronoun(scene, token, actors);
    if (actors.every((a) => a.code === null)) {
      const leader = leaderOf(scene, token) ?? employerOf(scene, token, own);
      if (leader !== null) return actors.map((a) => ({ ...a, code: leader.code, country: leader.country }));
      const owners = ownersOf(scene, token, own);
      if (owners.length > 0) return owners;
    }
    return sharers(scene, token, own) ?? [...actors, ...fellows(scene, token, own)];
  }
  const word = sent.tokens[token];
  if (!word) return [];
  if (PRONOUNS.has(word.form.toLowerCase())) return behindPronoun(scene, token, []);
  if (word.form === 'both') return pairBefore(scene, token);
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
    if (place?.country && place.name !== null && scene.knowledge.capitalOf(place.country)?.name === place.name)
      return [placeActor(scene, place)];
  }
  const lemma = lemmaOf(sent, token);
  const phrase = nounPhrase(sent, token);
  const others = othersOf(scene, token, phrase, doer);
  if (others !== null) return others;
  if (scene.things.none.has(lemma)) return [];
  const sector = scene.things.sectorOf.get(lemma) ?? null;
  // "French controllers": people of a trade that no mention knows.
  const trade = scene.things.people.get(lemma) ?? null;
  for (const c of [
    ...possessorsOf(sent, token),
    ...children(sent, token, 'amod', 'compound', 'nmod:desc', 'flat', 'appos'),
  ]) {
    const mention = scene.headed.get(c);
    if (!mention || mention.form === 'pronoun') continue;
    const owners = conjuncts(sent, c).flatMap((w) => (w === c ? actorsOf(doc, mention) : adjectives(scene, w)));
    // "Japanese and Philippine ships" are of two countries.
    if (owners.length > 1) return owners.map((actor) => ({ ...actor, sector: actor.sector ?? sector }));
    return owners.map((actor) =>
      sector === null && actor.code !== null
        ? { ...actor, sector: actor.sector ?? trade }
        : widen(scene, actor, phrase, sector),
    );
  }
  // "a Philippine supply boat": the adjective hangs on the first noun
  for (const c of children(sent, token, 'compound'))
    for (const w of children(sent, c, 'amod', 'compound')) {
      const mention = scene.headed.get(w);
      if (mention?.kind === 'state' && mention.form === 'adjective')
        return actorsOf(doc, mention).map((actor) =>
          actor.code === null ? actor : widen(scene, actor, phrase, sector),
        );
    }
  const flag = flagOf(scene, token);
  if (flag !== undefined) return actorsOf(doc, flag).map((actor) => widen(scene, actor, phrase, sector));
  for (const o of nominalModifiersOf(sent, token)) {
    if (o.preposition !== 'of' && o.preposition !== 'from') continue;
    if (o.token === token || !CROWDS.has(lemma)) {
      if (!scene.headed.has(o.token)) continue;
      return conjuncts(sent, o.token).flatMap((w) =>
        ownActors(scene, w).map((actor) => ({ ...actor, sector: actor.sector ?? sector })),
      );
    } else {
      const members = oneAt(scene, o.token, doer, placesAct);
      if (members.length > 0) return members;
    }
  }
  const forces = forcesOf(scene, token, phrase);
  if (forces !== null) return [placed(scene, forces)];
  if (scene.things.people.has(lemma) && !phrase.some((w) => scene.headed.has(w))) {
    const words = phrase.filter((w) => !/^(DET|PUNCT)$/.test(sent.tokens[w]?.upos ?? ''));
    const span = spanOf(sent, words);
    if (span)
      return [
        placed(scene, {
          ...unnamed(doc.article.text.slice(span[0], span[1]), span),
          sector: scene.things.people.get(lemma) ?? null,
        }),
      ];
  }
  if (doer && isSides(scene, token)) {
    const words = phrase.filter((w) => !/^(DET|PUNCT)$/.test(sent.tokens[w]?.upos ?? '') || w === phrase[0]);
    const span = spanOf(
      sent,
      words.filter((w) => lemmaOf(sent, w) !== 'the'),
    );
    if (span) return [unnamed(doc.article.text.slice(span[0], span[1]), span)];
  }
  if (doer && CROWDS.has(lemma) && word.xpos === 'NNS' && !MONEYED.test(after(scene, word.end)))
    return [{ ...unnamed(doc.article.text.slice(word.start, word.end), [word.start, word.end]), sector: 'CVL' }];
  if (
    word.upos === 'PROPN' &&
    doer &&
    !phrase.some((w) => scene.things.none.has(lemmaOf(sent, w))) &&
    !scene.mentions.some((m) => m.span[0] <= word.start && word.end <= m.span[1])
  ) {
    const span = spanOf(sent, phrase);
    if (span) return [unnamed(doc.article.text.slice(span[0], span[1]), span)];
  }
  return [];
}

/** The country of an adjective that is joined to another. */
function adjectives(scene: Scene, token: number): readonly Actor[] {
  const mention = scene.headed.get(token);
  return mention?.kind === 'state' && mention.form === 'adjective' ? actorsOf(scene.doc, mention) : [];
}

const OWNED = /^(owned|managed|operated|chartered|run)$/i;
const FLAGGED = /^(flagged|registered|crewed)$/i;

/** "a Greek-owned, Panama-flagged tanker": whose a thing is, its owner's before its flag's. */
export function flagOf(scene: Scene, token: number): Mention | undefined {
  const { sent } = scene;
  const marks = children(sent, token, 'amod').flatMap((c) => conjuncts(sent, c));
  for (const kind of [OWNED, FLAGGED])
    for (const c of marks)
      if (kind.test(sent.tokens[c]?.form ?? '') && sent.tokens[c - 1]?.form === '-') {
        const mention = scene.mentions.find((m) => m.span[1] === sent.tokens[c - 1]!.start && m.kind === 'state');
        if (mention?.code) return mention;
      }
  return undefined;
}

/** "a delegation led by Norway's trade minister" is Norway's. */
function leaderOf(scene: Scene, token: number): Actor | null {
  for (const c of children(scene.sent, token, 'acl')) {
    if (!/^(lead|head)$/.test(lemmaOf(scene.sent, c))) continue;
    for (const o of obliquesOf(scene.sent, c))
      if (o.preposition === 'by') {
        const mention = scene.headed.get(o.token);
        const actor = mention ? actorsOf(scene.doc, mention)[0] : undefined;
        if (actor?.code) return actor;
      }
  }
  return null;
}

/** "executives of two Turkish arms makers" are Turkish; so is nobody of two bodies. */
function employerOf(scene: Scene, token: number, own: Mention): Actor | null {
  if (own.kind !== 'person' || own.form === 'pronoun') return null;
  for (const o of nominalModifiersOf(scene.sent, token)) {
    if (!/^(of|from|at)$/.test(o.preposition ?? '')) continue;
    const mention = scene.headed.get(o.token);
    if (mention === undefined || mention.form !== 'nominal' || mention.code === null) continue;
    return actorsOf(scene.doc, mention)[0] ?? null;
  }
  return null;
}

/** "Nigeria and Benin, whose presidents met": the noun the clause is about. */
function whose(scene: Scene, token: number): readonly Actor[] {
  let clause = clauseOf(scene.sent, token);
  for (let steps = 0; clause >= 0 && steps < 3 && !hasRelation(scene.sent, clause, 'acl:relcl'); steps++)
    clause = head(scene.sent, clause);
  if (clause < 0 || !hasRelation(scene.sent, clause, 'acl:relcl')) return [];
  return conjuncts(scene.sent, head(scene.sent, clause)).flatMap((w) =>
    ownActors(scene, w).filter((a) => a.code !== null),
  );
}

/** "the three countries' defence ministers": people of each. */
function ownersOf(scene: Scene, token: number, own: Mention): readonly Actor[] {
  if (own.kind !== 'person') return [];
  for (const p of possessorsOf(scene.sent, token)) {
    const mention = scene.headed.get(p);
    if (scene.sent.tokens[p]?.form === 'whose')
      return whose(scene, token).map((a) => ({ ...a, sector: own.sector ?? a.sector, role: own.role }));
    if ((mention?.members?.length ?? 0) < 2) continue;
    return actorsOf(scene.doc, mention!).map((a) => ({ ...a, sector: own.sector ?? a.sector, role: own.role }));
  }
  return [];
}

/** "the wounded", "19 opposition figures": people told by what they are alone. */
export function unnamedPeople(scene: Scene, token: number): Actor | null {
  const { sent, doc } = scene;
  const word = sent.tokens[token]!;
  const phrase = nounPhrase(sent, token).filter((w) => !/^(DET|PUNCT)$/.test(sent.tokens[w]?.upos ?? ''));
  const span = spanOf(sent, phrase);
  if (!span) return null;
  const made = placed(scene, unnamed(doc.article.text.slice(span[0], span[1]), span));
  if (/^(wounded|injured|sick|dying|homeless|displaced|captured|disappeared)$/.test(word.form))
    return children(sent, token, 'det').length > 0 ? made : null;
  if (/^(others|crew|crewmen|sailors)$/.test(word.form))
    return children(sent, token, 'nummod').length > 0 ? made : null;
  if (word.form !== 'figures' && word.form !== 'males' && word.form !== 'suspects') return null;
  if (word.form !== 'figures') return made;
  if (/\bopposition\b/i.test(made.text)) return { ...made, sector: 'OPP' };
  return /\b(political|public|religious|business|senior|leading|prominent)\b/i.test(made.text) ? made : null;
}

const MONEYED = /^\s+of\b/;
const after = (scene: Scene, at: number): string => scene.doc.article.text.slice(at, at + 8);

/** "generals in Naypyidaw", "Ministry of Foreign Affairs of Kazakhstan": the country that follows right after. */
export function placed(scene: Scene, actor: Actor): Actor {
  if (actor.code !== null || /^(it|he|she|they|him|her|them|its|his|their)$/i.test(actor.text)) return actor;
  const rest = scene.doc.article.text.slice(actor.span[1], actor.span[1] + 60);
  const lead =
    /^\s+(?:in|of|from|across|at)\s+(?:(?:an?|the)\s+(?:\w+\s+)?(?:town|village|city|district|province|region|suburb|camp|county)s?\s+(?:in|of)\s+)?(?:the\s+)?(?:(?:north|south|east|west|central|far)\w*\s+)?/.exec(
      rest,
    );
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
export const codeOf = (scene: Scene, country: string): string => scene.knowledge.country(country)?.code ?? country;

/** "Ministers of the Slovak and Czech governments": people of each government; null when one body has them all. */
function sharers(scene: Scene, token: number, own: Mention): readonly Actor[] | null {
  if (own.kind !== 'person' || !own.plural || own.members !== undefined) return null;
  for (const o of nominalModifiersOf(scene.sent, token)) {
    const mention = scene.headed.get(o.token);
    if ((o.preposition !== 'of' && o.preposition !== 'from') || (mention?.members?.length ?? 0) < 2) continue;
    return actorsOf(scene.doc, mention!).map((a) => ({ ...a, sector: own.sector ?? a.sector, role: own.role }));
  }
  return null;
}

/** "Leaders of Peru and Ecuador": the second country stands for its leaders too. */
export function fellows(scene: Scene, token: number, own: Mention): readonly Actor[] {
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
    for (const actor of actorsOf(doc, mention))
      out.push({ ...actor, sector: actor.sector ?? own.sector, role: own.role });
  }
  return out;
}

/** "Bosnian Serbs", "ethnic Turks in Bulgaria": people count to the country they live in. */
export function athome(scene: Scene, token: number, mention: Mention, actor: Actor): Actor {
  if (
    actor.sector !== 'CVL' ||
    mention.kind !== 'person' ||
    !mention.plural ||
    !/^[A-Z]/.test(scene.sent.tokens[token]?.form ?? '')
  )
    return actor;
  const { sent } = scene;
  for (const c of children(sent, token, 'amod', 'compound')) {
    const other = scene.headed.get(c);
    if (other?.code && other.code !== actor.code && other.form === 'adjective')
      return { ...actor, code: other.code, country: other.country };
  }
  for (const o of nominalModifiersOf(sent, token)) {
    if (o.preposition !== 'in' && o.preposition !== 'of') continue;
    for (const place of scene.mentions)
      if (
        (place.kind === 'place' || place.kind === 'state') &&
        place.country !== null &&
        isWithin(sent, place.head, o.token)
      )
        return { ...actor, code: place.country, country: place.country };
  }
  return actor;
}

/** "Israeli tanks": the phrase as text, the country of the adjective. */
export function widen(scene: Scene, actor: Actor, phrase: readonly number[], sector: Sector | null): Actor {
  const words = phrase.filter((w) => !/^(DET|NUM|PUNCT)$/.test(scene.sent.tokens[w]?.upos ?? ''));
  const span = spanOf(scene.sent, words) ?? actor.span;
  return {
    ...actor,
    span,
    text: scene.doc.article.text.slice(span[0], span[1]),
    sector: actor.sector ?? sector,
  };
}

export const placeActor = (scene: Scene, place: Mention): Actor => ({
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
export function behindPronoun(scene: Scene, token: number, known: readonly Actor[]): readonly Actor[] {
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
  return form === 'it' ? [] : [unnamed(doc.article.text.slice(span[0], span[1]), span)];
}
