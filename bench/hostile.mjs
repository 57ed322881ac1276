// Compares the cost of hostile input with harmless input of the same size, in whole processes of the built action.
// Every bound is a ratio within one run, or an amount of memory. Run after the build: npm run bench:hostile [-- ROUNDS]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as write from './support/hostile-files.mjs';
import { startLyingGraphite } from './support/lying-graphite.mjs';
import { median, startSink } from './support/measure.mjs';
import { runStep } from './support/run-step.mjs';

const ROUNDS = Number(process.argv[2] ?? 3);
const BITS = 17;
const MAX_MIB = 300;
const VERIFY_TIMEOUT_S = 6;

process.chdir(mkdtempSync(join(tmpdir(), 'carbon-hostile-')));
try {
  await compareNames('lines', { 'data-file': 'names' });
  await compareNames('cases', { junit: 'names' });
  await compareCoverage();
  await compareBranches();
  await compareYaml();
  await readBack();
} finally {
  rmSync(process.cwd(), { recursive: true });
}

/** Names chosen for collisions in an FNV-1a hash without a key, compared with as many plain names. */
async function compareNames(kind, inputs) {
  const chosen = async () => write.writeNames('names', { kind, names: write.chooseNames(BITS) });
  const plain = async () => write.writeNames('names', { kind, names: write.countNames(BITS) });
  const ratio = (await timeStep(chosen, inputs)) / (await timeStep(plain, inputs));
  report(`2^${BITS} chosen names as ${kind} / plain names`, ratio, 2);
}

/** Source files with the same base name in JaCoCo and lcov, in as many modules. */
async function compareCoverage() {
  const inputs = { coverage: 'a.info\nb.xml' };
  const times = [];
  for (const files of [4000, 16_000, 100_000])
    times.push(await timeStep(async () => write.writeModules(files), inputs));
  const [few, many, most] = times;
  report('coverage of 16,000 source files / 4,000', many / few, 6);
  report('coverage of 100,000 source files / 16,000', most / many, 10);
}

/** Branches chosen for the hash of a `Map` of numbers, which has no seed, compared with as many plain ones. */
async function compareBranches() {
  const inputs = { coverage: 'branches.info' };
  const chosen = await timeStep(
    async () => write.writeBranches('branches.info', write.chooseBranches(BITS - 4)),
    inputs,
  );
  const plain = await timeStep(
    async () => write.writeBranches('branches.info', write.countBranches(BITS - 4)),
    inputs,
  );
  report(`2^${BITS - 4} chosen branches / plain ones`, chosen / plain, 2);
}

/** Two megabytes of YAML that contain only faults, compared with two megabytes without faults. */
async function compareYaml() {
  const inputs = { 'data-file': 'data.yaml' };
  const faulty = await measureStep(async () => write.writeText('data.yaml', ']\n', 900_000), inputs);
  const sound = await measureStep(async () => write.writeText('data.yaml', '#\n', 900_000), inputs);
  report('2 MB of faulty YAML / 2 MB of comments, time', faulty.cpuMilliseconds / sound.cpuMilliseconds, 3);
  report('2 MB of faulty YAML, peak memory (MiB)', faulty.mebibytes, MAX_MIB);
}

/**
 * A Graphite that answers with as much data as it can. The step must end in time and keep its result and the sent data.
 */
async function readBack() {
  using sink = await startSink();
  for (const answer of ['series', 'deep', 'lists', 'objects', 'keys', 'slots']) {
    using graphite = await startLyingGraphite(answer);
    const { milliseconds, mebibytes, text } = await runStep({
      server: `127.0.0.1:${sink.port}`,
      metric: 'm',
      value: '1',
      verify: 'true',
      'graphite-url': `http://127.0.0.1:${graphite.port}`,
      'verify-timeout': String(VERIFY_TIMEOUT_S),
      spool: 'spool',
      'fail-on-error': 'true',
    });
    if (!text.includes('spool')) throw new Error(`The step that read ${answer} kept nothing: ${text}`);
    report(`an answer of ${answer}: time / verify-timeout`, milliseconds / 1000 / VERIFY_TIMEOUT_S, 1.5);
    report(`an answer of ${answer}: peak memory (MiB)`, mebibytes, MAX_MIB);
  }
}

async function timeStep(writeInput, inputs) {
  return (await measureStep(writeInput, inputs)).cpuMilliseconds;
}

/** The medians of several dry runs of the action. */
async function measureStep(writeInput, inputs) {
  await writeInput();
  const runs = [];
  for (let round = 0; round < ROUNDS; round += 1)
    runs.push(await runStep({ ...inputs, 'dry-run': 'true', group: 'bench', source: '' }));
  const of = (name) => median(runs.map((run) => run[name]));
  return { cpuMilliseconds: of('cpuMilliseconds'), mebibytes: of('mebibytes') };
}

function report(what, value, bound) {
  console.log(`${what}: ${value.toFixed(2)} (bound ${bound})`);
  if (!(value <= bound)) process.exitCode = 1;
}
