/** Across documents: claims, copies, origins, facts. Pure; what it must look up, the store answers. */

export { type ClaimIds, claimIds, partyKey, partyKeys, speakerKey } from './claims.ts';
export { type DayRange, dayRange } from './days.ts';
export type * from './record.ts';
export {
  type Interval,
  type RelationClaim,
  type RelationHistory,
  relationHistory,
  standingOn,
} from './relation-history.ts';
export {
  CORRECTABLE,
  type Corrections,
  corrected,
  type Findings,
  type Review,
  type ReviewBody,
  reviewsOf,
  underReview,
} from './review.ts';
