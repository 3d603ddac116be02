// `npm test`: builds, checks types and style, runs the tests, and ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const artifacts = `${root}/tests/.artifacts`;
const report = `${artifacts}/report.json`;
mkdirSync(artifacts, { recursive: true });
rmSync(report, { force: true });

let passed = 0;
let failed = 0;
const step = (name, args) => {
  process.stdout.write(`\n> ${name}\n`);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  status === 0 ? passed++ : failed++;
  return status === 0;
};

const ts7 = 'node_modules/ts7/bin/tsc';
const vitest = 'node_modules/vitest/vitest.mjs';
const built = step('build', ['scripts/build.mjs']);
step('types of the tests', [ts7, '-p', 'tests/tsconfig.json', '--noEmit']);
step('types of the pages', [ts7, '-p', 'src/web/tsconfig.json', '--noEmit']);
step('style', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']);
if (built) {
  process.stdout.write('\n> tests\n');
  spawnSync(process.execPath, [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
    cwd: root,
    stdio: 'inherit',
  });
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(readFileSync(report, 'utf8'));
    passed += numPassedTests;
    failed += numFailedTests + (numFailedTests === 0 && (numFailedTestSuites > 0 || !success) ? 1 : 0);
  } else failed++;
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
