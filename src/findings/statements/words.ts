/** Sets of words while content is gathered. */

export const remove = (words: Set<number>, gone: Iterable<number>): Set<number> => {
  for (const word of gone) words.delete(word);
  return words;
};

export const addTo = (words: Set<number>, more: Iterable<number>): void => {
  for (const word of more) words.add(word);
};
