import { pickNumber } from './parse-output.mjs';

const PYTHON = '/usr/bin/python3';

/**
 * Debian's tools: the programs that each one needs, the packages that contain them, and the function that makes its
 * reports.
 */
export const debianTools = {
  pytest: {
    needs: [
      PYTHON,
      '/usr/lib/python3/dist-packages/pytest/__init__.py',
      '/usr/lib/python3/dist-packages/pytest_cov',
    ],
    packages: ['python3-pytest', 'python3-pytest-cov', 'python3-pytest-rerunfailures'],
    make(shop) {
      const flags = [
        '-m',
        'pytest',
        '-p',
        'no:cacheprovider',
        '--continue-on-collection-errors',
        '--junitxml=junit.xml',
      ];
      const coverage = [
        '--cov=calc',
        '--cov-branch',
        '--cov-report=xml:cobertura.xml',
        '--cov-report=lcov:lcov.info',
      ];
      const { all } = shop.run(PYTHON, [...flags, ...coverage]);
      const reported = (word) =>
        pickNumber(all.slice(all.lastIndexOf('=====\n') - 200), new RegExp(`(\\d+) ${word}`));
      shop.run(PYTHON, ['-m', 'coverage', 'json', '-o', 'coverage.json']);
      const { totals } = JSON.parse(shop.read('coverage.json'));
      const lines = { covered: totals.covered_lines, total: totals.num_statements };
      const branches = { covered: totals.covered_branches, total: totals.num_branches };
      const reportedIn = 'coverage json';
      return {
        versions: pythonVersions(shop, ['pytest', 'coverage', 'pytest_cov', 'pytest_rerunfailures']),
        tests: [
          {
            reports: { 'junit.xml': 'junit.xml' },
            reported: {
              passed: reported('passed') + reported('xpassed'),
              failed: reported('failed'),
              errors: reported('error'),
              skipped: reported('skipped') + reported('xfailed'),
            },
            reportedIn: "pytest's last line; xfailed is skipped in the report, xpassed is passed",
            remark:
              'A test that fails in its body and its tear-down appears as two cases of one name: one error (1 failed less). A test that fails only in its tear-down is an error. The tool counts it as passed too (1 passed less).',
          },
        ],
        coverage: [
          {
            reports: { 'lcov.info': 'lcov.info' },
            format: 'lcov',
            reported: { lines, branches },
            reportedIn,
          },
          {
            reports: { 'cobertura.xml': 'cobertura.xml' },
            format: 'cobertura',
            reported: { lines, branches },
            reportedIn,
          },
        ],
      };
    },
  },
  unittest: {
    needs: [PYTHON, '/usr/lib/python3/dist-packages/xmlrunner'],
    packages: ['python3-xmlrunner'],
    make(shop) {
      const { all } = shop.run(PYTHON, ['-m', 'xmlrunner', 'test_toy', '--output-file', 'junit.xml']);
      const reported = (word) => pickNumber(all, new RegExp(`${word}=(\\d+)`));
      return {
        versions: pythonVersions(shop, ['xmlrunner']),
        tests: [
          {
            reports: { 'junit.xml': 'junit.xml' },
            reported: {
              total: pickNumber(all, /Ran (\d+) tests?/),
              failed: reported('failures') + reported('unexpected successes'),
              errors: reported('errors'),
              skipped: reported('skipped') + reported('expected failures'),
            },
            reportedIn: "the runner's last lines",
            remark:
              'A failure in setUpClass is a case of the report, but the tool counts no test for it. An unexpected success is an error in the report.',
          },
        ],
      };
    },
  },
  go: {
    needs: ['go', 'gotestsum'],
    packages: ['golang-go', 'gotestsum'],
    make(shop) {
      const run = (attempts, flags) => {
        const env = {
          GOPROXY: 'off',
          GOFLAGS: '-mod=mod',
          GOTOOLCHAIN: 'local',
          CGO_ENABLED: '0',
          TOY_ATTEMPTS: `${shop.project}/${attempts}`,
        };
        const { all } = shop.run('gotestsum', ['--format=testname', ...flags], { env });
        const done = all.slice(all.lastIndexOf('DONE '));
        return {
          total: pickNumber(done, /(\d+) tests?/),
          failed: pickNumber(done, /(\d+) failures?/),
          errors: pickNumber(done, /(\d+) errors?/),
          skipped: pickNumber(done, /(\d+) skipped/),
        };
      };
      const reportedIn = "gotestsum's last line (DONE)";
      return {
        versions: {
          go: shop.run('go', ['version']).stdout.split(' ')[2],
          gotestsum: debianVersion(shop, 'gotestsum'),
        },
        tests: [
          {
            reports: { 'junit.xml': 'junit.xml' },
            reported: run('once', ['--junitfile=junit.xml', './...']),
            reportedIn,
            remark:
              'A package that cannot be built is an attribute (errors="1") of <testsuites> and no case. It counts as one error; the tool counts no test for it (1 more).',
          },
          {
            reports: { 'reruns.xml': 'reruns.xml' },
            reported: run('again', ['--junitfile=reruns.xml', '--rerun-fails', '--packages=.']),
            reportedIn,
            remark:
              'The results of all runs are cases of one name. They count once, by the worst, so a test that passed in the end counts as failed.',
          },
        ],
      };
    },
  },
  gocover: {
    needs: ['go'],
    packages: ['golang-go'],
    make(shop) {
      const env = { GOFLAGS: '-mod=mod', GOCACHE: `${shop.project}/.cache` };
      const flags = ['-coverpkg=./...', '-covermode=count', '-coverprofile=cover.out'];
      shop.run('go', ['test', ...flags, './...'], { env });
      const { all } = shop.run('go', ['tool', 'cover', '-func=cover.out'], { env });
      return {
        versions: { go: shop.run('go', ['version'], { env }).stdout.split(' ')[2] },
        coverage: [
          {
            reports: { 'cover.out': 'cover.out' },
            format: 'gocover',
            reported: { percentOfStatements: pickNumber(all, /^total:\s.*?([\d.]+)%/m) },
            reportedIn: 'go tool cover -func, its last line',
          },
        ],
      };
    },
  },
  ctest: {
    needs: ['ctest', 'cmake', 'make'],
    packages: ['cmake', 'make'],
    make(shop) {
      shop.run('cmake', ['-S', '.', '-B', 'build']);
      const { all } = shop.run('ctest', ['--test-dir', 'build', '--output-junit', '../junit.xml']);
      const [, failed, total] = /tests passed, (\d+) tests failed out of (\d+)/.exec(all) ?? [];
      const notRun = all.match(/\(Disabled\)$|\(Skipped\)$/gm)?.length ?? 0;
      return {
        versions: { ctest: shop.run('ctest', ['--version']).stdout.split(/\s/)[2] },
        tests: [
          {
            reports: { 'junit.xml': 'junit.xml' },
            reported: { total: Number(total), failedAndErrors: Number(failed), skipped: notRun },
            reportedIn: "ctest's last lines",
            remark:
              'A test that cannot start, or whose fixture failed, is notrun and skipped in the report. The tool counts it as failed. A disabled test is not in the total that the tool prints.',
          },
        ],
      };
    },
  },
  googletest: {
    needs: ['g++', '/usr/include/gtest/gtest.h'],
    packages: ['g++', 'libgtest-dev'],
    make(shop) {
      shop.run('g++', ['-o', 'toy', 'toy.cc', '-lgtest', '-lgtest_main', '-pthread']);
      const { all } = shop.run('./toy', ['--gtest_output=xml:junit.xml']);
      return {
        versions: { googletest: debianVersion(shop, 'libgtest-dev') },
        tests: [
          {
            reports: { 'junit.xml': 'junit.xml' },
            reported: {
              passed: pickNumber(all, /\[ {2}PASSED {2}\] (\d+) tests?/),
              failed: pickNumber(all, /^ *(\d+) FAILED TESTS?/m),
              skipped:
                pickNumber(all, /\[ {2}SKIPPED \] (\d+) tests?/) +
                pickNumber(all, /YOU HAVE (\d+) DISABLED TESTS?/),
            },
            reportedIn: "the program's last lines; a disabled test is skipped",
          },
        ],
      };
    },
  },
  catch2: {
    needs: ['g++', '/usr/include/catch2/catch.hpp'],
    packages: ['g++', 'catch2'],
    make(shop) {
      shop.run('g++', ['-o', 'toy', 'toy.cc']);
      shop.run('./toy', ['-r', 'junit', '-o', 'junit.xml']);
      const { all } = shop.run('./toy', []);
      const [, total, passed, failed] =
        /test cases: +(\d+) \| +(\d+) passed \| +(\d+) failed/.exec(all) ?? [];
      return {
        versions: { catch2: debianVersion(shop, 'catch2') },
        tests: [
          {
            reports: { 'junit.xml': 'junit.xml' },
            reported: { total: Number(total), passed: Number(passed), failedAndErrors: Number(failed) },
            reportedIn: "the program's last lines",
            remark:
              'Sections are cases of the report (2 more). For the tool they are parts of one test, of which one fails. A failure in a case with <skipped> was expected, so it counts neither as passed nor as failed.',
          },
        ],
      };
    },
  },
  phpunit: {
    needs: ['php', 'phpunit', '/usr/share/doc/php-xdebug'],
    packages: ['phpunit', 'php-xdebug'],
    make(shop) {
      const { all } = shop.run(
        'phpunit',
        [
          '--log-junit=junit.xml',
          '--coverage-clover=clover.xml',
          '--coverage-cobertura=cobertura.xml',
          '--coverage-text=coverage.txt',
        ],
        { env: { XDEBUG_MODE: 'coverage' } },
      );
      const reported = (word) => pickNumber(all, new RegExp(`${word}: (\\d+)`));
      const text = shop.read('coverage.txt');
      const share = (word) => {
        const [, covered, total] = new RegExp(`${word}: .*?\\( *(\\d+)/ *(\\d+)\\)`).exec(text) ?? [];
        return { covered: Number(covered), total: Number(total) };
      };
      const [lines, functions] = [share('Lines'), share('Methods')];
      return {
        versions: { phpunit: debianVersion(shop, 'phpunit'), xdebug: debianVersion(shop, 'php-xdebug') },
        tests: [
          {
            reports: { 'junit.xml': 'junit.xml' },
            reported: {
              total: reported('Tests'),
              failed: reported('Failures'),
              errors: reported('Errors'),
              skipped: reported('Skipped') + reported('Incomplete'),
            },
            reportedIn: "phpunit's last line",
            remark: 'A risky test is an error in the report.',
          },
        ],
        coverage: [
          {
            reports: { 'clover.xml': 'clover.xml' },
            format: 'clover',
            reported: { lines, functions, statements: lines },
            reportedIn: 'phpunit --coverage-text',
          },
          {
            reports: { 'cobertura.xml': 'cobertura.xml' },
            format: 'cobertura',
            reported: { lines, functions },
            reportedIn: 'phpunit --coverage-text',
          },
        ],
      };
    },
  },
  bats: {
    needs: ['bats'],
    packages: ['bats'],
    make(shop) {
      shop.run('bats', ['--report-formatter', 'junit', '--output', '.', 'toy.bats', 'other.bats']);
      const { stdout } = shop.run('bats', ['--tap', 'toy.bats', 'other.bats']);
      const count = (pattern) => stdout.match(pattern)?.length ?? 0;
      const skipped = count(/^ok .* # skip/gm);
      return {
        versions: { bats: shop.run('bats', ['--version']).stdout.trim().split(' ')[1] },
        tests: [
          {
            reports: { 'junit.xml': 'report.xml' },
            reported: { passed: count(/^ok /gm) - skipped, failed: count(/^not ok /gm), skipped },
            reportedIn: 'the lines of bats --tap',
          },
        ],
      };
    },
  },
  rspec: {
    needs: ['rspec', '/usr/share/doc/ruby-rspec-junit-formatter'],
    packages: ['ruby-rspec', 'ruby-rspec-junit-formatter'],
    make(shop) {
      const { all } = shop.run('rspec', [
        ...['toy_spec.rb', '--require', 'rspec_junit_formatter', '--format', 'progress'],
        ...['--format', 'RspecJunitFormatter', '--out', 'junit.xml'],
      ]);
      const [, total, failed, pending] = /(\d+) examples?, (\d+) failures?, (\d+) pending/.exec(all) ?? [];
      return {
        versions: {
          rspec: debianVersion(shop, 'ruby-rspec'),
          rspec_junit_formatter: debianVersion(shop, 'ruby-rspec-junit-formatter'),
        },
        tests: [
          {
            reports: { 'junit.xml': 'junit.xml' },
            reported: { total: Number(total), failed: Number(failed), skipped: Number(pending) },
            reportedIn: "rspec's last lines",
            remark: 'Three tests of one name are counted once.',
          },
        ],
      };
    },
  },
  perl: {
    needs: ['prove', '/usr/share/perl5/TAP/Formatter/JUnit.pm'],
    packages: ['perl', 'libtap-formatter-junit-perl'],
    make(shop) {
      const tests = ['toy.t', 'dies.t', 'skipped.t'];
      const { stdout } = shop.run('prove', ['--timer', '--formatter', 'TAP::Formatter::JUnit', ...tests], {
        // The order of the attributes depends on Perl's hashes.
        env: { PERL_HASH_SEED: '0', PERL_PERTURB_KEYS: '0' },
      });
      shop.write('junit.xml', stdout);
      const tap = tests.map((test) => shop.run('perl', [test]).stdout).join('');
      const count = (pattern) => tap.match(pattern)?.length ?? 0;
      const skipped = count(/^ok .*# skip/gim);
      const toDo = count(/^not ok .*# TODO/gm);
      return {
        versions: { 'TAP::Formatter::JUnit': debianVersion(shop, 'libtap-formatter-junit-perl') },
        tests: [
          {
            reports: { 'junit.xml': 'junit.xml' },
            reported: {
              passed: count(/^ok /gm) - skipped,
              failed: count(/^not ok /gm) - toDo,
              skipped: skipped + toDo,
            },
            reportedIn: 'the lines that the tests print (TAP)',
            remark:
              'The formatter lists skipped and to-do tests as passed. With --timer it lists the time before and after the tests as cases, (init) and (teardown). A file that crashed is an <error> of its suite: one more result.',
          },
        ],
      };
    },
  },
  gcov: {
    needs: ['g++', 'gcovr', 'lcov'],
    packages: ['g++', 'gcovr', 'lcov'],
    make(shop) {
      for (const name of ['main', 'other']) shop.run('g++', ['--coverage', '-O0', '-c', `${name}.cc`]);
      shop.run('g++', ['--coverage', '-o', 'toy', 'main.o', 'other.o']);
      shop.run('./toy', []);
      const branches = ['--rc', 'lcov_branch_coverage=1'];
      const capture = [
        '--capture',
        '--directory',
        '.',
        '--no-external',
        '--output-file',
        'lcov.info',
        ...branches,
      ];
      shop.run('lcov', capture);
      const summary = shop.run('lcov', ['--summary', 'lcov.info', ...branches]);
      shop.run('gcovr', ['--cobertura', 'gcovr.xml', '--json-summary', 'gcovr.json', '.']);
      const gcovrSaid = JSON.parse(shop.read('gcovr.json'));
      const share = (kind) => ({ covered: gcovrSaid[`${kind}_covered`], total: gcovrSaid[`${kind}_total`] });
      const reported = (word) => {
        const [, covered, total] = new RegExp(`${word}\\.+: .*\\((\\d+) of (\\d+)`).exec(summary.all) ?? [];
        return { covered: Number(covered), total: Number(total) };
      };
      return {
        versions: {
          gcc: debianVersion(shop, 'g++'),
          lcov: debianVersion(shop, 'lcov'),
          gcovr: debianVersion(shop, 'gcovr'),
        },
        coverage: [
          {
            reports: { 'lcov.info': 'lcov.info' },
            format: 'lcov',
            reported: {
              lines: reported('lines'),
              branches: reported('branches'),
              functions: reported('functions'),
            },
            reportedIn: 'lcov --summary',
          },
          {
            reports: { 'cobertura.xml': 'gcovr.xml' },
            format: 'cobertura',
            reported: { lines: share('line'), branches: share('branch') },
            reportedIn: 'gcovr --json-summary',
          },
        ],
      };
    },
  },
};

function pythonVersions(shop, modules) {
  const code = `import json, importlib.metadata as m, sys; print(json.dumps({n: m.version(n) for n in sys.argv[1:]}))`;
  const names = modules.map((name) =>
    name === 'xmlrunner' ? 'unittest-xml-reporting' : name.replaceAll('_', '-'),
  );
  return JSON.parse(shop.run(PYTHON, ['-c', code, ...names]).stdout);
}

/** The version of an installed Debian package. */
export function debianVersion(shop, name) {
  return shop.run('dpkg-query', ['--show', '--showformat=${Version}', name]).stdout;
}
