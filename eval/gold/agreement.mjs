// Knows how far the second, blind pass over a sample agrees with the gold: node eval/gold/agreement.mjs
// Events are paired by type (then position), statements by speaker (then act); actors are compared as code and sector.
import { readItems } from './split.mjs';

const code = (actor) => `${actor.code ?? '?'}${actor.sector === null ? '' : `.${actor.sector}`}`;
const bare = (codes) => codes.map((entry) => entry.split('.')[0]);
const same = (one, other) => [...one].sort().join(' ') === [...other].sort().join(' ');

/** Pairs of the two lists that `fits` accepts, each entry used once; earlier tests first. */
function pair(first, second, ...fits) {
  const left = new Set(second);
  const pairs = [];
  const open = new Set(first);
  for (const fit of fits)
    for (const one of [...open])
      for (const other of left)
        if (fit(one, other)) {
          pairs.push([one, other]);
          left.delete(other);
          open.delete(one);
          break;
        }
  return pairs;
}

const gold = new Map(readItems('sentences').map((item) => [item.id, item]));
const tally = {
  items: 0,
  events: [0, 0, 0],
  statements: [0, 0, 0],
  mode: 0,
  modality: 0,
  actors: 0,
  countries: 0,
  act: 0,
};
for (const again of readItems('second-pass')) {
  const item = gold.get(again.id);
  if (item === undefined) throw new Error(`no gold item ${again.id}`);
  tally.items += 1;
  const events = pair(
    item.events,
    again.events,
    (a, b) => a.type === b.type && same(a.actors.map(code), b.actors),
    (a, b) => a.type === b.type,
  );
  tally.events = [
    tally.events[0] + item.events.length,
    tally.events[1] + again.events.length,
    tally.events[2] + events.length,
  ];
  for (const [a, b] of events) {
    if (a.mode === b.mode) tally.mode += 1;
    if (a.modality === b.modality) tally.modality += 1;
    const actors = a.actors.map(code);
    const recipients = a.recipients.map(code);
    if (same(actors, b.actors) && same(recipients, b.recipients)) tally.actors += 1;
    if (same(bare(actors), bare(b.actors)) && same(bare(recipients), bare(b.recipients))) tally.countries += 1;
    if (process.argv.includes('--show') && !(a.mode === b.mode && a.modality === b.modality && same(actors, b.actors)))
      console.log(item.id, a.type, a.mode, a.modality, actors, recipients, '|', b);
  }
  const speaker = (a, b) => (a.speaker?.text ?? null) === b.speaker;
  const statements = pair(item.statements, again.statements, (a, b) => speaker(a, b) && a.act === b.act, speaker);
  tally.statements = [
    tally.statements[0] + item.statements.length,
    tally.statements[1] + again.statements.length,
    tally.statements[2] + statements.length,
  ];
  for (const [a, b] of statements) if (a.act === b.act) tally.act += 1;
  if (process.argv.includes('--show') && (events.length !== item.events.length || events.length !== again.events.length || statements.length !== item.statements.length || statements.length !== again.statements.length))
    console.log(item.id, 'unpaired');
}
const f1 = ([a, b, both]) => ((2 * both) / (a + b)).toFixed(3);
const share = (n, of) => `${(n / of).toFixed(3)} (${n}/${of})`;
const pairs = tally.events[2];
console.log(`items ${tally.items}`);
console.log(`events: ${tally.events[0]} first, ${tally.events[1]} second, type F1 ${f1(tally.events)}`);
console.log(`  of paired events: mode ${share(tally.mode, pairs)}, modality ${share(tally.modality, pairs)}`);
console.log(`  actors exact ${share(tally.actors, pairs)}, countries exact ${share(tally.countries, pairs)}`);
console.log(`statements: ${tally.statements[0]} first, ${tally.statements[1]} second, speaker F1 ${f1(tally.statements)}`);
console.log(`  of paired statements: act ${share(tally.act, tally.statements[2])}`);
