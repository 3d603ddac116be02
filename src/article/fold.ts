/** Case-blind words inside a case-sensitive pattern, where names must keep their capitals. */

/** "first|by" → "[fF][iI]…": letters outside escapes and classes match either case. */
export const anyCase = (pattern: string): string =>
  pattern.replace(/\\.|[a-z]/g, (part) => (part.length > 1 ? part : `[${part}${part.toUpperCase()}]`));

/**
 * The same pattern for text in lower case. Matching whatever the case costs several times as much to compile where classes of letters
 * are in the pattern, and a short reading compiles more than it matches.
 */
export const lowered = (pattern: RegExp): RegExp =>
  pattern.flags.includes('i')
    ? new RegExp(
        pattern.source.replace(/\\p\{[^}]+\}|\\.|\p{Lu}/gu, (part) =>
          part.startsWith('\\') ? part : part.toLowerCase(),
        ),
        pattern.flags.replace('i', ''),
      )
    : pattern;
