import { judge } from '../../lib/index.js';
import { median } from './stretches.mjs';

const FIVE_PERCENT = { relative: 0.05, absolute: 0 };

export const FIFTY = '`judge`, one of 50 metrics';

/** Each method: whether a value that is worse upwards is an alarm after `history`, oldest first. */
export const METHODS = {
  'several in a row (`judge`)': (history, value) => isRegressed(history, value, 1),
  [FIFTY]: (history, value) => isRegressed(history, value, 50),
  'mean + 3σ of 20': (history, value) => {
    const base = history.slice(-20);
    const mean = base.reduce((sum, one) => sum + one, 0) / base.length;
    const variance = base.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (base.length - 1);
    return value > mean + 3 * Math.sqrt(variance);
  },
  'median + 5 MAD of 20': (history, value) => {
    const base = history.slice(-20);
    const middle = median(base);
    return value > middle + 5 * median(base.map((one) => Math.abs(one - middle)));
  },
  '200 % of the last': (history, value) => value > 2 * history.at(-1),
};

function isRegressed(history, value, metrics) {
  return judgeValue(history, value, { metrics }).verdict === 'regressed';
}

/** The verdict of `judge` on values without times, where lower is better. */
export function judgeValue(history, value, options = {}) {
  const points = history.map((one, index) => [index, one]);
  return judge(points, value, { kind: 'clock', better: 'lower', leastChange: FIVE_PERCENT, ...options });
}
