import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node';
import { goInstallOf, packageOf } from './needs.ts';

/**
 * Ends a run with the line `N passed, N failed`, plus `, N skipped` if tests were skipped. The lines before it name
 * what is missing on this machine, and how to get it. With REQUIRE_ALL_TESTS=1 a skipped test counts as failed. The
 * exception is a test that lacks only programs of OPTIONAL_PROGRAMS, a list of names with blanks between them.
 */
export class CountReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    let passed = 0;
    const skipped: Skipped[] = [];
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
    const required = process.env['REQUIRE_ALL_TESTS'] === '1' ? skipped.filter(isRequired) : [];
    failures.push(...required.map(({ name }) => `${name} (skipped)`));
    if (reason === 'failed' && failures.length === 0) failures.push('the run, before its tests');
    if (failures.length > 0) process.exitCode = 1;
    const counts = [`${passed} passed`, `${failures.length} failed`];
    const rest = skipped.length - required.length;
    if (rest > 0) counts.push(`${rest} skipped`);
    const lines = [
      ...failures.map((failure) => `failed: ${failure}`),
      ...explainMissing(skipped.flatMap(({ missing }) => (missing.length > 0 ? [missing] : []))),
      counts.join(', '),
    ];
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  }
}

interface Skipped {
  readonly name: string;
  readonly missing: readonly string[];
}

function isRequired({ missing }: Skipped): boolean {
  const optional = new Set(process.env['OPTIONAL_PROGRAMS']?.split(/\s+/));
  return missing.length === 0 || missing.some((name) => !optional.has(name));
}

/** What the skipped tests lack, and the commands that install it. */
function explainMissing(skipped: readonly (readonly string[])[]): string[] {
  const missing = [...new Set(skipped.flat())].toSorted();
  if (missing.length === 0) return [];
  const packages = [...new Set(missing.flatMap((name) => packageOf(name) ?? []))].toSorted();
  const install = packages.length === 0 ? [] : [`Debian has: apt-get install ${packages.join(' ')}`];
  const go = missing.flatMap((name) => goInstallOf(name) ?? []);
  const built = missing.filter((name) => goInstallOf(name) !== undefined);
  const build = built.length === 0 ? [] : [`Or: node scripts/go-programs.mjs ${built.join(' ')}`];
  return [
    `${skipped.length} tests were skipped. This machine lacks: ${missing.join(', ')}`,
    ...install,
    ...go.map((command) => `Go has: ${command}`),
    ...build,
    'On Debian, .ci/run installs everything and runs every test.',
  ];
}
