/** The mode of a request or threat by what its words ask for or threaten with. */

import type { Actor, EventType } from '../../core/index.ts';
import { hasRelation, lemmaOf, subtree } from '../../language/tree.ts';
import { complementsIn } from './positions.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';

/** Mode to the words, single or several, that tell it; in the order of the file. */
export type DemandWords = ReadonlyMap<string, readonly (readonly string[])[]>;

export interface Demands {
  readonly request: DemandWords;
  readonly threat: DemandWords;
}

/** The mode told by the words below a request or threat; null when none does. */
export function demandMode(scene: Scene, match: Match, type: EventType, demands: Demands): string | null {
  if (match.verb < 0 || (type !== 'REQUEST' && type !== 'THREATEN')) return null;
  const { sent } = scene;
  const words = subtree(sent, match.verb, ['conj', 'parataxis', 'acl:relcl']).filter(
    (w) => w > match.verb && !inAside(scene, w, match.verb),
  );
  return modeOf(scene, words, type === 'REQUEST' ? demands.request : demands.threat);
}

/** "urged the government to publish it": who asks a state to do something else asks it to change. */
export function changeAsked(scene: Scene, match: Match, type: EventType, asked: readonly Actor[]): string | null {
  if (type !== 'REQUEST' || match.verb < 0) return null;
  const clause = complementsIn(scene.sent, match.verb).length > 0;
  return clause &&
    asked.length > 0 &&
    asked.every((a) => a.code !== null && (a.sector === null || /^(GOV|MIL|LEG)$/.test(a.sector)))
    ? 'change'
    : null;
}

function modeOf(scene: Scene, words: readonly number[], lists: DemandWords): string | null {
  const { sent } = scene;
  for (const [mode, entries] of lists)
    for (const entry of entries)
      for (const w of words) {
        const fits = entry.every((part, k) => {
          const token = sent.tokens[w + k];
          return token !== undefined && (token.form.toLowerCase() === part || lemmaOf(sent, w + k) === part);
        });
        // "step its forces down": the particle may stand apart.
        const apart =
          entry.length === 2 &&
          lemmaOf(sent, w) === entry[0] &&
          words.some(
            (v) =>
              v > w &&
              v < w + 6 &&
              sent.tokens[v]?.form.toLowerCase() === entry[1] &&
              hasRelation(sent, v, 'compound:prt', 'advmod'),
          );
        if (fits || apart) return mode;
      }
  return null;
}

/** Words of a clause beside the demand ("after the raid", "if it is attacked") ask for nothing. */
function inAside(scene: Scene, word: number, verb: number): boolean {
  const { sent } = scene;
  for (let at = word, steps = 0; at >= 0 && at !== verb && steps < 20; steps++) {
    const up = sent.tokens[at]!.head;
    const marker =
      sent.tokens
        .find(
          (t, k) => t.head === at && (t.deprel === 'mark' || t.deprel === 'case' || t.deprel === 'advmod') && k <= at,
        )
        ?.form.toLowerCase() ?? '';
    if (
      /^(after|before|when|while|because|since|if|unless|as|over|following|during|amid|at|until|although)$/.test(
        marker,
      ) &&
      up === verb
    )
      return true;
    at = up;
  }
  return false;
}
