/** The counts of the one report of a project. */
const listTests = (path: string, total = 1): string[] =>
  [
    ...[`total ${total}`, `passed ${total}`, 'failed 0', 'errors 0', 'skipped 0', 'flaky 0'],
    'duration_seconds #',
  ].map((end) => `${path}.${end}`);

const listJob = (path: string): string[] =>
  ['duration_seconds #', 'success 1', 'failure 0', 'cancelled 0', 'attempt 1'].map(
    (end) => `${path}.job.${end}`,
  );

const listSize = (path: string, { bytes, files }: { bytes: number; files: number }): string[] =>
  [`bytes ${bytes}`, 'gzip_bytes #', `files ${files}`].map((end) => `${path}.${end}`);

const listCoverage = (path: string): string[] =>
  ['covered 1', 'total 2', 'percent 50'].map((end) => `${path}.coverage.lines.${end}`);

const TEST = 'ci.acme.app.ci.test';
const COUNT = 'ci.acme.app.test_count 412';
const listSizes = (path: string): string[] => [
  ...listSize(`${path}.size.bundle`, { bytes: 1010, files: 2 }),
  ...listSize(`${path}.size.styles`, { bytes: 10, files: 1 }),
];
const LEG = 'ci.acme.app.ubuntu-24_04';
const PACKAGES = [...listTests(`${TEST}.api.tests`), ...listTests(`${TEST}.web.tests`)];

/** Workflows that need a Graphite or a TLS proxy (tested in `servers.test.ts`), and a workflow that is called. */
export const UNTRIED: readonly string[] = [
  'docs/delivery.md: Read back',
  'docs/delivery.md: TLS',
  "docs/insight.md: Is today's value normal?",
  'docs/insight.md: Events',
  'docs/insight.md: Recipe: a guard for a bundle',
  'docs/insight.md: Recipe: a watch on test durations',
  'docs/org-wide.md: A whole organisation',
];

/** The lines, without timestamps, that each workflow sends on the default branch. `#` is any number. */
export const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'README.md: Quick start': [...listTests(`${TEST}.tests`), ...listJob(TEST)],
  'README.md: Your own numbers': [COUNT, 'ci.acme.app.build.duration_seconds #'],
  'README.md: Matrix': ['ci.acme.app.ubuntu-24_04.test_count 412'],
  'README.md: Pull requests and branches': [COUNT],
  'README.md: Several packages in one job': listTests(`${TEST}.api.tests`),
  'docs/delivery.md: Several servers': [COUNT],
  'docs/inputs.md: Data files': ['ci.acme.app.coverage.lines 87.5', 'ci.acme.app.bundle.bytes #'],
  'docs/monorepo.md: Several packages in one repository': [
    ...listTests(`${TEST}.packages.api.reports.tests`),
    ...listTests(`${TEST}.packages.web.reports.tests`),
  ],
  'docs/monorepo.md: One step for each package': PACKAGES,
  'docs/monorepo.md: Your own numbers': [
    'ci.acme.app.packages.api.endpoint_count 31',
    'ci.acme.app.packages.web.page_count 12',
  ],
  'docs/troubleshooting.md: What would be sent': [],
  'docs/paths.md: Group': [COUNT],
  'docs/paths.md: Source': [
    'ci.acme.api.open_issues 12',
    'ci.acme.api.stars 40',
    'ci.acme.web.open_issues 7',
  ],
  'docs/paths.md: Tags': ['ci.acme.app.test_count;os=ubuntu-24.04 412'],
  'docs/reports.md: Tests': [...listTests(`${TEST}.tests`), ...listTests(`${TEST}.tests.suite.a_test_js`)],
  'docs/reports.md: Coverage': listCoverage(TEST),
  'docs/reports.md: Sizes': listSizes(TEST),
  'docs/reports.md: The job': listJob(TEST),
  'docs/reports.md: Files that are made later': [...listTests(`${TEST}.tests`), ...listJob(TEST)],
  'examples/workflows/bundle-size.yml': [
    ...listCoverage('ci.acme.app.ci.bundle'),
    ...listSizes('ci.acme.app.ci.bundle'),
  ],
  'examples/workflows/job-and-tests.yml': [...listTests(`${TEST}.tests`), ...listJob(TEST)],
  'examples/workflows/keep-undelivered.yml': ['ci.acme.app.test_count 411', COUNT],
  'examples/workflows/matrix.yml': [
    `${LEG}.test_count 412`,
    ...listTests(`${LEG}.ci.test.ubuntu-24_04-22.tests`),
  ],
  'examples/workflows/monorepo.yml': PACKAGES,
  'examples/workflows/nightly.yml': listJob('ci.acme.app.nightly'),
  'examples/workflows/own-numbers.yml': [
    'ci.acme.app.build.duration_seconds #',
    'ci.acme.app.file_count 57',
    'ci.acme.app.todo_count 0',
    'ci.acme.app.test_count 412',
  ],
  'examples/workflows/reusable.yml': [...listTests(`${TEST}.tests`), ...listJob(TEST)],
};
