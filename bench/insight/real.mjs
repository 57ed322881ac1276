import { shuffle } from './random.mjs';

/** Runs before the first one that is judged, and the largest number of runs that count. */
const FIRST = 20;
const HISTORY = 100;

/** Copies of stretches, their values in another order: within one, every alarm is a false one. */
export function shuffleAll(stretches, { shuffles, random }) {
  return stretches.flatMap((stretch) => Array.from({ length: shuffles }, () => shuffle(stretch, random)));
}

/** Episodes (neighbouring alarms are one) per thousand runs where nothing changed. */
export function measureFalseEpisodes(series, isAlarm) {
  let [episodes, runs] = [0, 0];
  for (const values of series) {
    let wasAlarm = false;
    for (let index = FIRST; index < values.length; index += 1) {
      const isOne = isAlarm(values.slice(Math.max(0, index - HISTORY), index), values[index]);
      if (isOne && !wasAlarm) episodes += 1;
      wasAlarm = isOne;
      runs += 1;
    }
  }
  return (1000 * episodes) / runs;
}

/** The share of injected steps that is found within 1, 3, 5 and 10 runs. */
export function measurePower(series, factor, isAlarm) {
  const counts = { 1: 0, 3: 0, 5: 0, 10: 0 };
  let steps = 0;
  for (const one of series) {
    for (let start = 25; start + 10 <= one.length; start += 12) {
      const values = one.map((value, index) => (index < start ? value : factor * value));
      steps += 1;
      const found = findFirst(values, start, isAlarm);
      for (const within of [1, 3, 5, 10]) if (found < within) counts[within] += 1;
    }
  }
  return Object.fromEntries(Object.entries(counts).map(([within, count]) => [within, count / steps]));
}

function findFirst(values, start, isAlarm) {
  for (let run = 0; run < 10; run += 1) {
    const index = start + run;
    if (isAlarm(values.slice(Math.max(0, index - HISTORY), index), values[index])) return run;
  }
  return Number.POSITIVE_INFINITY;
}
