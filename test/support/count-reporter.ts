import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node';
import { packageOf } from './needs.ts';

/**
 * Ends a run with the line `N passed, N failed`, and `, N skipped` where that is so. The lines before it name what is
 * missing on this machine, and how to get it. With REQUIRE_ALL_TESTS=1 a skipped test is a failed one.
 */
export class CountReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    let passed = 0;
    const skipped: { readonly name: string; readonly missing: readonly string[] }[] = [];
    const failures: string[] = unhandled.map((error) => `unhandled: ${error.message}`);
    for (const module of modules) {
      const before = failures.length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        const name = `${module.relativeModuleId} > ${test.fullName}`;
        if (state === 'passed') passed++;
        else if (state === 'skipped') skipped.push({ name, missing: test.meta().missing ?? [] });
        else failures.push(name);
      }
      // A file that did not load, or a hook outside of every test.
      if (failures.length === before && module.state() === 'failed') failures.push(module.relativeModuleId);
    }
    const isRequired = process.env['REQUIRE_ALL_TESTS'] === '1';
    if (isRequired) failures.push(...skipped.map(({ name }) => `${name} (skipped)`));
    if (reason === 'failed' && failures.length === 0) failures.push('the run, before its tests');
    if (failures.length > 0) process.exitCode = 1;
    const counts = [`${passed} passed`, `${failures.length} failed`];
    if (skipped.length > 0 && !isRequired) counts.push(`${skipped.length} skipped`);
    const lines = [
      ...failures.map((failure) => `failed: ${failure}`),
      ...explainMissing(skipped.flatMap(({ missing }) => (missing.length > 0 ? [missing] : []))),
      counts.join(', '),
    ];
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  }
}

/** What the skipped tests lack, and the commands that bring it. */
function explainMissing(skipped: readonly (readonly string[])[]): string[] {
  const missing = [...new Set(skipped.flat())].toSorted();
  if (missing.length === 0) return [];
  const packages = [...new Set(missing.flatMap((name) => packageOf(name) ?? []))].toSorted();
  const install = packages.length === 0 ? [] : [`Debian has them: apt-get install ${packages.join(' ')}`];
  return [
    `${skipped.length} tests were skipped. This machine lacks: ${missing.join(', ')}`,
    ...install,
    'On Debian, .ci/run installs everything and runs every test.',
  ];
}
