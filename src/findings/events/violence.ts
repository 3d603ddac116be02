/** Nouns of violence. */

/** Subjects that do violence without being anybody: the event stands with a null actor. */
export const VIOLENT = new Set(
  'bomb bombing blast explosion attack raid shelling airstrike strike rocket missile shell mine gunfire grenade ambush mortar landmine gunbattle shooting clash violence drone execution killing murder massacre assassination abduction kidnapping beheading hanging stabbing cyberattack'.split(
    ' ',
  ),
);

/** What harms without meaning to: no doer of an assault. */
export const NATURE = new Set(
  'locust virus storm flood fire disease bee rat elephant crocodile dog shark insect cyclone hurricane typhoon earthquake quake tsunami wave wind rain drought bear wolf lion tiger snake mosquito hippo avalanche landslide lightning hail tornado blaze wildfire price inflation recession epidemic outbreak cholera cancer'.split(
    ' ',
  ),
);
