import { drawNormal } from './random.mjs';

const RUNS = 160;
const NOISE = 0.03;
const lognormal = (random, noise = NOISE) => Math.exp(noise * drawNormal(random));

/**
 * Kinds of simulated durations in which no code changes. Each is called once for a series, and returns the value of each
 * run.
 */
export const KINDS = {
  'lognormal noise of 3 %': (random) => () => lognormal(random),
  'one run in 20 takes up to 3 times as long': (random) => () =>
    lognormal(random) * (random() < 0.05 ? 1.5 + 1.5 * random() : 1),
  'two kinds of runner, 3 of 10 runs 20 % slower': (random) => () =>
    lognormal(random) * (random() < 0.3 ? 1.2 : 1),
  'two of seven days 10 % slower': (random) => (run) => lognormal(random) * (run % 7 < 2 ? 1.1 : 1),
  'a drift of 0.1 % a run': (random) => (run) => lognormal(random) * 1.001 ** run,
  'whole seconds, about 12': (random) => () => Math.round(12 * lognormal(random, 0.05)),
  'regimes: 5 % faster or slower for about 30 runs': (random) => {
    let isSlow = false;
    return () => {
      if (random() < 1 / 30) isSlow = !isSlow;
      return lognormal(random) * (isSlow ? 1.05 : 1);
    };
  },
};

/** Series of a kind. */
export function drawSeries(kind, { series, random }) {
  return Array.from({ length: series }, () => {
    const next = KINDS[kind](random);
    return Array.from({ length: RUNS }, (_, run) => next(run));
  });
}
