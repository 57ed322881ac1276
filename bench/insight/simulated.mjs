import { judgeValue } from './methods.mjs';
import { drawNormal } from './random.mjs';
import { median } from './stretches.mjs';

const HISTORY = 100;

/**
 * A step after 60 runs of lognormal noise: the shares found within 1, 3, 5 and 10 runs, and marked unusual in
 * the first run.
 */
export function measureSteps({ noise, factor, series, random }) {
  const counts = { 1: 0, 3: 0, 5: 0, 10: 0, unusual: 0 };
  for (let one = 0; one < series; one += 1) {
    const values = draw(60, noise, random);
    let isFound = false;
    for (let run = 0; run < 10 && !isFound; run += 1) {
      const value = factor * Math.exp(noise * drawNormal(random));
      const { verdict } = judgeValue(values.slice(-HISTORY), value);
      if (run === 0 && verdict === 'unusual') counts.unusual += 1;
      isFound = verdict === 'regressed';
      if (isFound) for (const within of [1, 3, 5, 10]) if (run < within) counts[within] += 1;
      values.push(value);
    }
  }
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count / series]));
}

/** How long a confirmed step is flagged, and whether the next change is found. */
export function measureRecovery({ series, random }) {
  const noise = 0.03;
  const [flagged, lastFlags] = [[], []];
  let [second, lost] = [0, 0];
  for (let one = 0; one < series; one += 1) {
    const values = draw(60, noise, random);
    const flags = append(values, { level: 1.25, runs: 30, noise, random });
    flagged.push(flags.length);
    lastFlags.push(flags.at(-1) ?? 0);
    const again = append(values, { level: 1.25 * 1.25, runs: 5, noise, random });
    if (again.length > 0) second += 1;
    const other = draw(60, noise, random);
    append(other, { level: 0.8, runs: 20, noise, random });
    if (append(other, { level: 1, runs: 5, noise, random }).length > 0) lost += 1;
  }
  return {
    flagged: median(flagged),
    lastFlag: median(lastFlags),
    second: second / series,
    lost: lost / series,
  };
}

/** Series that the rule treats as steady: changes that matter, changes found in their first run, and false alarms. */
export function measureSteady(all) {
  const figures = { changes: 0, found: 0, cameAndWent: 0, falseAlarms: 0 };
  for (const { kind, points } of all) {
    if (kind === 'duration' || kind === 'throughput') continue;
    const leastChange =
      kind === 'bytes' ? { relative: 0.01, absolute: 1024 } : { relative: 0.01, absolute: 1 };
    const values = points.map(([, value]) => value).filter(Number.isFinite);
    for (let index = 3; index < values.length; index += 1) {
      const past = values.slice(Math.max(0, index - HISTORY), index);
      const recent = past.slice(-40);
      const equal = recent.filter((value, place) => place > 0 && value === recent[place - 1]).length;
      if (equal < 0.7 * (recent.length - 1)) continue;
      const [value, last] = [values[index], past.at(-1)];
      const { verdict } = judgeValue(past, value, { kind: 'exact', leastChange });
      const isFinding = verdict === 'regressed' || verdict === 'improved';
      const difference = Math.abs(value - last);
      if (
        difference === 0 ||
        difference < leastChange.absolute ||
        difference < leastChange.relative * Math.abs(last)
      ) {
        if (isFinding) figures.falseAlarms += 1;
        continue;
      }
      figures.changes += 1;
      if (isFinding) figures.found += 1;
      else if (returns(past, value) >= 2) figures.cameAndWent += 1;
    }
  }
  const constant = new Array(60).fill(7);
  if (judgeValue(constant, 7, { kind: 'exact' }).verdict !== 'ok') figures.falseAlarms += 1;
  return figures;
}

/** How often the series left a level like the new one. */
function returns(past, value) {
  const last = past.at(-1);
  const bar = last + 0.6 * (value - last);
  const isFar = (one) => (value > last ? one >= bar : one <= bar);
  return past.filter((one, index) => index > 0 && isFar(past[index - 1]) && !isFar(one)).length;
}

function draw(count, noise, random) {
  return Array.from({ length: count }, () => Math.exp(noise * drawNormal(random)));
}

/** Adds runs at a level. Returns the numbers, from 1, of the runs flagged as regressed. */
function append(values, { level, runs, noise, random }) {
  const flags = [];
  for (let run = 1; run <= runs; run += 1) {
    const value = level * Math.exp(noise * drawNormal(random));
    if (judgeValue(values.slice(-HISTORY), value).verdict === 'regressed') flags.push(run);
    values.push(value);
  }
  return flags;
}
