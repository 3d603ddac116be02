/** Participles that stand before nouns as adjectives: "armed men", "the ousted president". */

export const ADJECTIVES = new Set(
  'armed wounded displaced injured masked hooded detained imprisoned exiled ousted united unidentified unnamed retired elected appointed named occupied affected disputed proposed planned alleged suspected accused organised organized increased continued renewed limited combined associated related repeated sustained coordinated mixed isolated divided'.split(
    ' ',
  ),
);
