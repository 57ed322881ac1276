import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach } from 'vitest';
import { killRunning } from './child.ts';

const warnings: string[] = [];
const { warn } = console;

console.warn = (...args: unknown[]) => {
  warnings.push(args.join(' '));
  warn(...args);
};
const onWarning = ({ name, message }: Error): number => warnings.push(`${name}: ${message}`);
process.on('warning', onWarning);

afterEach(async () => {
  // A process warning is emitted one tick after its cause.
  await setImmediate();
  const found = warnings.splice(0);
  if (found.length > 0) throw new Error(`the test caused a warning: ${found.join('; ')}`);
});

// Registered before those of the test file, so it runs after them.
afterAll(() => {
  // The next test file may run in this process, too.
  process.off('warning', onWarning);
  console.warn = warn;
  const left = killRunning();
  if (left.length > 0) throw new Error(`the tests left programs running: ${left.join(', ')}`);
});
