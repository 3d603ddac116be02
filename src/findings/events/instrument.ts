/** With what it was done: jets bomb from the air, a machete is no gun, tanks are weapons. */

import { agentsOf, children, lemmaOf, objectsOf, obliquesOf, patientsOf, subtree } from '../../language/tree.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';
import type { Typed } from './typing.ts';

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
  const first = typed.mode === null;
  if (!first && typed.mode !== 'explosives' && typed.mode !== 'heavy-weapons' && typed.mode !== 'firearms') return null;
  const with_ = obliquesOf(sent, match.verb, 'with').map((o) => o.token);
  const words = [...agentsOf(sent, match.verb).map((a) => a.token), ...with_].flatMap((w) =>
    subtree(sent, w, ['acl:relcl', 'appos', 'conj']),
  );
  const lemmas = words.map((w) => lemmaOf(sent, w));
  if (first && lemmas.includes('suicide')) return 'suicide-attack';
  // A frame's own mode gives way to the air alone, and bullets to tear gas.
  for (const [mode, things] of first ? TOOLS : TOOLS.slice(0, 2)) if (lemmas.some((l) => things.has(l))) return mode;
  return first && lemmas.includes('gas') ? 'crowd-control' : null;
}
