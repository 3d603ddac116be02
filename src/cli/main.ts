#!/usr/bin/env node
/** The command line: names, options and help. Each command's work is in a file of its own, loaded when it is called. */

import { readFileSync } from 'node:fs';
import { CommanderError, Option } from 'commander';
import { ChanceryCommand } from './options.ts';
import { complain, type Globals, installPipeGuards } from './output.ts';

/** What a command answers: 0 done, 1 some inputs failed, 2 misuse. */
export type ExitCode = 0 | 1 | 2;

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export function buildProgram(done: (code: ExitCode) => void): ChanceryCommand {
  const program = new ChanceryCommand('chancery')
    .description('Reads news as it is found and keeps a trustworthy record of diplomacy.')
    .version(version)
    .option('--data <dir>', 'the record’s folder', process.env.CHANCERY_DATA ?? './chancery-data')
    .addOption(
      new Option('--db <url>', 'PostgreSQL instead of the embedded database').default(
        process.env.CHANCERY_DB,
        'CHANCERY_DB',
      ),
    )
    .option('--quiet', 'no progress, no notices', false)
    .option('--verbose', 'stack traces and details', false)
    .showHelpAfterError('(add --help for the options)')
    .exitOverride();
  const globals = (): Globals => program.opts<Globals>();
  const does =
    (load: () => Promise<(globals: Globals, ...args: never[]) => Promise<ExitCode>>) =>
    async (...args: unknown[]): Promise<void> => {
      const run = await load();
      done(await run(globals(), ...(args.slice(0, -1) as never[])));
    };

  program
    .command('read')
    .description('read documents and print their Readings; no database')
    .argument('[inputs...]', 'files, folders, globs, URLs, or - for standard input')
    .option('--json', 'one pretty JSON document per input')
    .option('--jsonl', 'one JSON line per input')
    .option(
      '--jsonl-in <file>',
      'bulk: lines of {id?, text?|html?, url?, published?, publisher?, title?}; - for standard input',
    )
    .takes('published', 'asPlain', 'jobs', 'maxBytes', 'timeout')
    .action(does(async () => (await import('./read.ts')).read));

  program
    .command('add')
    .description('archive and read documents into the record; adding again adds nothing')
    .argument('<inputs...>', 'files, folders, globs, URLs, .jsonl in bulk')
    .takes('published', 'asPlain', 'jobs', 'maxBytes', 'timeout')
    .option('--json', 'counts as JSON')
    .action(does(async () => (await import('./add.ts')).add));

  program
    .command('parse')
    .description('print CoNLL-U: sentences, words, tags and dependency trees')
    .argument('[file]', 'a text file, or - for standard input', '-')
    .option('--conllu-in <file>', 'keep these tokens and sentences, predict the rest')
    .option('--json', 'tokens as JSON')
    .option('--svg', 'draw the trees')
    .action(does(async () => (await import('./parse.ts')).parse));

  program
    .command('timeline')
    .description('what happened, newest first: of everybody, one actor, or a pair')
    .argument('[actor]', 'a code (USA, UNO), a name or an entity id')
    .argument('[other]', 'the other side')
    .takes('from', 'to', 'type', 'modality', 'text', 'held')
    .option('--claims', 'each document’s own word instead of facts')
    .takes('limit', 'json')
    .action(does(async () => (await import('./timeline.ts')).timeline));

  program
    .command('people')
    .description('people across documents and spellings')
    .argument('[name]', 'all or part of a name')
    .option('--country <code>', 'ISO 3166 alpha-3')
    .takes('limit', 'json')
    .action(does(async () => (await import('./people.ts')).people));

  program
    .command('upcoming')
    .description('what is planned, soonest first')
    .argument('[actor]', 'a code (USA, UNO), a name or an entity id')
    .argument('[other]', 'the other side')
    .option('--from <date>', 'first day (ISO 8601); today unless told')
    .takes('to', 'limit', 'json')
    .action(does(async () => (await import('./upcoming.ts')).upcoming));

  program
    .command('meetings')
    .description('who met whom how often: all pairs, or one actor’s counterparts')
    .argument('[actor]', 'a code (USA, UNO), a name or an entity id')
    .takes('from', 'to', 'limit', 'json')
    .action(does(async () => (await import('./meetings.ts')).meetings));

  program
    .command('relation')
    .description('where two parties stand and stood')
    .argument('<a>', 'a code or a country’s name')
    .argument('<b>', 'the other side')
    .option('--on <date>', 'only what held on that day')
    .takes('json')
    .action(does(async () => (await import('./relation.ts')).relation));

  program
    .command('sources')
    .description('documents by origin: whose words they have, how far they may be used')
    .option('--publisher <name>', 'only this publisher’s')
    .takes('json')
    .action(does(async () => (await import('./sources.ts')).sources));

  program
    .command('statements')
    .description('who said what, newest first')
    .argument('[speaker]', 'a name, an entity id or a country code')
    .option('--act <acts...>', 'SAY, URGE, PLEDGE …')
    .takes('from', 'to', 'text', 'held', 'limit', 'json')
    .action(does(async () => (await import('./findings.ts')).statements));

  program
    .command('figures')
    .description('how much, newest first')
    .option('--unit <lemma>', 'dose, person …')
    .option('--currency <code>', 'ISO 4217')
    .option('--item <words>', 'words in what is counted')
    .option('--status <status>', 'donated, pledged, planned, reported')
    .takes('atLeast', 'from', 'to', 'text', 'held', 'limit', 'json')
    .action(does(async () => (await import('./findings.ts')).figures));

  program
    .command('disagreements')
    .description('facts whose documents cannot both be right')
    .argument('[actor]')
    .argument('[other]')
    .option('--all', 'also differences that are compatible or updates')
    .takes('limit', 'json')
    .action(does(async () => (await import('./disagreements.ts')).disagreements));

  const review = program
    .command('review')
    .description('what a person decides; archived, reversible by deciding otherwise');
  const signed = (command: ChanceryCommand): ChanceryCommand =>
    command.requiredOption('--by <name>', 'who decides').requiredOption('--why <reason>', 'why').takes('json');
  signed(review.command('claims'))
    .description('whether two claims are one event')
    .argument('<verdict>', 'same, different, unsure')
    .argument('<claim>')
    .argument('<other>')
    .action(does(async () => (await import('./review.ts')).reviewClaims));
  signed(review.command('grade'))
    .description('how far a document may be used, whatever the rules say')
    .argument('<document>')
    .argument('<grade>', 'usable, use-with-care, hold')
    .action(does(async () => (await import('./review.ts')).reviewGrade));
  for (const [name, description, run] of [
    ['accept', 'this claim was read rightly', 'acceptClaim'],
    ['reject', 'this claim is wrong: kept in its document, counted nowhere', 'rejectClaim'],
    ['reopen', 'take back what was said of a claim', 'reopenClaim'],
  ] as const) {
    signed(review.command(name))
      .description(description)
      .argument('<claim>', 'an event, statement, figure or relation of the record')
      .action(does(async () => (await import('./review.ts'))[run]));
  }
  signed(review.command('correct'))
    .description('what this claim should say')
    .argument('<claim>')
    .argument('<fields...>', 'FIELD=VALUE: type=AID date=2024-07-27 actors.0=VNM recipients.1=- (nobody)')
    .action(does(async () => (await import('./review.ts')).correctClaim));
  review
    .command('list')
    .description('everything decided so far')
    .takes('json')
    .action(does(async () => (await import('./review.ts')).reviewList));

  const register = program.command('register').description('official registers');
  register
    .command('add')
    .description('import an official register; held against press claims from then on')
    .argument('<kind>', 'historyatstate')
    .argument('<path>', 'a file, or a folder of .xml files')
    .takes('json')
    .action(does(async () => (await import('./register.ts')).addRegister));

  program
    .command('export')
    .description('write what a query selects')
    .argument('[actor]')
    .argument('[other]')
    .requiredOption('--format <format>', 'csv, jsonl, parquet, gexf, graphml, ics, jsonld')
    .addOption(
      new Option('--rows <kind>', 'facts, or event-data rows, one a pair of parties').choices(['facts', 'dyads']),
    )
    .takes('from', 'to', 'type', 'modality', 'text', 'held', 'limit')
    .option('--out <file>', 'a file instead of standard output')
    .action(does(async () => (await import('./export.ts')).exportRecord));

  program
    .command('explain')
    .description('why the sentences of a document hold the events they hold, or none')
    .argument('<target>', 'a file, - or a document of the record')
    .takes('sentence', 'asPlain', 'json')
    .action(does(async () => (await import('./explain.ts')).explain));

  const knowledge = program.command('knowledge').description('the reviewed tables');
  knowledge
    .command('check')
    .description('overlaps, gaps, order, sources')
    .takes('json')
    .action(does(async () => (await import('./knowledge.ts')).checkKnowledge));
  knowledge
    .command('explain')
    .description('what the tables say of a name on a day')
    .argument('<name>')
    .argument('<date>', 'ISO 8601')
    .takes('json')
    .action(does(async () => (await import('./knowledge.ts')).explainName));

  knowledge
    .command('refresh')
    .description('what Wikidata says otherwise of who holds office; for review, nothing is written')
    .addOption(new Option('--office <kind>', 'heads of state or of government').choices(['hos', 'hog']).default('hog'))
    .option('--country <codes...>', 'only these; all when none is named')
    .option('--since <day>', 'terms that reach past this day', '2015-01-01')
    .option('--endpoint <url>', 'a SPARQL service other than Wikidata’s')
    .takes('json')
    .action(does(async () => (await import('./knowledge.ts')).refreshKnowledge));

  program
    .command('show')
    .description('one document or event of the record, with its evidence')
    .argument('<id>')
    .takes('json')
    .action(does(async () => (await import('./show.ts')).show));

  program
    .command('search')
    .description('documents with these words, newest first')
    .argument('<query...>', 'words, "phrases", or, -not')
    .takes('limit', 'json')
    .action(does(async () => (await import('./search.ts')).search));

  program
    .command('stats')
    .description('what the record holds')
    .takes('json')
    .action(does(async () => (await import('./stats.ts')).stats));

  program
    .command('doctor')
    .description('check archive, database, tables and weights')
    .option('--deep', 'compare every archived byte with its hash')
    .takes('json')
    .action(does(async () => (await import('./doctor.ts')).doctor));

  program
    .command('rebuild')
    .description('make the record again from the archive, with the current readers')
    .takes('jobs', 'json')
    .action(does(async () => (await import('./rebuild.ts')).rebuild));

  program
    .command('serve')
    .description('the web reading room, the HTTP API, feeds')
    .takes('port')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .action(does(async () => (await import('./serve.ts')).serve));

  program
    .command('eval')
    .description('measure the readers on gold sets; fails under the floors')
    .argument('[names...]', 'scorers; all when none is named')
    .option('--gold <dir>', 'folder of the measuring sets (or CHANCERY_GOLD)')
    .option('--raise', 'raise the floors to these scores')
    .takes('json')
    .action(does(async () => (await import('./eval.ts')).evaluate));

  return program;
}

async function main(): Promise<void> {
  installPipeGuards();
  const program = buildProgram((code) => {
    process.exitCode = code;
  });
  // A fault outside of any promise we wait for is still one line, not a trace.
  process.on('uncaughtException', (error) => {
    complain(program.opts<Globals>(), null, error);
    process.exit(1);
  });
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2; // commander has printed its line already
      if (error.code === 'chancery.count') process.stderr.write(`chancery: ${error.message}\n`);
      return;
    }
    complain(program.opts<Globals>(), null, error);
    const code = (error as { code?: unknown }).code;
    process.exitCode = code === 'bad-argument' ? 2 : 1;
  }
}

await main();
