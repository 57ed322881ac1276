import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Ends a run with the line `N passed, N failed`; where CI is set, a skipped test is a failed one. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    let passed = 0;
    const failures: string[] = unhandled.map((error) => `unhandled: ${error.message}`);
    for (const module of modules) {
      const before = failures.length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        const name = `${module.relativeModuleId} > ${test.fullName}`;
        if (state === 'passed') passed++;
        else if (state !== 'skipped') failures.push(name);
        else if (process.env['CI']) failures.push(`${name} (skipped)`);
      }
      // A file that did not load, or a hook outside of every test.
      if (failures.length === before && module.state() === 'failed') failures.push(module.relativeModuleId);
    }
    if (failures.length > 0) process.exitCode = 1;
    for (const failure of failures) process.stdout.write(`failed: ${failure}\n`);
    process.stdout.write(`${passed} passed, ${failures.length} failed\n`);
  }
}
