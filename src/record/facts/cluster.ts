/** Claims of one block into events: complete link on hard attributes, firm dates first, the rest attaches and never bridges. */

import type { EventClaim } from './claim.ts';
import { veto } from './veto.ts';
import { firmDays, gap, looseDays, tolerance } from './window.ts';

export interface Cluster {
  readonly claims: readonly EventClaim[];
  /** Why each claim but the first is here, by claim id. */
  readonly why: ReadonlyMap<string, string>;
}

/** What people decided: pairs of claims that are one event, or are not. */
export interface Verdicts {
  same(a: string, b: string): boolean;
  different(a: string, b: string): boolean;
}

export const NO_VERDICTS: Verdicts = { same: () => false, different: () => false };

/**
 * Deterministic whatever the order of the claims: they are sorted by day and id first.
 *
 * Claims of copies (same origin) with the same trigger words are one claim told twice. Claims of held documents and claims without firm
 * days attach to a cluster when exactly one fits, else stay alone.
 */
export function clusterBlock(claims: readonly EventClaim[], verdicts: Verdicts = NO_VERDICTS): Cluster[] {
  const clusters: { claims: EventClaim[]; why: Map<string, string> }[] = [];
  const firm = claims.filter((claim) => claim.grade !== 'hold' && firmDays(claim) !== null).sort(byDay);
  const loose = claims
    .filter((claim) => !firm.includes(claim))
    .sort((a, b) => rank(a) - rank(b) || compare(a.id, b.id));

  for (const claim of firm) {
    const fitting = clusters
      .map((cluster) => ({ cluster, fit: fitFirm(claim, cluster.claims, verdicts) }))
      .filter(({ fit }) => fit !== null)
      .sort((a, b) => (a.fit as number) - (b.fit as number));
    const best = fitting[0];
    if (best)
      join(
        best.cluster,
        claim,
        best.fit === 0 ? 'same parties on the same days' : `same parties, ${best.fit} day(s) apart`,
      );
    else clusters.push({ claims: [claim], why: new Map() });
  }
  for (const claim of loose) {
    const copies = clusters.filter((cluster) =>
      cluster.claims.some((other) => isCopy(claim, other) && !verdicts.different(claim.id, other.id)),
    );
    const fitting =
      copies.length > 0 ? copies : clusters.filter((cluster) => fitsLoose(claim, cluster.claims, verdicts));
    const only = fitting[0];
    if (only && fitting.length === 1)
      join(only, claim, copies.length > 0 ? 'the same words in a copy' : 'undated here, and only this event fits');
    else clusters.push({ claims: [claim], why: new Map() });
  }
  return clusters;
}

function join(cluster: { claims: EventClaim[]; why: Map<string, string> }, claim: EventClaim, why: string): void {
  cluster.claims.push(claim);
  cluster.why.set(claim.id, why);
}

/** Days apart when the claim fits every claim of the cluster, else null. */
function fitFirm(claim: EventClaim, members: readonly EventClaim[], verdicts: Verdicts): number | null {
  let widest = 0;
  for (const other of members) {
    if (verdicts.different(claim.id, other.id)) return null;
    if (verdicts.same(claim.id, other.id)) continue;
    const [mine, theirs] = [firmDays(claim), firmDays(other)];
    if (mine === null || theirs === null) continue;
    const apart = gap(mine, theirs);
    // Two documents of one origin that date two meetings differently mean two meetings.
    if (apart > Math.max(tolerance(claim), tolerance(other)) || veto(claim, other) !== null) return null;
    if (claim.document === other.document && !sameMeeting(claim, other)) return null;
    widest = Math.max(widest, apart);
  }
  return widest;
}

/** One document tells one event twice in a lede and further down; with two different day sets it tells two. */
function sameMeeting(a: EventClaim, b: EventClaim): boolean {
  const [mine, theirs] = [firmDays(a), firmDays(b)];
  return mine !== null && theirs !== null && gap(mine, theirs) === 0;
}

function fitsLoose(claim: EventClaim, members: readonly EventClaim[], verdicts: Verdicts): boolean {
  const mine = looseDays(claim);
  if (mine === null) return false;
  return members.every((other) => {
    if (verdicts.different(claim.id, other.id)) return false;
    if (verdicts.same(claim.id, other.id)) return true;
    const theirs = firmDays(other) ?? looseDays(other);
    return theirs !== null && gap(mine, theirs) === 0 && veto(claim, other) === null;
  });
}

function isCopy(a: EventClaim, b: EventClaim): boolean {
  return a.origin === b.origin && a.document !== b.document && fold(a.quote) === fold(b.quote);
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
/** Usable documents attach before doubtful ones. */
const rank = (claim: EventClaim): number => ({ usable: 0, 'use-with-care': 1, hold: 2 })[claim.grade];
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byDay(a: EventClaim, b: EventClaim): number {
  const [x, y] = [firmDays(a), firmDays(b)];
  return (x?.from ?? 0) - (y?.from ?? 0) || (x?.to ?? 0) - (y?.to ?? 0) || compare(a.id, b.id);
}
