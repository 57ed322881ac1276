import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RECORD_BYTES } from '../../src/collect/runner/slot-records.ts';
import { waitUntil } from '../fault-matrix/wait.ts';
import { startApiServer } from '../github/api-server.ts';
import { listDiagrams, startMermaid } from '../report/mermaid-parser.ts';
import { runStep } from '../scenarios/act.ts';
import { readHandle } from '../scenarios/sampler-process.ts';
import type { Point } from '../support/carbon-points.ts';
import { CARBON_SERVERS } from '../support/carbon-servers.ts';
import { startGraphiteWeb } from '../support/graphite-web.ts';
import { needs } from '../support/needs.ts';
import { type ActionRun, runPost } from '../support/runner.ts';

const prefix = 'ci.acme.app.ubuntu-24_04';
const scope = `${prefix}.nightly.build.ubuntu-24_04-22`;
const CHARACTERS_PER_DIAGRAM = 50_000;

/** Bytes that do not compress. `gzip` makes one stored block of each such file. */
function makeNoise(count: number): Buffer {
  const parts = Array.from({ length: Math.ceil(count / 64) }, (_, index) =>
    createHash('sha512').update(String(index)).digest(),
  );
  return Buffer.concat(parts).subarray(0, count);
}

/** Head and trailer of a gzip file, and the head of a stored block. */
const GZIP_BYTES = 18 + 5;

const files: Readonly<Record<string, string | Uint8Array>> = {
  'numbers.json': '{"bundle": {"chunks": 7, "ratio": 0.25}}',
  'lines.txt': 'disk.free 1.5e9\n',
  'reports/unit.xml': `<?xml version="1.0"?><testsuites>
    <testsuite name="unit">
      <testcase classname="a" name="one" time="0.1"/>
      <testcase classname="a" name="two" time="0.2"/>
      <testsuite name="inner"><testcase classname="b" name="three" time="1"><skipped/></testcase></testsuite>
    </testsuite></testsuites>`,
  'reports/web.xml': `<testsuite name="web.login">
      <testcase classname="w" name="one" time="0.25"><failure message="no"/></testcase>
      <testcase classname="w" name="two" time="0.25"><error/></testcase>
      <testcase classname="w" name="three" time="0.5"><flakyFailure message="once"/></testcase>
    </testsuite>`,
  'coverage/a.info': `SF:src/a.js
FN:1,f
FN:3,g
FNDA:2,f
FNDA:0,g
BRDA:1,0,0,1
BRDA:1,0,1,0
DA:1,1
DA:2,0
DA:3,0
end_of_record
`,
  // The source file that both reports name, so both describe one file.
  'src/a.js': 'f();\n\ng();\nf();\n',
  'coverage/b.info': 'SF:src/a.js\nDA:2,5\nDA:3,0\nDA:4,1\nend_of_record\n',
  'dist/a.bin': makeNoise(1000),
  'dist/sub/b.bin': makeNoise(500),
  'dist/b.map': 'not counted',
};

/** The expected counts of these files, counted by hand. */
const named = {
  [`${prefix}.build.count`]: 412,
  [`${prefix}.deploy.ok`]: 1,
  [`${prefix}.bundle.chunks`]: 7,
  [`${prefix}.bundle.ratio`]: 0.25,
  [`${prefix}.disk.free`]: 1_500_000_000,
};
const collected = {
  'tests.total': 6,
  'tests.passed': 3,
  'tests.failed': 1,
  'tests.errors': 1,
  'tests.skipped': 1,
  'tests.flaky': 1,
  'tests.duration_seconds': 2.3,
  'tests.suite.unit.total': 2,
  'tests.suite.unit.passed': 2,
  'tests.suite.unit.failed': 0,
  'tests.suite.unit.errors': 0,
  'tests.suite.unit.skipped': 0,
  'tests.suite.unit.flaky': 0,
  'tests.suite.unit.duration_seconds': 0.3,
  'tests.suite.inner.total': 1,
  'tests.suite.inner.passed': 0,
  'tests.suite.inner.failed': 0,
  'tests.suite.inner.errors': 0,
  'tests.suite.inner.skipped': 1,
  'tests.suite.inner.flaky': 0,
  'tests.suite.inner.duration_seconds': 1,
  'tests.suite.web_login.total': 3,
  'tests.suite.web_login.passed': 1,
  'tests.suite.web_login.failed': 1,
  'tests.suite.web_login.errors': 1,
  'tests.suite.web_login.skipped': 0,
  'tests.suite.web_login.flaky': 1,
  'tests.suite.web_login.duration_seconds': 1,
  'coverage.lines.covered': 3,
  'coverage.lines.total': 4,
  'coverage.lines.percent': 75,
  'coverage.branches.covered': 1,
  'coverage.branches.total': 2,
  'coverage.branches.percent': 50,
  'coverage.functions.covered': 1,
  'coverage.functions.total': 2,
  'coverage.functions.percent': 50,
  'size.bundle.bytes': 1500,
  'size.bundle.gzip_bytes': 1500 + 2 * GZIP_BYTES,
  'size.bundle.files': 2,
  'size.first.bytes': 1000,
  'size.first.gzip_bytes': 1000 + GZIP_BYTES,
  'size.first.files': 1,
};
const ofJob = {
  'job.success': 0,
  'job.failure': 1,
  'job.cancelled': 0,
  'job.attempt': 2,
  'job.queued_seconds': 7,
  'job.setup_seconds': 2,
  'step.Set_up_job.duration_seconds': 2,
  'step.Set_up_job.success': 1,
  'step.actions_checkout.duration_seconds': 3,
  'step.actions_checkout.success': 1,
  'step.npm_test.duration_seconds': 60,
  'step.npm_test.success': 0,
  'step.npm_test_2.duration_seconds': 0,
  'step.npm_test_2.success': 1,
};

function makeStep(name: string, [from, to]: readonly [number, number], conclusion = 'success') {
  const toTime = (second: number): string =>
    new Date(Date.UTC(2026, 10, 24, 10) + second * 1000).toISOString();
  return {
    name,
    status: 'completed',
    conclusion,
    number: 1,
    started_at: toTime(from),
    completed_at: toTime(to),
  };
}

const job = {
  id: 77,
  run_id: 1658821493,
  run_attempt: 2,
  name: 'build (ubuntu-24.04, 22)',
  status: 'in_progress',
  conclusion: null,
  created_at: '2026-11-24T10:00:00Z',
  started_at: '2026-11-24T10:00:07Z',
  completed_at: null,
  runner_name: 'GitHub Actions 1',
  steps: [
    makeStep('Set up job', [7, 9]),
    makeStep('Run actions/checkout@v7', [9, 12]),
    makeStep('Run npm test', [12, 72], 'failure'),
    // The clock was set back.
    makeStep('Run npm test', [72, 70]),
    makeStep('Deploy', [72, 72], 'skipped'),
  ],
};

const reports = {
  junit: '# of both jobs\nreports/*.xml\n',
  coverage: 'coverage/*.info',
  sizes: 'bundle: |\n  dist/**\n  !**/*.map\nfirst: dist/a.bin',
};

async function makeFiles(workspace: string): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, name)), { recursive: true });
    await writeFile(join(workspace, name), content);
  }
}

function readSlotCount(run: ActionRun): number {
  const { folder } = readHandle(run);
  try {
    return readFileSync(join(folder, 'slots.jsonl')).length / RECORD_BYTES;
  } catch {
    return 0;
  }
}

for (const { name, needed, start } of CARBON_SERVERS)
  describe(`a job with everything on and ${name}`, needs(...needed), () => {
    it('has every number in whisper files, without missing or extra ones', async () => {
      await using cache = await start({ onDisk: true });
      await using api = await startApiServer(() => ({ body: job }));
      const at = Math.floor(Date.now() / 1000) - 5;
      const startedAtMs = Date.now();
      const main = await runStep(
        {
          server: `${cache.host}:${cache.linePort}`,
          when: 'post',
          source: 'acme/app/ubuntu-24.04',
          metric: 'build.count',
          value: '412',
          data: 'deploy.ok: true',
          'data-file': 'numbers.json\nlines.txt',
          ...reports,
          'junit-suites': 'true',
          'job-metrics': 'true',
          'github-token': 'ghs_of-this-test',
          'runner-metrics': 'true',
          'runner-metrics-interval': '1',
          'runner-metrics-slot': '1',
          timestamp: String(at),
        },
        {
          matrix: { os: 'ubuntu-24.04', node: 22 },
          github: {
            api_url: api.url,
            run_attempt: '2',
            workflow_ref: 'acme/app/.github/workflows/nightly.yml@refs/heads/main',
          },
          checkRunId: '77',
        },
      );
      expect([main.run.exitCode, main.printed]).toEqual([0, ['add-mask ghs_of-this-test']]);
      await makeFiles(main.run.workspace);
      await waitUntil(() => readSlotCount(main.run) >= 3, 'three slots were measured');
      const post = await runPost(main.run, { jobStatus: 'failure' });
      const endedAtMs = Date.now();
      expect([post.exitCode, post.stderr]).toEqual([0, '']);
      expect(post.annotations).toEqual({ notices: [], warnings: [], errors: [] });
      expect(post.outputs).toMatchObject({ delivery: 'confirmed', undelivered: '0' });
      expect(api.asked.map(({ path, headers }) => [path, headers.authorization])).toEqual([
        ['/repos/octo-org/octo-repo/actions/jobs/77', 'token ghs_of-this-test'],
      ]);

      const lines = Number(post.outputs['lines']);
      const stored = await cache.readAllWhisper(lines);
      const count = [...stored.values()].reduce((sum, points) => sum + points.length, 0);
      expect(count).toBe(lines);
      const take = (path: string): Point[] | undefined => {
        const points = stored.get(path);
        stored.delete(path);
        return points;
      };
      const expected = {
        ...named,
        ...Object.fromEntries(
          Object.entries({ ...collected, ...ofJob }).map(([name, value]) => [`${scope}.${name}`, value]),
        ),
      };
      const found = Object.fromEntries(Object.keys(expected).map((path) => [path, take(path)]));
      expect(found).toEqual(
        Object.fromEntries(Object.entries(expected).map(([path, value]) => [path, [[at, value]]])),
      );

      const [duration, ...more] = take(`${scope}.job.duration_seconds`) ?? [];
      expect([duration?.[0], more]).toEqual([at, []]);
      expect(duration?.[1]).toBeGreaterThan(1);
      expect(duration?.[1]).toBeLessThanOrEqual((endedAtMs - startedAtMs) / 1000);
      expectRunner(stored, { fromMs: startedAtMs, toMs: endedAtMs });
    });

    it('has a summary whose diagrams Mermaid can parse', async () => {
      await using cache = await start({ onDisk: true });
      const hostile = '<img onerror=1> `| ::: ; end %% "x" # {a}';
      const steps = Array.from({ length: 2000 }, (_, index) =>
        makeStep(
          `${hostile} ${index} ${'w'.repeat(60)}`,
          [index, index + 1],
          index % 7 === 0 ? 'failure' : 'success',
        ),
      );
      await using api = await startApiServer(() => ({ body: { ...job, run_attempt: 1, steps } }));
      const main = await runStep(
        {
          server: `${cache.host}:${cache.linePort}`,
          when: 'post',
          ...reports,
          'junit-suites': 'true',
          'job-metrics': 'true',
          'github-token': 'ghs_of-this-test',
          'runner-metrics': 'true',
          'runner-metrics-interval': '1',
          'runner-metrics-slot': '1',
          timestamp: '',
        },
        { github: { api_url: api.url }, checkRunId: '77' },
      );
      await makeFiles(main.run.workspace);
      await waitUntil(() => readSlotCount(main.run) >= 3, 'three slots were measured');
      const { exitCode, summary } = await runPost(main.run);
      expect(exitCode).toBe(0);
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024);
      expect(summary).toContain('<p><sub>Confirmed: ');
      const parse = await startMermaid();
      const diagrams = listDiagrams(summary);
      for (const diagram of diagrams) expect(diagram.length).toBeLessThanOrEqual(CHARACTERS_PER_DIAGRAM);
      const understood = await Promise.all(diagrams.map(parse));
      expect(understood.map(({ type }) => type)).toEqual(['gantt', 'xychart', 'xychart']);
      const [gantt, ...charts] = understood;
      expect(gantt?.tasks.length).toBeGreaterThan(10);
      expect(gantt?.links).toBe(0);
      for (const { plots } of charts)
        for (const { data } of plots) expect(data.length).toBeGreaterThanOrEqual(2);
      expect(summary).not.toContain('<img');
    });

    it(
      'is read back from Graphite at its end, with verify',
      needs('graphite-manage', ...needed),
      async () => {
        await using cache = await start({ onDisk: true });
        await using web = await startGraphiteWeb({ carbon: cache });
        const main = await runStep(
          {
            server: `${cache.host}:${cache.linePort}`,
            when: 'post',
            ...reports,
            'job-metrics': 'true',
            verify: 'true',
            'graphite-url': String(web.url),
            'verify-timeout': '30',
            timestamp: String(Math.floor(Date.now() / 1000) - 5),
          },
          {},
        );
        expect([main.run.exitCode, main.printed]).toEqual([0, []]);
        await makeFiles(main.run.workspace);
        const post = await runPost(main.run, { jobStatus: 'cancelled' });
        expect([post.exitCode, post.annotations.warnings]).toEqual([0, []]);
        // 7 of tests, 9 of coverage, 6 of sizes, 5 of the job.
        expect(post.outputs).toMatchObject({
          delivery: 'confirmed',
          lines: '27',
          verified: '27',
          missing: '0',
        });
        expect(await cache.readWhisper('ci.octo-org.octo-repo.ci.build.job.cancelled')).toEqual([
          [expect.any(Number), 1],
        ]);
      },
    );
  });

/** The rest: the series of the runner, whose values are unpredictable. */
function expectRunner(
  stored: ReadonlyMap<string, Point[]>,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): void {
  const always = ['cpu_percent', 'disk_percent', 'disk_used_bytes', 'memory_percent', 'memory_used_bytes'];
  const network = ['network_received_bytes_per_second', 'network_sent_bytes_per_second'];
  const toPaths = (names: readonly string[]): string[] =>
    names.flatMap((name) => ['max', 'mean'].map((kind) => `${scope}.runner.${name}.${kind}`));
  const paths = [...stored.keys()].toSorted();
  const hasNetwork = paths.some((path) => path.includes('.runner.network_'));
  expect(paths).toEqual(toPaths(hasNetwork ? [...always, ...network] : always));
  for (const [path, points] of stored) {
    expect(points.length).toBeGreaterThanOrEqual(2);
    for (const [timestamp, value] of points) {
      expect(timestamp).toBeGreaterThanOrEqual(Math.floor(fromMs / 1000));
      expect(timestamp * 1000).toBeLessThanOrEqual(toMs);
      expect(value).toBeGreaterThanOrEqual(0);
      if (path.includes('_percent.')) expect(value).toBeLessThanOrEqual(100);
    }
    if (!path.endsWith('.mean')) continue;
    const maxima = new Map(stored.get(path.replace(/mean$/, 'max')));
    for (const [timestamp, mean] of points) expect(maxima.get(timestamp)).toBeGreaterThanOrEqual(mean);
  }
}
