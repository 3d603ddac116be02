/** With what it was done: jets bomb from the air, a machete is no gun, tanks are weapons. */

import { agentsOf, lemmaOf, obliquesOf, subtree } from '../../language/tree.ts';
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

/** The mode that the instrument gives an act, or null when none is named. */
export function instrumentMode(scene: Scene, match: Match, typed: Typed): string | null {
  const { sent } = scene;
  if (typed.type === 'MOBILIZE')
    return typed.mode === 'troops' && WEAPONRY.has(match.trigger.noun ?? '') ? 'weapons' : null;
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
