// Measures how often the verdicts are wrong and how soon they are right, on real and simulated series. Compares them
// with simpler rules. Run after the build: npm run bench:insight [-- FOLDER]. FOLDER has the same layout as
// bench/insight/series. It fails if a bound is broken, or if the tables of docs/insight.md differ from those of this run;
// with --write it writes them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPage } from './insight/check-page.mjs';
import { drawSeries, KINDS } from './insight/kinds.mjs';
import { FIFTY, METHODS } from './insight/methods.mjs';
import { createRandom } from './insight/random.mjs';
import { measureFalseEpisodes, measurePower, shuffleAll } from './insight/real.mjs';
import { measureRecovery, measureSteady, measureSteps } from './insight/simulated.mjs';
import { classify, cutIntoStretches, toWorseUp } from './insight/stretches.mjs';

const [given] = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const isOwn = given === undefined;
const folder = given ?? join(import.meta.dirname, 'insight/series');
const SHUFFLES = 20;
const bounds = [];

const all = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .toSorted()
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
const stretches = all
  .filter(({ kind }) => kind === 'duration' || kind === 'throughput')
  .flatMap((one) => cutIntoStretches(toWorseUp(one) ?? []));
const byNoise = Object.groupBy(stretches, classify);
const sizes = ['quiet', 'usual', 'noisy'].map((noise) => `${byNoise[noise]?.length ?? 0} ${noise}`);
console.log(`${all.length} series, ${stretches.length} stretches without a shift: ${sizes.join(', ')}`);

const shuffled = shuffleAll(stretches, { shuffles: SHUFFLES, random: createRandom(1) });
const steps = [
  ['quiet', 1.05],
  ['usual', 1.1],
  ['usual', 1.25],
  ['noisy', 2],
];
const onReal = Object.entries(METHODS).map(([name, isAlarm]) => ({
  name,
  falseEpisodes: measureFalseEpisodes(shuffled, isAlarm),
  found: steps.map(([noise, factor]) => measurePower(byNoise[noise] ?? [], factor, isAlarm)),
}));
const realTable = formatTable(
  ['Method', 'False', ...steps.map(([noise, factor]) => `${noise} +${percent(factor - 1)}`)],
  onReal.map(({ name, falseEpisodes, found }) => [name, falseEpisodes.toFixed(2), ...found.map(formatShort)]),
);
console.log(
  '\nReal stretches: false episodes per 1,000 runs, and steps found in the first run / within 3 / 10, %',
);
console.log(realTable);
const [ours, fifty] = onReal;
bound('false episodes per 1,000 runs', ours.falseEpisodes, '<=', 1);
bound('the same with 50 metrics', fifty.falseEpisodes, '<=', 0.2);
bound('+25 % in usual noise, within 3', 100 * ours.found[2][3], '>=', 66);
bound('+25 % in usual noise, within 10', 100 * ours.found[2][10], '>=', 82);
bound('+100 % in noisy series, within 3', 100 * ours.found[3][3], '>=', 97);

const simple = Object.entries(METHODS).filter(([name]) => name !== FIFTY);
const kindTable = formatTable(
  ['Simulated', ...simple.map(([name]) => name)],
  Object.keys(KINDS).map((kind) => {
    const series = drawSeries(kind, { series: 100, random: createRandom(4) });
    return [
      kind,
      ...simple.map(([, isAlarm]) => {
        const rate = measureFalseEpisodes(series, isAlarm).toFixed(1);
        return `${rate}; ${formatShort(measurePower(series.slice(0, 40), 1.25, isAlarm))}`;
      }),
    ];
  }),
);
console.log('\nSimulated: false episodes per 1,000 runs; +25 % found in the first run / within 3 / 10, %');
console.log(kindTable);

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
if (isOwn) checkPage({ methods: realTable, kinds: kindTable }, process.argv.includes('--write'));
if (bounds.some(({ isKept }) => !isKept)) process.exitCode = 1;

function bound(name, value, sign, limit) {
  bounds.push({ name, value, sign, limit, isKept: sign === '<=' ? value <= limit : value >= limit });
}

function format(found) {
  return [1, 3, 5, 10].map((runs) => (100 * found[runs]).toFixed(1)).join(' / ');
}

function formatShort(found) {
  return [1, 3, 10].map((runs) => (100 * found[runs]).toFixed(0)).join(' / ');
}

function formatTable(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function percent(share) {
  return `${(100 * share).toFixed(0)} %`;
}
