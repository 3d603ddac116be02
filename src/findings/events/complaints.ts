/** Protests lodged right after their addressee was told of: "summoned the Chinese ambassador and lodged a formal protest". */

import type { Sentence } from '../../core/index.ts';
import { coordination, lemmaOf } from '../../language/tree.ts';
import type { Candidate } from './candidate.ts';

const COMPLAINT = /^(protest|complaint|objection|note|demarche|démarche|grievance)$/;

/** Gives a complaint without addressee that of the verb it is joined to, when the same actor does both. */
export function addressed(sent: Sentence, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.map((one) => {
    const { match, recipients, actors } = one;
    if (recipients.length > 0 || match.verb < 0 || match.noun < 0) return one;
    if (one.typed.type !== 'ACCUSE' || !COMPLAINT.test(lemmaOf(sent, match.noun))) return one;
    const joined = coordination(sent, match.verb);
    const before = candidates.findLast(
      (other) =>
        other.match.verb >= 0 &&
        other.match.verb < match.verb &&
        joined.includes(other.match.verb) &&
        /^(ACCUSE|REQUEST|SANCTION|THREATEN)$/.test(other.typed.type) &&
        other.recipients.length > 0 &&
        other.actors[0]?.code === actors[0]?.code,
    );
    return before === undefined ? one : { ...one, recipients: before.recipients };
  });
}
