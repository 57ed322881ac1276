import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startCarbonCache } from '../support/carbon-cache.ts';
import { bareEnv, finishChild, startChild } from '../support/child.ts';
import { runCli } from '../support/cli.ts';
import { type GraphiteWeb, startGraphiteWeb } from '../support/graphite-web.ts';
import { getInterpreter, needs } from '../support/needs.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { listBlocks, readRoot } from './documents.ts';

const CONF = ['storage-schemas.conf', 'storage-aggregation.conf'] as const;

/** Carbon parses the two files. Reports what whisper keeps of one value a day and of one an hour. */
const STORAGE = `
import json, os, sys, time, whisper
from carbon.conf import settings
settings['CONF_DIR'] = sys.argv[1]
from carbon.storage import loadAggregationSchemas, loadStorageSchemas

HOUR, DAY, path = 3600, 86400, os.path.join(sys.argv[1], 'a.wsp')
today = int(time.time()) // DAY * DAY

def first(schemas, name):
    return next(schema for schema in schemas if schema.matches(name))

def keep(archives, factor, method, count, step):
    if os.path.exists(path):
        os.remove(path)
    whisper.create(path, archives, xFilesFactor=factor, aggregationMethod=method)
    for index in range(count, 0, -1):
        at = today - index * step + step // 2
        whisper.update(path, index, at, at + 1)
    return len([1 for value in whisper.fetch(path, today - (count + 1) * step, today, today)[1] if value is not None])

def both(archives, factor, method):
    return [keep(archives, factor, method, 30, DAY), keep(archives, factor, method, 72, HOUR)]

debian = [(60, 1440), (300, 8640), (3600, 26280)]
image = [(10, 2160), (60, 8640), (600, 259200)]
made = {
    'debian': both(debian, 0.5, 'average'),
    'debian, factor 0': both(debian, 0, 'average'),
    'image': both(image, 0.3, 'average'),
}
for name in sys.argv[2:]:
    archives = [archive.getTuple() for archive in first(loadStorageSchemas(), name).archives]
    factor, method = first(loadAggregationSchemas(), name).archives
    made[name] = [archives, factor, method, both(archives, factor, method), os.path.getsize(path)]
print(json.dumps(made))
`;

async function judgeConf(
  files: Readonly<Record<(typeof CONF)[number], string>>,
  names: readonly string[],
): Promise<Record<string, unknown>> {
  await using conf = await createTempDir('documents-');
  for (const name of CONF) await writeFile(join(conf.path, name), files[name]);
  const command = getInterpreter('carbon-cache');
  const python = { command, args: ['-c', STORAGE, conf.path, ...names], env: bareEnv() };
  const { stdout, stderr } = await finishChild(startChild(python));
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Record<string, unknown>;
}

const ARCHIVES = [
  [60, 10_080],
  [3600, 43_800],
];
const OURS = [ARCHIVES, 0, 'last', [30, 72], 646_600];
const NAMES = ['ci.acme.app.test_count', 'ci-pull-requests.acme.app.suite.count;os=Linux'];
const [schema = '', aggregation = ''] = listBlocks('ini')
  .filter(({ document }) => document === 'docs/storage.md')
  .map(({ text }) => text);

it('the schema keeps sparse points, and the defaults lose them', needs('carbon-cache'), async () => {
  const conf = { 'storage-schemas.conf': schema, 'storage-aggregation.conf': aggregation };
  expect(await judgeConf(conf, [...NAMES, 'circus.a'])).toEqual({
    debian: [0, 0],
    'debian, factor 0': [30, 72],
    image: [0, 0],
    'ci.acme.app.test_count': OURS,
    'ci-pull-requests.acme.app.suite.count;os=Linux': OURS,
    // Carbon's built-in default: a week of minutes.
    'circus.a': [[[60, 10_080]], null, null, [7, 72], 120_988],
  });
});

it(
  'the files of the compose example put CI numbers above the defaults of the image',
  needs('carbon-cache'),
  async () => {
    const files = Object.fromEntries(CONF.map((name) => [name, readRoot(`examples/graphite/${name}`)]));
    const made = await judgeConf(files as Record<(typeof CONF)[number], string>, [
      ...NAMES,
      'app.hits.count',
    ]);
    for (const name of NAMES) expect(made[name]).toEqual(OURS);
    expect((made['app.hits.count'] as unknown[])[2]).toBe('sum');
  },
);

it('every block of a page is in the files of the example', () => {
  const blocks = listBlocks('ini').map(({ text }) => text);
  expect(blocks).toHaveLength(3);
  const files = CONF.map((name) => readRoot(`examples/graphite/${name}`)).join('\n');
  for (const block of blocks) expect(files).toContain(block);
});

type Answer = readonly { readonly datapoints: readonly (readonly [number | null, number])[] }[];

/** The values of a target, without empty slots. */
async function ask(graphite: GraphiteWeb, query: Readonly<Record<string, string>>): Promise<number[]> {
  const url = new URL('/render', graphite.url);
  for (const [name, value] of Object.entries({ from: '-1h', format: 'json', ...query }))
    url.searchParams.set(name, value);
  const answer = (await (await fetch(url)).json()) as Answer;
  return answer
    .flatMap(({ datapoints }) => datapoints.map(([value]) => value))
    .filter((value) => value !== null);
}

it(
  'a real carbon-cache and graphite-web answer every target as docs/grafana.md says',
  needs('carbon-cache', 'graphite-manage'),
  async () => {
    const conf = Object.fromEntries(CONF.map((name) => [name, readRoot(`examples/graphite/${name}`)]));
    await using carbon = await startCarbonCache({ onDisk: true, conf });
    await using graphite = await startGraphiteWeb({ carbon });
    await using folder = await createTempDir('documents-');
    const targets = listBlocks('graphite').flatMap(({ text }) => text.trim().split('\n'));
    const paths = targets.map((target) => /ci\.[\w.*]+/.exec(target)?.[0].replaceAll('*', 'app') ?? '');
    const series = [...new Set(paths)];
    const nowSeconds = Math.floor(Date.now() / 1000);
    const success = [1, 1, 0].map(
      (value, index) => `ci.a.job.success ${value} ${nowSeconds - 600 + 60 * index}`,
    );
    const lines = [...series.map((path) => `${path} 1 ${nowSeconds}`), ...success];
    const file = join(folder.path, 'lines.txt');
    await writeFile(file, `${lines.join('\n')}\n`);
    const { exitCode } = await runCli(['-c', `127.0.0.1:${carbon.linePort}`, '--replay', file]);
    expect(exitCode).toBe(0);
    const stored = await carbon.readAllWhisper(lines.length);
    expect([...stored.keys()].toSorted()).toEqual([...series, 'ci.a.job.success'].toSorted());

    for (const target of targets) expect([target, await ask(graphite, { target })]).toEqual([target, [1]]);
    const askOne = (target: string): Promise<number[]> => ask(graphite, { target, maxDataPoints: '1' });
    expect(await askOne('ci.a.job.success')).toEqual([expect.closeTo(0.67, 2)]);
    expect(await askOne("consolidateBy(ci.a.job.success, 'last')")).toEqual([0]);
    expect(await askOne("consolidateBy(ci.a.job.success, 'max')")).toEqual([1]);
  },
);
