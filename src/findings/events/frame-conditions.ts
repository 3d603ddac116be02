/** Refusals a frame asks for by itself in data/frames: `not`, `only`, `joint`, `drills`, `civil` and `official`. */

import type { Sentence } from '../../core/index.ts';
import {
  agentsOf,
  children,
  head,
  isPassive,
  lemmaOf,
  nominalModifiersOf,
  objectsOf,
  obliquesOf,
  patientsOf,
  subjectsOf,
  subtree,
  verbGroup,
} from '../../language/tree.ts';

import { asksNothing, countsSoon } from './asked.ts';
import { isAssembly, isState } from './people.ts';
import { complementsIn } from './positions.ts';
import type { Case, Refusal } from './refusal.ts';
import type { Roles } from './roles.ts';
import { carriesRelief } from './travellers.ts';
import { lemmasOf } from './triggers.ts';
import { isWeapon } from './violence.ts';

const TOGETHER = new Set([
  'joint',
  'jointly',
  'together',
  'combined',
  'bilateral',
  'trilateral',
  'multinational',
  'each',
  'mutual',
]);

/** "China's claims in the East Sea": a claim to land and water can be rejected. */
const isTerritorial = (sent: Sentence, claim: number): boolean =>
  subtree(sent, claim).some((w) =>
    /^(sea|island|reef|shoal|territory|territorial|sovereignty|maritime|land|border|province|lagoon|waters|water|strait|islet)$/i.test(
      sent.tokens[w]?.form ?? '',
    ),
  );

const isThere = (sent: Sentence, word: number): boolean => /^there$/i.test(sent.tokens[word]?.form ?? '');

const MEETING = new Set('visit meet travel attend fly tour talk meeting summit trip negotiate'.split(' '));

const DECISIONS = new Set(
  'decision vote move veto refusal withdrawal remark statement failure exit ruling departure rejection announcement choice step plan law ban expulsion comment measure'.split(
    ' ',
  ),
);

const OFFICIAL = new Set(['MIL', 'GOV', 'COP', 'LEG', 'SPY', 'JUD']);
const CIVIL = new Set(['CVL', 'LAB', 'EDU', 'SOC', 'REL', 'OPP', 'AGR', 'MED', 'REF', 'JRN', 'BUS']);
const ARMED = new Set(['MIL', 'REB', 'PRM', 'UAF']);
const OFFICERS = new Set(['MIL', 'COP', 'SPY']);

const SEA =
  /^(adrift|boats?|dinghy|dinghies|rafts?|sea|capsized|sinking|sank|shipwreck(ed)?|lifeboats?|coast-?guards?|vessels?|trawlers?|water|strait|channel|overboard|stricken|distress)$/i;

const isOfTwoStates = ({ actors }: Roles): boolean =>
  actors.every((a) => a.sector === 'GOV' && a.code !== null) && new Set(actors.map((a) => a.code)).size === 2;

/** An object or modifier with which the words mean something else, or null. */
export function otherMeaning({ sent, frame, verb, noun, objects, match }: Case): string | null {
  const beside = noun < 0 ? [] : children(sent, noun, 'amod', 'compound');
  // "shrugged off criticism": the particle passes for a preposition.
  const behind =
    verb < 0 || noun >= 0 || match.words.length < 2
      ? []
      : children(sent, verb, 'obl').filter((o) => children(sent, o, 'case').some((c) => match.words.includes(c)));
  const word = [...objects, ...beside, ...behind].find(
    (w) => frame.not.has(lemmaOf(sent, w)) && !(lemmaOf(sent, w) === 'claim' && isTerritorial(sent, w)),
  );
  return word === undefined ? null : `"${lemmaOf(sent, word)}" means something else`;
}

/** What a state shuts to others. */
const WAYS = /^(border|crossing|frontier|checkpoint|airspace|strait|corridor|gate|post)$/;

/** From what people are kept. */
const HINDERED = new Set(
  'board cross enter leave travel stand run vote fly return contest pray work reach campaign publish report disembark fish exit worship graze land dock sail speak practise practice farm harvest broadcast protest march demonstrate assemble gather meet'.split(
    ' ',
  ),
);

/** By the word under `only:`. */
const ONLY: Readonly<Record<string, Refusal>> = {
  persons: {
    reason: 'a state receives nobody',
    when: ({ scene, verb, roles, reading }) =>
      verb >= 0 && !reading.refusal && roles.actors.some((a) => isState(scene, a.span)),
  },
  // "reached Paris": a visit of those in office, not of whoever gets there.
  office: {
    reason: 'nobody in office travels',
    when: ({ roles }) => !roles.actors.some((a) => a.code !== null && /^(GOV|LEG|ELI)$/.test(a.sector ?? '')),
  },
  armed: {
    reason: 'no forces',
    when: ({ verb, roles }) => verb >= 0 && !roles.actors.some((a) => ARMED.has(a.sector ?? '')),
  },
  // "came under fire from lawmakers": words, where nobody who shoots is named.
  unarmed: {
    reason: 'who could shoot',
    when: ({ roles }) => roles.actors.some((a) => a.sector === null || ARMED.has(a.sector) || a.sector === 'COP'),
  },
  complement: { reason: 'nothing is asked', when: (it) => it.verb >= 0 && asksNothing(it) },
  plain: {
    reason: 'a complement follows',
    when: ({ sent, verb }) => verb >= 0 && complementsIn(sent, verb).length > 0,
  },
  transitive: {
    reason: 'no object',
    when: ({ sent, verb }) => verb >= 0 && objectsOf(sent, verb).length === 0 && patientsOf(sent, verb).length === 0,
  },
  intransitive: {
    reason: 'an object follows',
    when: ({ sent, verb }) => verb >= 0 && objectsOf(sent, verb).length > 0,
  },
  quantity: {
    reason: 'nothing is counted',
    when: ({ sent, verb, objects }) =>
      verb >= 0 && !objects.some((o) => children(sent, o, 'nummod').length > 0) && !countsSoon(sent, verb),
  },
  body: { reason: 'no body is left', when: ({ roles }) => !roles.recipients.some(isAssembly) },
  relief: { reason: 'no relief', when: ({ sent, verb }) => verb >= 0 && !carriesRelief(sent, verb) },
  // "called his counterpart": on the telephone only between officials of two countries.
  officials: {
    reason: 'no officials of two countries',
    when: ({ roles }) =>
      roles.actors.some((a) => a.sector !== 'GOV' || a.code === null) ||
      new Set(roles.actors.map((a) => a.code)).size < 2,
  },
  // "will build a school in Laos": for others, not at home.
  abroad: {
    reason: 'nothing abroad',
    when: ({ roles }) =>
      roles.actors.length === 0 ||
      roles.actors.some((a) => a.code === null) ||
      !roles.recipients.some((r) => r.code !== null && !roles.actors.some((a) => a.code === r.code)),
  },
  both: {
    reason: 'no two',
    when: ({ sent, verb, roles }) =>
      !subjectsOf(sent, verb).some((s) =>
        subtree(sent, s.token, ['acl', 'acl:relcl']).some((w) => /^(two|both)$/i.test(sent.tokens[w]?.form ?? '')),
      ) &&
      // "The Turkish and Greek leaders spoke for an hour": with each other, where no listener is told.
      !(
        isOfTwoStates(roles) &&
        subjectsOf(sent, verb).length === 1 &&
        !obliquesOf(sent, verb).some((o) => /^(to|at|against|before|in favour of|out)$/.test(o.preposition ?? ''))
      ),
  },
  // "prevented a lawyer from boarding a flight"
  hindered: {
    reason: 'kept from nothing',
    when: ({ sent, verb, objects }) =>
      verb < 0 ||
      ![verb, ...objects]
        .flatMap((w) => children(sent, w, 'advcl', 'xcomp', 'ccomp', 'acl', 'obl', 'nmod'))
        .some((c) =>
          HINDERED.has(lemmaOf(sent, c)) || lemmasOf(sent.tokens[c]!).some((l) => HINDERED.has(l))
            ? [...children(sent, c, 'mark'), ...children(sent, c, 'case')].some((m) => lemmaOf(sent, m) === 'from')
            : false,
        ),
  },
  // "the closure of the crossing", "border closure"
  way: {
    reason: 'no way is shut',
    when: ({ sent, noun }) =>
      noun < 0 ||
      !subtree(sent, noun, ['acl:relcl']).some(
        (w) => w !== noun && (WAYS.test(lemmaOf(sent, w)) || /^crossings?$/i.test(sent.tokens[w]?.form ?? '')),
      ),
  },
  // "a drone hit a clinic"
  weapon: {
    reason: 'no weapon',
    when: ({ sent, verb }) =>
      verb < 0 ||
      (sent.tokens[verb]?.xpos === 'VBG' && children(sent, verb, 'aux').length === 0) ||
      !agentsOf(sent, verb).some((a) => isWeapon(sent, a.token)),
  },
  // "analysts expect": a guess; "is expected to land": nobody asks.
  known: {
    reason: 'nobody known',
    when: ({ roles }) => roles.actors.length === 0 || roles.actors.some((a) => a.code === null),
  },
  active: { reason: 'nobody asks', when: ({ sent, verb }) => verb >= 0 && isPassive(sent, verb) },
  // "voiced regret over the veto": of what another decided, not of what befell.
  decision: {
    reason: 'no decision of another',
    when: ({ sent, verb }) =>
      verb >= 0 && !subtree(sent, verb).some((w) => w > verb && DECISIONS.has(lemmaOf(sent, w))),
  },
  // "There will be no talks with Kosovo": not "there were no talks".
  existential: {
    reason: 'nothing is ruled out',
    when: ({ sent, noun }) => {
      const up = noun < 0 ? -1 : head(sent, noun);
      return (
        up < 0 ||
        lemmaOf(sent, up) !== 'be' ||
        !children(sent, up).some((c) => isThere(sent, c)) ||
        verbGroup(sent, up).tense === 'past'
      );
    },
  },
  // "plans to visit Hungary", "plans for talks"
  meeting: {
    reason: 'no meeting',
    when: ({ sent, noun }) =>
      noun < 0 ||
      ![...children(sent, noun, 'acl'), ...nominalModifiersOf(sent, noun).map((o) => o.token)].some((w) =>
        MEETING.has(lemmaOf(sent, w)),
      ),
  },
  // "picked up 84 Tunisians adrift": at sea; elsewhere police arrest them.
  sea: {
    reason: 'not at sea',
    when: ({ sent }) => !sent.tokens.some((t) => SEA.test(t.form)),
  },
  officers: { reason: 'no officers', when: ({ roles }) => !roles.actors.some((a) => OFFICERS.has(a.sector ?? '')) },
};

const isJoint = ({ sent, verb, noun, roles }: Case): boolean => {
  const near = new Set(subtree(sent, noun).map((w) => lemmaOf(sent, w)));
  if (verb >= 0) for (const a of children(sent, verb, 'advmod', 'obl')) near.add(lemmaOf(sent, a));
  return roles.actors.length > 1 || [...TOGETHER].some((word) => near.has(word));
};

export const FRAME_CONDITIONS: readonly Refusal[] = [
  ...Object.entries(ONLY).map(([word, { reason, when }]) => ({
    reason,
    when: (it: Case) => it.frame.only.has(word) && when(it),
  })),
  {
    reason: 'not joint',
    when: (it) => it.noun >= 0 && it.frame.joint.has(lemmaOf(it.sent, it.noun)) && !isJoint(it),
  },
  {
    reason: 'joint',
    when: (it) => it.noun >= 0 && it.frame.drills.has(lemmaOf(it.sent, it.noun)) && isJoint(it),
  },
  {
    reason: 'no civilians',
    when: ({ scene, frame, roles }) =>
      frame.civil &&
      roles.actors.some(
        (a) =>
          (OFFICIAL.has(a.sector ?? '') && !(frame.id === 'protest/strike' && /^(JUD|COP)$/.test(a.sector ?? ''))) ||
          // Militiamen who loot are no rioters.
          (frame.id === 'protest/riot' && /^(PRM|REB)$/.test(a.sector ?? '')) ||
          (a.sector === null && isState(scene, a.span)),
      ),
  },
  {
    reason: 'civilians',
    when: ({ frame, roles }) =>
      frame.official && roles.actors.length > 0 && roles.actors.every((a) => CIVIL.has(a.sector ?? '')),
  },
];
