/** With what it was done: jets bomb from the air, a machete is no gun, tanks are weapons. */

import {
  agentsOf,
  children,
  conjuncts,
  lemmaOf,
  markerOf,
  objectsOf,
  obliquesOf,
  patientsOf,
  subtree,
} from '../../language/tree.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';
import type { Typed } from './typing.ts';
import { isWeapon } from './violence.ts';

const WEAPONRY = new Set(
  'tank artillery armour armor jet fighter warplane aircraft helicopter missile battery howitzer gun launcher drone rocket defence defense'.split(
    ' ',
  ),
);

/** Mode of an assault to the things that tell it; the first that fits. */
const TOOLS: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'aerial',
    new Set('jet plane warplane aircraft bomber airstrike helicopter gunship fighter-jet air-strike'.split(' ')),
  ],
  ['drone', new Set(['drone', 'uav'])],
  ['heavy-weapons', new Set('shell rocket mortar artillery tank missile howitzer shelling'.split(' '))],
  ['explosives', new Set('bomb mine grenade landmine bombing blast explosion dynamite explosive'.split(' '))],
  ['firearms', new Set('gunfire gunman gun rifle pistol bullet sniper shot'.split(' '))],
  ['primitive', new Set('machete knife spear bow axe club stick sword arrow stone'.split(' '))],
];

/** What is raised tells the mode: "put its air defences on alert", "cancelled all police leave". */
function raised({ sent }: Scene, match: Match): string | null {
  if (WEAPONRY.has(match.trigger.noun ?? '')) return 'weapons';
  if (match.verb < 0) return null;
  const things = [...objectsOf(sent, match.verb), ...patientsOf(sent, match.verb)].map((a) => a.token);
  const words = things.flatMap((t) => [t, ...children(sent, t, 'compound')]).map((t) => lemmaOf(sent, t));
  if (words.some((w) => POLICE.test(w))) return 'police';
  if (words.some((w) => MILITIA.test(w))) return 'militia';
  return things.some((t) => WEAPONRY.has(lemmaOf(sent, t))) ? 'weapons' : null;
}

const POLICE = /^(police|policeman|gendarme|constable|riot-police)$/;
const MILITIA = /^(militia|militiaman|vigilante|volunteer)$/;

/** The mode that the instrument gives an act, or null when none is named. */
export function instrumentMode(scene: Scene, match: Match, typed: Typed): string | null {
  const { sent } = scene;
  if (typed.type === 'MOBILIZE') return typed.mode === 'troops' ? raised(scene, match) : null;
  if (typed.type !== 'ASSAULT' || match.verb < 0) return null;
  const told = shotMode(scene, match, typed);
  if (told !== null) return told;
  const first = typed.mode === null;
  const aloft = typed.mode === 'aerial';
  if (!first && !aloft && !/^(explosives|heavy-weapons|firearms)$/.test(typed.mode ?? '')) return null;
  const with_ = obliquesOf(sent, match.verb, 'with').map((o) => o.token);
  // "were killed when a shell hit the market"
  const blows = children(sent, match.verb, 'advcl')
    .filter((c) => c > match.verb && /^(when|after|as)$/.test(markerOf(sent, c) ?? ''))
    .flatMap((c) => agentsOf(sent, c).map((a) => a.token))
    .filter((w) => isWeapon(sent, w));
  const words = [...agentsOf(sent, match.verb).map((a) => a.token), ...with_, ...blows].flatMap((w) =>
    subtree(sent, w, ['acl:relcl', 'appos', 'conj']),
  );
  const lemmas = words.map((w) => lemmaOf(sent, w));
  if (first && lemmas.includes('suicide')) return 'suicide-attack';
  // "the air force bombed"
  if (!first && words.some((w) => lemmaOf(sent, w) === 'air' && /^force$/.test(lemmaOf(sent, w + 1)))) return 'aerial';
  // A frame's own mode gives way to the air alone, and bullets to tear gas.
  for (const [mode, things] of first ? TOOLS : TOOLS.slice(aloft ? 1 : 0, 2))
    if (lemmas.some((l) => things.has(l))) return mode;
  return first && lemmas.includes('gas') ? 'crowd-control' : null;
}

const POISON = new Set('chlorine mustard nerve poison sarin phosgene toxic chemical'.split(' '));
const HEAVY = new Set('mortar artillery rocket tank howitzer shell'.split(' '));
const MILD = new Set('rubber plastic stun pepper tear foam bean-bag sponge'.split(' '));

/** What was shot: rubber bullets and gas drive crowds, chlorine poisons, mortar fire is heavy. */
function shotMode({ sent }: Scene, match: Match, typed: Typed): string | null {
  if (typed.mode === 'heavy-weapons' || typed.mode === 'crowd-control') {
    const beside = match.noun < 0 ? [] : children(sent, match.noun, 'compound', 'amod').map((c) => lemmaOf(sent, c));
    return beside.some((l) => POISON.has(l)) ? 'unconventional' : null;
  }
  if (typed.mode !== 'firearms') return null;
  const shot = [...new Set([...objectsOf(sent, match.verb).map((o) => o.token), match.noun])]
    .filter((w) => w >= 0)
    .flatMap((w) => [w, ...conjuncts(sent, w)]);
  const kinds = shot.flatMap((w) => children(sent, w, 'compound', 'amod').map((c) => lemmaOf(sent, c)));
  if (kinds.some((l) => HEAVY.has(l))) return 'heavy-weapons';
  const mild =
    kinds.some((l) => MILD.has(l)) || shot.some((w) => /^(gas|pellet|cannon|teargas|canister)$/.test(lemmaOf(sent, w)));
  const scattering = children(sent, match.verb, 'advcl', 'xcomp').some((c) => lemmaOf(sent, c) === 'disperse');
  return mild || scattering ? 'crowd-control' : null;
}
