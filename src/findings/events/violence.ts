/** Nouns of violence. */

/** Subjects that do violence without being anybody: the event stands with a null actor. */
export const VIOLENT = new Set(
  'bomb bombing blast explosion attack raid shelling airstrike strike rocket missile shell mine gunfire grenade ambush mortar landmine gunbattle shooting clash violence drone execution killing murder massacre assassination abduction kidnapping beheading hanging stabbing'.split(
    ' ',
  ),
);
