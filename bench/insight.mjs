// Measures how often the verdicts are wrong and how soon they are right, on real and simulated series. Compares them
// with simpler rules. Run after the build: npm run bench:insight [-- FOLDER]. FOLDER has the same layout as
// bench/insight/series.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METHODS } from './insight/methods.mjs';
import { createRandom } from './insight/random.mjs';
import { measureFalseEpisodes, measurePower } from './insight/real.mjs';
import { measureRecovery, measureSteady, measureSteps } from './insight/simulated.mjs';
import { classify, cutIntoStretches, toWorseUp } from './insight/stretches.mjs';

const folder = process.argv[2] ?? join(import.meta.dirname, 'insight/series');
const SHUFFLES = 10;
const bounds = [];

const all = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
const stretches = all
  .filter(({ kind }) => kind === 'duration' || kind === 'throughput')
  .flatMap((one) => cutIntoStretches(toWorseUp(one) ?? []));
const byNoise = Object.groupBy(stretches, classify);
const sizes = ['quiet', 'usual', 'noisy'].map((noise) => `${byNoise[noise]?.length ?? 0} ${noise}`);
console.log(`${all.length} series, ${stretches.length} stretches without a shift: ${sizes.join(', ')}`);

console.log('\nFalse episodes per 1,000 runs, one direction, values shuffled within their stretch');
for (const [name, isAlarm] of Object.entries(METHODS)) {
  const rate = measureFalseEpisodes(stretches, isAlarm, { shuffles: SHUFFLES, random: createRandom(1) });
  console.log(`  ${name.padEnd(26)} ${rate.toFixed(2)}`);
  if (name === 'in a row (judge)') bound('false episodes per 1,000 runs', rate, '<=', 1);
  if (name === 'in a row, of 50 metrics') bound('the same with 50 metrics', rate, '<=', 0.2);
}

console.log('\nA step put into real stretches: found in the first run / within 3 / 5 / 10, %');
for (const [noise, factor] of [
  ['quiet', 1.05],
  ['usual', 1.1],
  ['usual', 1.25],
  ['noisy', 2],
]) {
  for (const [name, isAlarm] of Object.entries(METHODS)) {
    const found = measurePower(byNoise[noise] ?? [], factor, isAlarm);
    console.log(`  ${noise} ${percent(factor - 1)}  ${name.padEnd(26)} ${format(found)}`);
    if (name !== 'in a row (judge)') continue;
    if (noise === 'usual' && factor === 1.25) {
      bound('+25 % in usual noise, within 3', 100 * found[3], '>=', 66);
      bound('+25 % in usual noise, within 10', 100 * found[10], '>=', 82);
    }
    if (noise === 'noisy') bound('+100 % in noisy series, within 3', 100 * found[3], '>=', 97);
  }
}

console.log('\nSimulated, lognormal noise: found in the first run / within 3 / 5 / 10, %');
for (const noise of [0.01, 0.03, 0.05, 0.1, 0.2]) {
  for (const factor of [1.05, 1.1, 1.25, 2]) {
    const found = measureSteps({ noise, factor, series: 2000, random: createRandom(2) });
    console.log(
      `  noise ${percent(noise)} step ${percent(factor - 1)}  ${format(found)}  unusual at once ${percent(found.unusual)}`,
    );
    if (noise !== 0.03 || factor !== 1.1) continue;
    bound('+10 % at 3 % noise, within 3', 100 * found[3], '>=', 90);
    bound('+10 % at 3 % noise, within 5', 100 * found[5], '>=', 98);
    bound('+10 % at 3 % noise, confirmed in the first run', 100 * found[1], '<=', 1.5);
  }
}

console.log('\nAfter a confirmed step of +25 % at 3 % noise, 200 series');
const recovery = measureRecovery({ series: 200, random: createRandom(3) });
console.log(`  median ${recovery.flagged} flagged runs, median last flag in run ${recovery.lastFlag}`);
console.log(
  `  a second step 30 runs later: ${percent(recovery.second)} within 5; an improvement lost after 20 runs: ${percent(recovery.lost)} within 5`,
);
bound('flagged runs after a step, median', recovery.flagged, '<=', 8);
bound('last flag after a step, median', recovery.lastFlag, '<=', 10);
bound('a second step within 5', 100 * recovery.second, '>=', 95);
bound('a lost improvement within 5', 100 * recovery.lost, '>=', 60);

const steady = measureSteady(all);
console.log(
  `\nSteady counts, sizes and coverage: ${steady.found} of ${steady.changes} changes that matter were found in their first run, ${steady.cameAndWent} were levels that the series had left twice before; alarms in constant series: ${steady.falseAlarms}`,
);
bound('steady changes that were missed', steady.changes - steady.found - steady.cameAndWent, '<=', 0);
bound('alarms in constant series', steady.falseAlarms, '<=', 0);

console.log('\nBounds');
for (const { name, value, sign, limit, isKept } of bounds)
  console.log(`  ${isKept ? 'kept  ' : 'BROKEN'} ${name}: ${value.toFixed(2)} (${sign} ${limit})`);
if (bounds.some(({ isKept }) => !isKept)) process.exitCode = 1;

function bound(name, value, sign, limit) {
  bounds.push({ name, value, sign, limit, isKept: sign === '<=' ? value <= limit : value >= limit });
}

function format(found) {
  return [1, 3, 5, 10].map((runs) => (100 * found[runs]).toFixed(1)).join(' / ');
}

function percent(share) {
  return `${(100 * share).toFixed(0)} %`;
}
