/** A linear scale, from days or counts to pixels and back. */

export interface Scale {
  (value: number): number;
  invert(place: number): number;
}

/** A domain without extent maps to the start of the range. */
export function linear([d0, d1]: readonly [number, number], [r0, r1]: readonly [number, number]): Scale {
  const forth = (value: number): number => (d1 === d0 ? r0 : r0 + ((value - d0) / (d1 - d0)) * (r1 - r0));
  const back = (place: number): number => (r1 === r0 ? d0 : d0 + ((place - r0) / (r1 - r0)) * (d1 - d0));
  return Object.assign(forth, { invert: back });
}
