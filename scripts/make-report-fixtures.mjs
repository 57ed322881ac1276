/**
 * @file Makes the golden pairs in test/fixtures/reports again: `node scripts/make-report-fixtures.mjs [TOOL…]`. Without
 * a name it runs all tools. Each tool runs its toy project (TOOL/project) in a temporary folder. Its reports are
 * written next to expected.json, without what identifies the machine or the time. npm's tools are installed into the
 * temporary folder. The others come from Debian bookworm: report-fixtures/debian.mjs lists the packages for apt-get
 * install --no-install-recommends. A tool that is missing is named, and its fixtures stay as they are.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { debianTools } from './report-fixtures/debian.mjs';
import { javaTools } from './report-fixtures/java.mjs';
import { neutralize } from './report-fixtures/neutral.mjs';
import { packageTools } from './report-fixtures/packages.mjs';
import { Workshop } from './report-fixtures/workshop.mjs';

const FIXTURES = join(import.meta.dirname, '../test/fixtures/reports');
const COUNTER = join(import.meta.dirname, 'report-fixtures/count.py');
const MAX_BYTES = 50_000;
/** The part of Python that reads each format. All others are XML. */
const COUNTED_BY = {
  lcov: 'text functions',
  gocover: 'text functions',
  istanbul: 'json',
  istanbul_final: 'json',
};
const tools = { ...packageTools, ...debianTools, ...javaTools };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in tools));
if (unknown.length > 0)
  throw new Error(`No such tool: ${unknown.join(', ')}. Known tools: ${Object.keys(tools).join(', ')}.`);

using workshop = new Workshop();
for (const [name, tool] of Object.entries(tools)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const missing = (tool.needs ?? []).filter((path) => !isThere(path));
  if (missing.length > 0) {
    console.error(`${name}: unchanged, needs ${missing.join(', ')} (${tool.packages.join(' ')})`);
    process.exitCode = 1;
    continue;
  }
  try {
    await makeFixture(name, tool);
  } catch (error) {
    console.error(`${name}: ${error.stack}`);
    process.exitCode = 1;
  }
}

async function makeFixture(name, tool) {
  workshop.lay(name);
  const { versions, tests = [], coverage = [] } = await tool.make(workshop);
  const folder = join(FIXTURES, name);
  for (const old of readdirSync(folder)) {
    if (old !== 'project') rmSync(join(folder, old), { recursive: true });
  }
  const expected = {
    versions,
    tests: tests.map((entry) => {
      const reports = save(folder, entry.reports);
      const { counts, results } = count('tests', ...reports);
      return describe(name, { reports: Object.keys(entry.reports), counts, results, ...pickReported(entry) });
    }),
    coverage: coverage.map((entry) => {
      const [report] = save(folder, entry.reports);
      const { counts } = count('coverage', entry.format, report);
      const reports = Object.keys(entry.reports);
      return describe(name, { reports, format: entry.format, counts, ...pickReported(entry) });
    }),
  };
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, undefined, 2)}\n`);
  console.log(
    `${name}: ${[...expected.tests, ...expected.coverage].flatMap(({ reports }) => reports).join(', ')}`,
  );
}

function pickReported({ reported, reportedIn, remark }) {
  return { reported, reportedIn, remark };
}

/** Compares the counts of Python with those of the tool. They must agree, or a remark explains the difference. */
function describe(name, { reported, reportedIn, remark, ...entry }) {
  const { failed, errors, statements } = entry.counts;
  const percentOfStatements = statements && Math.round((1000 * statements.covered) / statements.total) / 10;
  const counts = { ...entry.counts, failedAndErrors: failed + errors, percentOfStatements };
  const differences = Object.entries(reported).filter(
    ([key, value]) => !isDeepStrictEqual(counts[key], value),
  );
  if (differences.length > 0 && remark === undefined) {
    const counted = JSON.stringify(entry.counts);
    console.error(
      `${name} ${entry.reports}: the tool reports ${JSON.stringify(reported)}, Python counts ${counted}`,
    );
    process.exitCode = 1;
  }
  if (differences.length === 0 && remark !== undefined) {
    console.error(`${name} ${entry.reports}: the remark explains a difference that does not exist`);
    process.exitCode = 1;
  }
  return {
    ...entry,
    countedBy: `Python's ${COUNTED_BY[entry.format] ?? 'xml.etree'} (report-fixtures/count.py), compared with what the tool says`,
    toolSays: reported,
    toolSaysIn: reportedIn,
    ...(remark === undefined ? {} : { remark }),
  };
}

/** Writes each report (new name → path in the project) and returns the paths of the copies. */
function save(folder, reports) {
  return Object.entries(reports).map(([name, path]) => {
    const to = join(folder, name);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, neutralize(readFileSync(join(workshop.project, path), 'utf8'), workshop.secrets));
    const bytes = statSync(to).size;
    if (bytes > MAX_BYTES) throw new Error(`${name} has ${bytes} bytes: make the toy smaller.`);
    return to;
  });
}

function count(...words) {
  return JSON.parse(execFileSync('/usr/bin/python3', [COUNTER, ...words], { encoding: 'utf8' }));
}

function isThere(program) {
  const folders = program.startsWith('/') ? [''] : ['/usr/local/bin', '/usr/bin', '/bin'];
  return folders.some((folder) => existsSync(folder === '' ? program : join(folder, program)));
}
