import { pickNumber, shares } from './said.mjs';

/** npm's tools: how each makes its reports, and what it says itself of what they hold. */
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
            said: {
              total: result.numTotalTests,
              passed: result.numPassedTests,
              failed: result.numFailedTests,
              skipped: result.numPendingTests + result.numTodoTests,
            },
            saidBy: 'vitest --reporter=json',
            remark:
              'Three tests of one name are counted once, by the worst (2 passed ones less); a file that cannot be loaded is a failed case of the report and no test of the tool (1 failed more).',
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
            said: {
              total: result.numTotalTests,
              passed: result.numPassedTests,
              failed: result.numFailedTests,
              errors: result.numRuntimeErrorTestSuites,
              skipped: result.numPendingTests + result.numTodoTests,
            },
            saidBy: 'jest --json',
            remark:
              'Three tests of one name are counted once, by the worst (2 passed ones less); jest-junit lists a to-do test as one that passed; the file that cannot be loaded is no test of the tool, and two cases of one name in the report, an error and a failure: one error.',
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
      const said = {
        total: stats.tests,
        passed: stats.passes,
        failed: stats.failures,
        skipped: stats.pending,
      };
      const remark =
        'Three tests of one name are counted once, by the worst (2 passed ones less); a hook that fails is a failed case of the report, and for the tool a failure but no test (1 more).';
      return {
        versions: {
          mocha: shop.version('mocha'),
          'mocha-junit-reporter': shop.version('mocha-junit-reporter'),
          nyc: shop.version('nyc'),
        },
        tests: [
          { reports: { 'junit.xml': 'junit.xml' }, said, saidBy: 'mocha --reporter=json', remark },
          {
            reports: { 'jenkins.xml': 'jenkins.xml' },
            said,
            saidBy: 'mocha --reporter=json',
            remark: `${remark} Without includePending the skipped ones are not in the report.`,
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
      const said = (name) => pickNumber(all, new RegExp(`^# ${name} (\\d+)$`, 'm'));
      return {
        versions: { node: process.version },
        tests: [
          {
            reports: { 'junit.xml': 'junit.xml' },
            said: {
              total: said('tests'),
              passed: said('pass'),
              failed: said('fail'),
              skipped: said('skipped') + said('todo'),
            },
            saidBy: 'node --test --test-reporter=tap, its last lines',
            remark:
              'Three tests of one name are counted once, by the worst (2 passed ones less); a test with sub-tests is a suite in the report and a failed test of the tool (1 failed less); to-do tests count as skipped, even where they fail.',
          },
        ],
        coverage: [
          {
            reports: { 'lcov.info': 'lcov.info' },
            format: 'lcov',
            said: {},
            saidBy: 'nothing but percentages',
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
      const said = {
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
            said,
            saidBy: 'playwright --reporter=json',
            remark: 'Without includeRetries the report does not tell that a test was flaky.',
          },
          { reports: { 'retries.xml': 'retries.xml' }, said, saidBy: 'playwright --reporter=json' },
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
            said: { passed: Number(pass), failed: Number(fail), skipped: Number(todo) + Number(skip) },
            saidBy: 'tap --reporter=tap, its last lines',
            remark:
              'tap tells that a test is skipped by a <property name="skip">, and nothing of one that is to be done but its failure; three tests of one name are counted once. (The numbers of its last line are assertions and sub-tests.)',
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

/** What each of nyc's reporters writes, and what it says as text. */
function nycReports(output) {
  const said = shares(output);
  const { statements: _, ...withoutStatements } = said;
  const saidBy = 'the reporter text-summary';
  return [
    ['coverage-final.json', 'istanbul_final', said],
    ['coverage-summary.json', 'istanbul', said],
    ['lcov.info', 'lcov', withoutStatements],
  ].map(([name, format, own]) => ({ reports: { [name]: `coverage/${name}` }, format, said: own, saidBy }));
}

/** Istanbul's reporters write one coverage in four formats, and say the same as text. */
function istanbulReports(folder, output) {
  const said = shares(output);
  const { statements: _, ...withoutStatements } = said;
  const saidBy = 'the reporter text-summary';
  const report = (name, format, more) => ({
    reports: { [`${folder}/${name}`]: `${folder}/${name}` },
    format,
    said: withoutStatements,
    saidBy,
    ...more,
  });
  const branches =
    'A branch on a line without a statement (a default argument) is not in a Cobertura report.';
  const statements = "Istanbul's Clover writes its lines as statements.";
  const isByLine = said.statements?.total === said.lines?.total;
  return [
    report('lcov.info', 'lcov'),
    report('cobertura-coverage.xml', 'cobertura', isByLine ? {} : { remark: branches }),
    report('clover.xml', 'clover', isByLine ? { said } : { said, remark: statements }),
    report('coverage-summary.json', 'istanbul', { said }),
  ];
}
