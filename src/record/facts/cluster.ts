/** Claims of one block into events: complete link on hard attributes, firm dates first, the rest attaches and never bridges. */

import { daysOf } from '../../core/calendar.ts';
import type { EventClaim } from './claim.ts';
import { profileOf } from './profile.ts';
import { Shelf } from './shelf.ts';
import { samePlace, sharedPeople, veto } from './veto.ts';
import { type Days, gap, tolerance, WIDEST_TOLERANCE } from './window.ts';

export interface Cluster {
  readonly claims: readonly EventClaim[];
  /** Why each claim but the first is here, by claim id. */
  readonly why: ReadonlyMap<string, string>;
}

/** What people decided: pairs of claims that are one event, or are not. */
export interface Verdicts {
  same(a: string, b: string): boolean;
  different(a: string, b: string): boolean;
  /** Claims somebody decided about; all of them are, when it is left out. */
  readonly involved?: ReadonlySet<string>;
}

export const NO_VERDICTS: Verdicts = { same: () => false, different: () => false, involved: new Set() };

interface Draft {
  readonly claims: EventClaim[];
  readonly why: Map<string, string>;
  /** Last day of a firm claim in it. */
  last: number;
  pinned: boolean;
}

/**
 * Deterministic whatever the order of the claims: they are sorted by day and id first.
 *
 * Claims of copies (same origin) with the same words are one claim told twice. Claims of held documents and claims without firm days
 * attach to a cluster when exactly one fits, else stay alone.
 */
export function clusterBlock(claims: readonly EventClaim[], verdicts: Verdicts = NO_VERDICTS): Cluster[] {
  const isFirm = (claim: EventClaim): boolean => profileOf(claim).firm !== null;
  const shelf = new Shelf<Draft>();
  for (const cluster of clusterFirm(claims.filter(isFirm).sort(byDay), verdicts)) shelf.add(cluster, cluster.pinned);
  const loose = claims
    .filter((claim) => !isFirm(claim))
    .sort((a, b) => wholly(a) - wholly(b) || rank(a) - rank(b) || compare(a.id, b.id));
  for (const claim of loose) {
    const copies = shelf
      .sharing(claim)
      .filter(({ claims: members }) =>
        members.some((other) => isCopy(claim, other) && !verdicts.different(claim.id, other.id)),
      );
    const possible =
      copies.length > 0
        ? copies
        : candidatesOf(claim, shelf, verdicts).filter(({ claims: members }) =>
            members.every((other) => mayBe(claim, other, verdicts)),
          );
    const only = possible.length === 1 ? possible[0] : undefined;
    if (only && (copies.length > 0 || isLikely(claim, only.claims, verdicts))) {
      join(only, claim, copies.length > 0 ? COPIED : ONLY_FIT);
      shelf.note(only, claim);
    } else shelf.add(draftOf(claim, verdicts), isInvolved(claim, verdicts));
  }
  return [...shelf.items];
}

const COPIED = 'the same words in a copy';
const ONLY_FIT = 'not dated to the day, and only this event fits';

function candidatesOf(claim: EventClaim, shelf: Shelf<Draft>, verdicts: Verdicts): readonly Draft[] {
  if (isInvolved(claim, verdicts)) return shelf.items;
  const { loose, people } = profileOf(claim);
  // Without a day and without a name nothing could speak for it.
  return loose === null && people.size === 0 ? [] : shelf.near(loose);
}

/** Claims in order of their days; clusters too old for all that is to come are left alone. */
function clusterFirm(claims: readonly EventClaim[], verdicts: Verdicts): Draft[] {
  const clusters: Draft[] = [];
  let open: Draft[] = [];
  for (const claim of claims) {
    const days = profileOf(claim).firm as Days;
    open = open.filter((cluster) => cluster.pinned || days.from - cluster.last <= WIDEST_TOLERANCE);
    const near = isInvolved(claim, verdicts) ? clusters : open;
    const [best] = near
      .map((cluster) => ({ cluster, fit: fitFirm(claim, cluster.claims, verdicts) }))
      .filter(({ fit }) => fit !== null)
      .sort((a, b) => (a.fit as number) - (b.fit as number));
    if (best) {
      join(best.cluster, claim, best.fit === 0 ? SAME_DAYS : `same parties, ${best.fit} day(s) apart`);
      best.cluster.last = Math.max(best.cluster.last, days.to);
      best.cluster.pinned ||= isInvolved(claim, verdicts);
      if (!open.includes(best.cluster)) open.push(best.cluster);
    } else {
      const draft = draftOf(claim, verdicts);
      clusters.push(draft);
      open.push(draft);
    }
  }
  return clusters;
}

const SAME_DAYS = 'same parties on the same days';

const isInvolved = (claim: EventClaim, { involved }: Verdicts): boolean => involved?.has(claim.id) ?? true;

const draftOf = (claim: EventClaim, verdicts: Verdicts): Draft => ({
  claims: [claim],
  why: new Map(),
  last: profileOf(claim).firm?.to ?? 0,
  pinned: isInvolved(claim, verdicts),
});

function join(cluster: Draft, claim: EventClaim, why: string): void {
  cluster.claims.push(claim);
  cluster.why.set(claim.id, why);
}

/** Days apart when the claim fits every claim of the cluster, else null. */
function fitFirm(claim: EventClaim, members: readonly EventClaim[], verdicts: Verdicts): number | null {
  let widest = 0;
  const mine = profileOf(claim).firm;
  for (const other of members) {
    if (verdicts.different(claim.id, other.id)) return null;
    if (verdicts.same(claim.id, other.id)) continue;
    const theirs = profileOf(other).firm;
    if (mine === null || theirs === null) continue;
    const apart = gap(mine, theirs);
    if (apart > Math.max(tolerance(claim), tolerance(other))) return null;
    // One document tells one event twice in a lede and further down; with two different day sets it tells two.
    if (apart > 0 && (claim.document === other.document || otherTowns(claim, other))) return null;
    if (veto(claim, other) !== null) return null;
    widest = Math.max(widest, apart);
  }
  return widest;
}

/** A day apart, a town unknown to the gazetteer is enough to tell two meetings. */
function otherTowns(a: EventClaim, b: EventClaim): boolean {
  const [left, right] = [profileOf(a), profileOf(b)];
  if (left.visit || right.visit || left.towns.length === 0 || right.towns.length === 0) return false;
  return !left.towns.some((town) => right.towns.includes(town));
}

/** Nothing speaks against it: what keeps the claim from choosing between two events. */
function mayBe(claim: EventClaim, other: EventClaim, verdicts: Verdicts): boolean {
  if (verdicts.different(claim.id, other.id)) return false;
  if (verdicts.same(claim.id, other.id)) return true;
  const [mine, theirs] = [profileOf(claim).loose, profileOf(other).firm ?? profileOf(other).loose];
  return (mine === null || theirs === null || gap(mine, theirs) === 0) && veto(claim, other) === null;
}

/**
 * Enough speaks for it. The less a claim says of when, the more it must say of who: one with a wide date needs an event that is dated, one
 * with its page's date alone a person or a fresh page, one without any the people of both sides.
 */
function isLikely(claim: EventClaim, members: readonly EventClaim[], verdicts: Verdicts): boolean {
  const { date, modality } = claim.event;
  const mine = profileOf(claim).loose;
  const anchored = members.some((other) => profileOf(other).firm !== null);
  return members.every((other) => {
    if (verdicts.same(claim.id, other.id)) return true;
    const shared = sharedPeople(claim, other);
    const known = shared >= 2 || (shared === 1 && samePlace(claim.event, other.event));
    const theirs = profileOf(other).firm ?? profileOf(other).loose;
    if (mine === null || theirs === null) return known && modality !== 'historical';
    if (date !== null) return anchored || known || date.value === other.event.date?.value;
    // Two pages without a date in the text: the same people, within two days of printing.
    if (!anchored) return known && printedTogether(claim, other);
    return profileOf(claim).people.size > 0 || isRecent(claim, theirs);
  });
}

function printedTogether(a: EventClaim, b: EventClaim): boolean {
  const [x, y] = [a.published, b.published].map((day) => (day === null ? null : daysOf(day)));
  return !x || !y || gap(x, y) <= 2;
}

/** Nobody named: then only news of the day before yesterday to today. */
function isRecent(claim: EventClaim, theirs: Days): boolean {
  const printed = claim.published === null ? null : daysOf(claim.published);
  if (printed === null) return false;
  return claim.event.modality === 'planned' || gap({ from: printed.from - 2, to: printed.to + 1 }, theirs) === 0;
}

function isCopy(a: EventClaim, b: EventClaim): boolean {
  return a.origin === b.origin && a.document !== b.document && fold(a.quote) === fold(b.quote);
}

/** What says nothing of when comes last, so that copies of dated pages find them. */
const wholly = (claim: EventClaim): number => Number(profileOf(claim).loose === null);

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
/** Usable documents attach before doubtful ones. */
const rank = (claim: EventClaim): number => ({ usable: 0, 'use-with-care': 1, hold: 2 })[claim.grade];
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byDay(a: EventClaim, b: EventClaim): number {
  const [x, y] = [profileOf(a).firm, profileOf(b).firm];
  return (x?.from ?? 0) - (y?.from ?? 0) || (x?.to ?? 0) - (y?.to ?? 0) || compare(a.id, b.id);
}
