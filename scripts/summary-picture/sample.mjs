/** @file A job as it could be, with everything that the reporter knows: what the picture in the README is made of. */

const START = 1_772_446_503;

/** A curve that looks measured and is the same each time. */
function wave(index, { base, swing, pace }) {
  const noise = Math.sin(index * 12.9898) * 43_758.5453;
  return base + swing * Math.sin(index / pace) + swing * 0.5 * (noise - Math.floor(noise));
}

const steps = [
  ['Set up job', 0, 3, true],
  ['Checkout', 3, 9, true],
  ['Set up Node.js', 9, 21, true],
  ['npm ci', 21, 74, true],
  ['Lint & types', 74, 118, true],
  ['Unit tests', 118, 402, false],
  ['Browser tests', 121, 585, true],
  ['Build', 585, 640, true],
  ['Upload artifact', 640, 640, true],
].map(([name, start, end, isSuccess]) => ({
  name,
  startedAt: START + start,
  endedAt: START + end,
  isSuccess,
}));

const slots = Array.from({ length: 44 }, (_, index) => {
  const isBusy = index * 15 > 110 && index * 15 < 590;
  const cpu = Math.min(97, wave(index, { base: isBusy ? 62 : 18, swing: isBusy ? 16 : 9, pace: 2.4 }));
  const memory =
    1.4 + 3.6 / (1 + Math.exp(-(index - 14) / 3)) + wave(index, { base: 0, swing: 0.12, pace: 1.7 });
  return {
    startedAt: START + index * 15,
    cpuPercent: { mean: Math.max(2, cpu), max: Math.min(100, Math.max(2, cpu) + 9 + (index % 5) * 4) },
    memoryUsedBytes: { mean: memory * 1024 ** 3, max: (memory + 0.25 + (index % 4) * 0.11) * 1024 ** 3 },
    diskPercent: { mean: 61 + index / 20, max: 61.2 + index / 20 },
    networkReceivedBytesPerSecond: {
      mean: index < 6 ? 9_400_000 : 12_000,
      max: index < 6 ? 41_000_000 : 96_000,
    },
  };
});

const suites = [
  ['server/retry.test.ts', 58, 2, 0, 0, 12.4],
  ['browser/checkout.spec.ts', 31, 1, 0, 2, 148.9],
  ['server/session.test.ts', 87, 0, 0, 1, 9.8],
  ['core/path.test.ts', 236, 0, 4, 0, 4.8],
].map(([name, total, failed, skipped, flaky, durationSeconds]) => ({
  name,
  total,
  passed: total - failed - skipped,
  failed,
  errors: 0,
  skipped,
  flaky,
  durationSeconds,
}));

const PREFIX = 'ci.octo-org.shop.ci.build';
const points = [
  ['bundle.entries', '3'],
  ['job.duration_seconds', '645'],
  ['job.success', '0'],
  ['tests.total', '412'],
  ['tests.failed', '3'],
  ['coverage.lines.percent', '91.27'],
  ['size.app.bytes', '1482911'],
  ['runner.cpu_percent.mean', '47.1'],
  ['runner.network_received_bytes_per_second.max', '41000000'],
].map(([path, value], index) => ({
  path: index === 0 ? `ci.octo-org.shop.${path}` : `${PREFIX}.${path}`,
  value,
  timestamp: START + 645,
}));

/** The Result of that job. */
export const sample = {
  delivery: 'confirmed',
  server: 'carbon.example.com:2003',
  evidence: 'kernel',
  batches: 1,
  lines: points.length,
  bytes: points.reduce((sum, { path, value }) => sum + path.length + value.length + 13, 0),
  attempts: 1,
  undelivered: 0,
  linesMade: points.length,
  points,
  renamed: [],
  renamedCount: 0,
  warnings: [],
  figures: {
    tests: {
      total: 412,
      passed: 405,
      failed: 3,
      errors: 0,
      skipped: 4,
      flaky: 3,
      durationSeconds: 175.9,
      suites,
    },
    coverage: [
      { kind: 'lines', covered: 8123, total: 8900 },
      { kind: 'branches', covered: 2210, total: 2741 },
      { kind: 'functions', covered: 1630, total: 1702 },
    ],
    sizes: [
      { name: 'app', bytes: 1_482_911, gzipBytes: 421_377, files: 14 },
      { name: 'styles', bytes: 96_310, gzipBytes: 17_204, files: 2 },
    ],
    job: { status: 'failure', durationSeconds: 645, steps },
    runner: { slotSeconds: 15, slots },
  },
};
