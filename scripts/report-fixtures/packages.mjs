import { pickNumber, shares } from './parse-output.mjs';

/** npm's tools: how each one makes its reports, and the numbers that it prints itself. */
export const packageTools = {
  vitest: {
    make(shop) {
      const flags = [
        'run',
        '--reporter=junit',
        '--outputFile.junit=junit.xml',
        '--reporter=json',
        '--outputFile.json=result.json',
        '--coverage.enabled',
        '--coverage.reportOnFailure',
        '--coverage.include=calc.mjs',
        ...['lcov', 'cobertura', 'clover', 'json-summary', 'text-summary'].map(
          (name) => `--coverage.reporter=${name}`,
        ),
      ];
      const v8 = shop.runPackage('vitest', [
        ...flags,
        '--coverage.provider=v8',
        '--coverage.reportsDirectory=v8',
      ]);
      const result = JSON.parse(shop.read('result.json'));
      const istanbul = shop.runPackage('vitest', [
        ...flags.filter((flag) => !flag.includes('junit')),
        '--coverage.provider=istanbul',
        '--coverage.reportsDirectory=istanbul',
      ]);
      return {
        versions: { vitest: shop.version('vitest') },
        tests: [
          {
            reports: { 'junit.xml': 'junit.xml' },
            reported: {
              total: result.numTotalTests,
              passed: result.numPassedTests,
              failed: result.numFailedTests,
              skipped: result.numPendingTests + result.numTodoTests,
            },
            reportedIn: 'vitest --reporter=json',
            remark:
              'Three tests of one name count once, by the worst (2 passed less). A file that cannot be loaded is a failed case of the report (1 failed more); the tool counts no test for it.',
          },
        ],
        coverage: [...istanbulReports('v8', v8.all), ...istanbulReports('istanbul', istanbul.all)],
      };
    },
  },
  jest: {
    make(shop) {
      const flags = [
        '--ci',
        '--no-watchman',
        '--json',
        '--outputFile=result.json',
        '--reporters=default',
        '--reporters=jest-junit',
        '--coverage',
        '--collectCoverageFrom=calc.js',
        '--coverageDirectory=coverage',
        ...['lcov', 'cobertura', 'clover', 'json-summary', 'text-summary'].map(
          (name) => `--coverageReporters=${name}`,
        ),
      ];
      const { all } = shop.runPackage('jest', flags, {
        env: { JEST_JUNIT_REPORT_TEST_SUITE_ERRORS: 'true' },
      });
      const result = JSON.parse(shop.read('result.json'));
      return {
        versions: { jest: shop.version('jest'), 'jest-junit': shop.version('jest-junit') },
        tests: [
          {
            reports: { 'junit.xml': 'junit.xml' },
            reported: {
              total: result.numTotalTests,
              passed: result.numPassedTests,
              failed: result.numFailedTests,
              errors: result.numRuntimeErrorTestSuites,
              skipped: result.numPendingTests + result.numTodoTests,
            },
            reportedIn: 'jest --json',
            remark:
              'Three tests of one name count once, by the worst (2 passed less). jest-junit lists a to-do test as passed. For the file that cannot be loaded the tool counts no test. The report has two cases of one name for it, an error and a failure: one error.',
          },
        ],
        coverage: istanbulReports('coverage', all),
      };
    },
  },
  mocha: {
    make(shop) {
      const reporters = ['lcov', 'cobertura', 'clover', 'json-summary', 'text-summary'];
      for (const options of [
        'mochaFile=junit.xml,includePending=true',
        'mochaFile=jenkins.xml,jenkinsMode=true',
      ])
        shop.runPackage('mocha', [
          '--reporter=mocha-junit-reporter',
          `--reporter-option=${options}`,
          'toy.spec.cjs',
        ]);
      const { all } = shop.runPackage('nyc', [
        ...reporters.map((name) => `--reporter=${name}`),
        '--report-dir=nyc',
        '--include=calc.js',
        shop.packagePath('mocha'),
        '--reporter=json',
        '--reporter-option=output=result.json',
        'toy.spec.cjs',
      ]);
      const { stats } = JSON.parse(shop.read('result.json'));
      const reported = {
        total: stats.tests,
        passed: stats.passes,
        failed: stats.failures,
        skipped: stats.pending,
      };
      const remark =
        'Three tests of one name count once, by the worst (2 passed less). A hook that fails is a failed case of the report. The tool counts a failure but no test (1 more).';
      return {
        versions: {
          mocha: shop.version('mocha'),
          'mocha-junit-reporter': shop.version('mocha-junit-reporter'),
          nyc: shop.version('nyc'),
        },
        tests: [
          { reports: { 'junit.xml': 'junit.xml' }, reported, reportedIn: 'mocha --reporter=json', remark },
          {
            reports: { 'jenkins.xml': 'jenkins.xml' },
            reported,
            reportedIn: 'mocha --reporter=json',
            remark: `${remark} Without includePending the report leaves out skipped tests.`,
          },
        ],
        coverage: istanbulReports('nyc', all),
      };
    },
  },
  node: {
    make(shop) {
      const { all } = shop.run(process.execPath, [
        '--test',
        '--experimental-test-coverage',
        '--test-coverage-include=calc.mjs',
        '--test-reporter=junit',
        '--test-reporter-destination=junit.xml',
        '--test-reporter=lcov',
        '--test-reporter-destination=lcov.info',
        '--test-reporter=tap',
        '--test-reporter-destination=stdout',
        'toy.test.mjs',
      ]);
      const reported = (name) => pickNumber(all, new RegExp(`^# ${name} (\\d+)$`, 'm'));
      return {
        versions: { node: process.version },
        tests: [
          {
            reports: { 'junit.xml': 'junit.xml' },
            reported: {
              total: reported('tests'),
              passed: reported('pass'),
              failed: reported('fail'),
              skipped: reported('skipped') + reported('todo'),
            },
            reportedIn: 'node --test --test-reporter=tap, its last lines',
            remark:
              'Three tests of one name count once, by the worst (2 passed less). A test with sub-tests is a suite in the report and a failed test for the tool (1 failed less). To-do tests count as skipped, even if they fail.',
          },
        ],
        coverage: [
          {
            reports: { 'lcov.info': 'lcov.info' },
            format: 'lcov',
            reported: {},
            reportedIn: 'only percentages',
          },
        ],
      };
    },
  },
  playwright: {
    make(shop) {
      shop.runPackage('playwright', ['test', '--reporter=junit,json'], {
        env: { PLAYWRIGHT_JUNIT_OUTPUT_FILE: 'junit.xml', PLAYWRIGHT_JSON_OUTPUT_FILE: 'result.json' },
      });
      shop.runPackage('playwright', ['test', '--reporter=junit'], {
        env: { PLAYWRIGHT_JUNIT_OUTPUT_FILE: 'retries.xml', PLAYWRIGHT_JUNIT_INCLUDE_RETRIES: '1' },
      });
      const { stats } = JSON.parse(shop.read('result.json'));
      const reported = {
        total: stats.expected + stats.unexpected + stats.flaky + stats.skipped,
        passed: stats.expected + stats.flaky,
        failedAndErrors: stats.unexpected,
        skipped: stats.skipped,
        flaky: stats.flaky,
      };
      return {
        versions: { '@playwright/test': shop.version('@playwright/test') },
        tests: [
          {
            reports: { 'junit.xml': 'junit.xml' },
            reported,
            reportedIn: 'playwright --reporter=json',
            remark: 'Without includeRetries the report does not show that a test was flaky.',
          },
          { reports: { 'retries.xml': 'retries.xml' }, reported, reportedIn: 'playwright --reporter=json' },
        ],
      };
    },
  },
  tap: {
    make(shop) {
      const flags = ['run', '--disable-coverage', 'toy.test.mjs'];
      shop.runPackage('tap', [...flags, '--reporter=junit', '--reporter-file=junit.xml']);
      const { all } = shop.runPackage('tap', [...flags, '--reporter=tap']);
      const [, pass, fail, todo, skip] =
        /# \{ total: \d+, pass: (\d+), fail: (\d+), todo: (\d+), skip: (\d+) \}/.exec(all) ?? [];
      return {
        versions: { tap: shop.version('tap') },
        tests: [
          {
            reports: { 'junit.xml': 'junit.xml' },
            reported: { passed: Number(pass), failed: Number(fail), skipped: Number(todo) + Number(skip) },
            reportedIn: 'tap --reporter=tap, its last lines',
            remark:
              'tap marks a skipped test by a <property name="skip">. Of a to-do test it writes only the failure. Three tests of one name count once. (The numbers of its last line are assertions and sub-tests.)',
          },
        ],
      };
    },
  },
  c8: {
    make(shop) {
      const reporters = ['lcov', 'cobertura', 'clover', 'json-summary', 'text-summary'];
      const { all } = shop.runPackage('c8', [
        ...reporters.map((name) => `--reporter=${name}`),
        '--reports-dir=c8',
        process.execPath,
        'toy.mjs',
      ]);
      return { versions: { c8: shop.version('c8') }, coverage: istanbulReports('c8', all) };
    },
  },
  nyc: {
    make(shop) {
      const reporters = ['json', 'json-summary', 'lcovonly', 'text-summary'].map(
        (name) => `--reporter=${name}`,
      );
      const { all } = shop.runPackage('nyc', [...reporters, 'node', 'run.js']);
      return { versions: { nyc: shop.version('nyc') }, coverage: nycReports(all) };
    },
  },
};

/** The report of each of nyc's reporters, and the numbers that it prints. */
function nycReports(output) {
  const reported = shares(output);
  const { statements: _, ...withoutStatements } = reported;
  const reportedIn = 'the reporter text-summary';
  return [
    ['coverage-final.json', 'istanbul_final', reported],
    ['coverage-summary.json', 'istanbul', reported],
    ['lcov.info', 'lcov', withoutStatements],
  ].map(([name, format, own]) => ({
    reports: { [name]: `coverage/${name}` },
    format,
    reported: own,
    reportedIn,
  }));
}

/** Istanbul's reporters write one coverage in four formats and print the same numbers. */
function istanbulReports(folder, output) {
  const reported = shares(output);
  const { statements: _, ...withoutStatements } = reported;
  const reportedIn = 'the reporter text-summary';
  const report = (name, format, more) => ({
    reports: { [`${folder}/${name}`]: `${folder}/${name}` },
    format,
    reported: withoutStatements,
    reportedIn,
    ...more,
  });
  const branches =
    'A branch on a line without a statement (a default argument) is not in a Cobertura report.';
  const statements = "Istanbul's Clover report lists statements as lines.";
  const isByLine = reported.statements?.total === reported.lines?.total;
  return [
    report('lcov.info', 'lcov'),
    report('cobertura-coverage.xml', 'cobertura', isByLine ? {} : { remark: branches }),
    report('clover.xml', 'clover', isByLine ? { reported } : { reported, remark: statements }),
    report('coverage-summary.json', 'istanbul', { reported }),
  ];
}
