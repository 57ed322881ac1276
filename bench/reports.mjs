// Counts a JUnit report of 400,000 cases and one with 400 MB of output, in whole processes. Compares this with reading
// the same file and, for the first report, with two parsers that keep a whole document in memory. Run after the build:
// npm run bench:reports
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkRatio, compare, medianRatio, printSamples, timeScript } from './support/measure.mjs';
import { writeCases, writeOutput } from './support/write-reports.mjs';

/**
 * `peers`: scripts that count the same document. `bounds`: the largest allowed ratio to a peer's time and peak memory.
 */
const REPORTS = [
  {
    name: 'cases',
    write: (file) => writeCases(file, 400_000),
    total: 400_000,
    peers: { 'fast-xml-parser': 'count-fast-xml-parser.mjs', xml2js: 'count-xml2js.mjs' },
    bounds: { read: [12, 2.5], 'fast-xml-parser': [0.65, 0.4], xml2js: [0.4, 0.2] },
    rounds: 5,
  },
  {
    name: 'output',
    write: (file) => writeOutput(file, 400),
    total: 4,
    peers: {},
    bounds: { read: [3.5, 2.5] },
    rounds: 5,
  },
];
const lib = process.argv[2] ?? join(import.meta.dirname, '../lib');

const folder = mkdtempSync(join(tmpdir(), 'carbon-bench-'));
try {
  for (const report of REPORTS) await measure(report, join(folder, `${report.name}.xml`));
} finally {
  rmSync(folder, { recursive: true });
}

async function measure({ name, write, total, peers, bounds, rounds }, file) {
  await write(file);
  const variants = {
    read: () => timeScript('read-file.mjs', file),
    count: () => timeScript('count-report.mjs', file, lib),
    ...Object.fromEntries(
      Object.entries(peers).map(([peer, script]) => [peer, () => timeScript(script, file)]),
    ),
  };
  const samples = await compare(variants, rounds);
  const megabytes = (statSync(file).size / 1e6).toFixed(0);
  console.log(`${name}: ${megabytes} MB, Node ${process.version}, ${rounds} rounds in turn, medians`);
  printSamples(samples, 'read');
  for (const [peer, [time, memory]] of Object.entries(bounds)) {
    checkRatio(`time, count / ${peer}`, medianRatio(samples.count, samples[peer]), time);
    checkRatio(
      `peak memory, count / ${peer}`,
      medianRatio(samples.count, samples[peer], 'mebibytes'),
      memory,
    );
  }
  for (const way of ['count', ...Object.keys(peers)]) {
    const counted = new Set(samples[way].map(({ text }) => Number(text.split(' ')[1])));
    if (counted.size !== 1 || !counted.has(total))
      throw new Error(`${way} counted ${[...counted]} cases, not ${total}`);
  }
  rmSync(file);
}
