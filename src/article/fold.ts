/** Case-blind words inside a case-sensitive pattern, where names must keep their capitals. */

/** "first|by" → "[fF][iI]…": letters outside escapes and classes match either case. */
export const anyCase = (pattern: string): string =>
  pattern.replace(/\\.|[a-z]/g, (part) => (part.length > 1 ? part : `[${part}${part.toUpperCase()}]`));
