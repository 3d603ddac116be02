// Writes data/offices-seen.tsv and data/people-seen.tsv from the US State Department's registers of visits by foreign leaders
// and travels of presidents and secretaries (HistoryAtState, CC0), for offices whose lists of holders are not complete:
//   node scripts/build.mjs && node scripts/knowledge-registers.mjs FOLDER
// FOLDER holds visits/*.xml, travels/president-travels/*.xml and travels/secretary-travels/*.xml. Only entries since 2009 count.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: node scripts/knowledge-registers.mjs FOLDER_WITH_VISITS_AND_TRAVELS');
  process.exit(2);
}
const root = new URL('..', import.meta.url).pathname;
const { makeKnowledge, readTables } = await import('../dist/knowledge/index.js');
const { slug } = await import('../dist/knowledge/fold.js');
const { parseTable } = await import('../dist/knowledge/tables.js');
const { readRegister, titledNames } = await import('../dist/knowledge/registers.js');
const { gatherSightings } = await import('../dist/knowledge/sightings.js');

// Without what an earlier run wrote.
const tables = readTables(join(root, 'data'));
const knowledge = makeKnowledge({
  ...tables,
  offices: tables.offices.filter((row) => row.kind !== 'seen'),
  people: tables.people.filter((row) => !row.source.startsWith('US State Department')),
});

const files = ['visits', 'travels/president-travels', 'travels/secretary-travels'].flatMap((part) =>
  readdirSync(join(folder, part))
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => join(folder, part, name)),
);
const names = files
  .flatMap((file) => readRegister(readFileSync(file, 'utf8'), knowledge))
  .filter((entry) => entry.from >= '2009-01-01')
  .flatMap((entry) => titledNames(entry, knowledge));
// Entries known to be wrong stay out, misspelt names are read right, and titles of bodies other than states do not count.
const errors = parseTable(readFileSync(join(root, 'data', 'register-errors.tsv'), 'utf8'), 'register-errors.tsv');
const wrong = new Set(errors.filter((row) => row.instead === '').map((row) => `${row.who} ${row.office} ${row.name}`));
const instead = new Map(
  errors.filter((row) => row.instead !== '').map((row) => [`${row.who} ${row.name}`, row.instead]),
);
const lines = gatherSightings(
  names
    .filter(
      (one) =>
        (/^[A-Z]{3}$/.test(one.who) || one.office === 'sg') && !wrong.has(`${one.who} ${one.office} ${one.name}`),
    )
    .map((one) => ({ ...one, name: instead.get(`${one.who} ${one.name}`) ?? one.name })),
  knowledge,
);
const source = (ids) =>
  `US State Department, ${ids.slice(0, 4).join(', ')}${ids.length > 4 ? ` and ${ids.length - 4} more` : ''}`;

writeFileSync(
  join(root, 'data', 'offices-seen.tsv'),
  `who\toffice\tperson\tfrom\tto\tkind\tflags\tconfidence\tsource\n${lines
    .map((line) =>
      [
        line.who,
        line.office,
        line.person,
        line.from,
        line.to,
        'seen',
        '',
        line.ids.some((id) => id.startsWith('visits')) ? 'A' : 'A-',
        source(line.ids),
      ].join('\t'),
    )
    .join('\n')}\n`,
);
const people = new Map(
  lines
    .filter((line) => line.aliases.length > 0 && !knowledge.people.has(slug(line.person)))
    .map((line) => [line.person, line]),
);
writeFileSync(
  join(root, 'data', 'people-seen.tsv'),
  `name\taliases\tshort\torder\tgender\tcountry\twikidata\tsource\n${[...people.values()]
    .map((line) =>
      [
        line.person,
        line.aliases.join('|'),
        '',
        '',
        '',
        line.who,
        '',
        'US State Department, spellings of the registers',
      ].join('\t'),
    )
    .join('\n')}\n`,
);
console.log(`${names.length} titled names, ${lines.length} lines, ${people.size} people with several spellings`);
