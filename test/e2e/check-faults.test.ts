import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { act, type Story } from '../scenarios/act.ts';
import { noisy, type RenderAnswer, startFakeGraphite, storeRuns } from '../support/fake-graphite.ts';
import { reservePorts } from '../support/ports.ts';

const PAGE = join(import.meta.dirname, '../../docs/insight.md');
const BEGIN = '<!-- begin faults: written by test/e2e/check-faults.test.ts -->';
const END = '<!-- end faults -->';
const ADDRESS = 'https://graphite.example.com';

const PATH = 'ci.octo-org.octo-repo.build.duration_seconds';
const MIB = 1024 * 1024;
/** Forty runs in which 500 s would be unusual. */
const points = storeRuns(40, noisy).map(([time, value]) => [value, time] as const);
const series = (target: string, datapoints: readonly unknown[] = points): object => ({ target, datapoints });
/** Runs of the last hours. */
const YOUNG = [3, 2, 1].map((hours) => [300, (points.at(-1)?.[1] ?? 0) - 60 * hours]);
const page = '<html><body>Please log in: <a href="https://evil.example">here</a></body></html>';

/** Sends a text as the answer. */
const text =
  (body: string, { status = 200, type = 'application/json' } = {}): RenderAnswer =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': type }).end(body);

/** The fault, how it is served, the verdict, and the notice. */
const ROWS: ReadonlyArray<
  readonly [fault: string, answer: RenderAnswer | undefined, verdict: string, notice: RegExp]
> = [
  ['Nothing listens there', undefined, 'unknown', /ECONNREFUSED/],
  ['It never answers', () => undefined, 'unknown', /did not answer in time/],
  ['Its answer never ends', (_, response) => void response.write('['), 'unknown', /did not answer in time/],
  [
    'It closes the connection',
    ({ request }) => void request.socket.destroy(),
    'unknown',
    /closed the connection/,
  ],
  ['HTTP 500', text('{"secret": 1}', { status: 500 }), 'unknown', /HTTP 500/],
  ['HTTP 401', text(page, { status: 401 }), 'unknown', /asks for credentials/],
  ['HTTP 404 with a page', text(page, { status: 404, type: 'text/html' }), 'unknown', /HTTP 404/],
  [
    'HTTP 404 with `[]`, as carbonapi says that it has none of the series',
    text('[]', { status: 404 }),
    'short',
    /too few/,
  ],
  ['A page to log in', text(page, { type: 'text/html' }), 'unknown', /a web page/],
  [
    'A redirection to log in',
    (_, response) => void response.writeHead(302, { location: 'https://evil.example/login' }).end(),
    'unknown',
    /redirects the request \(HTTP 302\)/,
  ],
  ['Nothing, with HTTP 200', text(''), 'unknown', /answered with nothing/],
  ['`{}`', text('{}'), 'unknown', /not a list of series/],
  ['`[]`', text('[]'), 'short', /too few/],
  ['Series of other names', () => [series('evil.name'), series('ci.*')], 'short', /too few/],
  ['The values are `NaN`', text(`[{"target": "${PATH}", "datapoints": [[NaN, 1]]}]`), 'unknown', /not JSON/],
  [
    'The values are `1e999`',
    text(JSON.stringify([series(PATH)]).replaceAll(/\[3[\d.]+,/g, '[1e999,')),
    'short',
    /too few/,
  ],
  [
    'The values are texts',
    () => [
      series(
        PATH,
        points.map(([, time]) => ['300', time]),
      ),
    ],
    'unknown',
    /a datapoint that is not/,
  ],
  ['The times are out of order', () => [series(PATH, points.toReversed())], 'short', /too few/],
  [
    'All points have one time',
    () => [
      series(
        PATH,
        points.map(([value]) => [value, points[0]?.[1]]),
      ),
    ],
    'short',
    /too few/,
  ],
  [
    'The times are in the future',
    () => [
      series(
        PATH,
        points.map(([value, time]) => [value, time + 1e8]),
      ),
    ],
    'short',
    /too few/,
  ],
  [
    'A million series',
    text(`[${`{"target":"${PATH}","datapoints":[]},`.repeat(1e6)}0]`),
    'unknown',
    /more than/,
  ],
  ['Brackets without end', text('['.repeat(1e6)), 'unknown', /levels of brackets/],
  ['20 MiB of blanks', text(' '.repeat(20 * MIB)), 'unknown', /more than 16 MiB/],
  ['Five runs only', () => [series(PATH, points.slice(-5))], 'short', /too few/],
  [
    'All points are younger than a day',
    () => [series(PATH, YOUNG)],
    'short',
    /seems to keep points for a day/,
  ],
];

const observed = new Map<string, Story>();

describe.concurrent('a faulty Graphite fails no step, and delays it by five seconds at most', () => {
  it.each(ROWS)('%s', async (fault, answer, verdict, notice) => {
    await using reserved = await reservePorts(1);
    await using graphite = await startFakeGraphite(answer ?? (() => []));
    const url = answer === undefined ? `http://127.0.0.1:${reserved.ports[0]}` : graphite.url;
    const story = await act({
      timestamp: '',
      data: '{ build.duration_seconds: 500 }',
      check: 'true',
      'graphite-url': url,
      'fail-on': 'unusual',
    });
    const { run, printed, lines } = story;
    expect([run.exitCode, lines.length, run.outputs['delivery'], run.outputs['verdict']]).toEqual([
      0,
      1,
      'confirmed',
      verdict,
    ]);
    expect(printed.filter((one) => !one.startsWith('notice '))).toEqual([]);
    expect(printed.join('\n')).toMatch(notice);
    expect(`${run.stdout}${run.summary}${JSON.stringify(run.outputs)}`).not.toMatch(/evil|log in:|secret/);
    observed.set(fault, story);
  });
});

afterAll(async () => {
  // A run of only some rows cannot check the page.
  if (observed.size < ROWS.length) return;
  const rows = ROWS.map(([fault]) => {
    const { run, printed } = observed.get(fault) as Story;
    const notices = printed.map((one) =>
      one.replace(/^notice /, '').replace(/http:\/\/127\.0\.0\.1:\d+/, ADDRESS),
    );
    return `| ${fault} | \`${run.outputs['verdict']}\` | ${notices.join(' ').replaceAll('|', '\\|')} |`;
  });
  const table = ['| Fault | Verdict | Notice |', '| --- | --- | --- |', ...rows].join('\n');
  const before = await readFile(PAGE, 'utf8');
  const [head = '', rest = ''] = before.split(BEGIN);
  const after = `${head}${BEGIN}\n\n${table}\n\n${END}${rest.split(END)[1]}`;
  if (process.env['UPDATE_INSIGHT_DOC'] === '1') await writeFile(PAGE, after);
  else expect(before).toBe(after);
});
