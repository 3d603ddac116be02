/** What a line was taken for, and the rule that says so. */

import type { AsideKind } from '../core/index.ts';
import type { Line } from './line.ts';

export type Role = 'body' | 'heading' | 'title' | AsideKind;

export interface Verdict {
  readonly line: Line;
  readonly role: Role;
  /** Rule id; empty for body lines. */
  readonly reason: string;
}

export const isKept = (verdict: Verdict): boolean => verdict.role === 'body' || verdict.role === 'heading';

export const body = (line: Line): Verdict => ({ line, role: 'body', reason: '' });

export const aside = (line: Line, role: AsideKind, reason: string): Verdict => ({ line, role, reason });
