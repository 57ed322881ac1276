import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import { bareEnv, finishChild, startChild } from '../support/child.ts';
import { createCommandFiles, readCommandFiles } from '../support/runner-files.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { act, makeOutputs } from './act.ts';

const bundle = fileURLToPath(new URL('../../dist/main/index.js', import.meta.url));
const metric = { metric: 'a', value: '1' };

describe.concurrent('the path', () => {
  it.each([
    [{}, 'ci.octo-org.octo-repo.a'],
    [{ group: '' }, 'octo-org.octo-repo.a'],
    [{ source: '' }, 'ci.a'],
    [{ group: '', source: '' }, 'a'],
    [{ group: ' \n', source: ' ' }, 'a'],
    [{ group: 'prod.web', source: 'Org/repo/linux' }, 'prod.web.Org.repo.linux.a'],
    [{ metric: 'tests.Unit.count' }, 'ci.octo-org.octo-repo.tests.Unit.count'],
    [{ metric: 'a:b-c_D9' }, 'ci.octo-org.octo-repo.a:b-c_D9'],
    [{ metric: `${'n'.repeat(250)}.b` }, `ci.octo-org.octo-repo.${'n'.repeat(250)}.b`],
  ])('%j: %s', async (inputs, path) => {
    const { run, lines, printed } = await act({ ...metric, ...inputs });
    expect({ exitCode: run.exitCode, lines, printed }).toEqual({
      exitCode: 0,
      lines: [`${path} 1 1700000000`],
      printed: [],
    });
  });

  it.each([
    ['/../.github//feature/x y/', '_._github.feature.x_y'],
    ['org/проект', 'org.__dfb992'],
    ['acme/next.js', 'acme.next_js'],
    ['Org/repo.js/linux', 'Org.repo_js.linux'],
    ['web.example.org', 'web_example_org'],
  ])('of the source %j has %s, which is reported', async (source, nodes) => {
    const { run, lines, printed } = await act({ ...metric, source });
    expect([run.exitCode, lines]).toEqual([0, [`ci.${nodes}.a 1 1700000000`]]);
    expect(printed).toEqual([
      `notice A name was changed to what every receiver keeps: "${source}" → ${nodes}.`,
    ]);
  });

  it('of a repository with a dot has a line in the log and no annotation', async () => {
    const github = { repository: 'acme/next.js' };
    const { run, lines, printed } = await act(metric, { github });
    expect(lines).toEqual(['ci.acme.next_js.a 1 1700000000']);
    expect(printed).toEqual([]);
    expect(run.stdout).toContain('The source "acme/next.js" is acme.next_js in paths.\n');
    const leg = { ...metric, source: 'acme/next.js/ubuntu-24.04' };
    expect((await act(leg, { github, matrix: { os: 'ubuntu-24.04' } })).printed).toEqual([]);
    const more = await act({ ...metric, source: 'acme/next.js/x.y' }, { github });
    expect(more.printed).toEqual([
      'notice A name was changed to what every receiver keeps: "acme/next.js/x.y" → acme.next_js.x_y.',
    ]);
  });

  it('has the names of sizes that the user wrote, which are reported', async () => {
    const { printed } = await act(
      { sizes: '{app.js: a.txt, "a b": a.txt, plain: a.txt, "構": a.txt}' },
      { files: { 'a.txt': 'x' } },
    );
    expect(printed).toEqual([
      'notice 2 names were changed to what every receiver keeps: "app.js" → app_js, "a b" → a_b.',
      expect.stringMatching(/^notice Names that a path cannot hold .*"構" → \S*\.__[0-9a-f]{6}\.$/),
    ]);
  });

  it('has the scope that the user wrote, which is reported when it changes', async () => {
    const { printed } = await act(
      { sizes: 'a: a.txt', scope: '{workflow}.my package.{matrix}' },
      { files: { 'a.txt': 'x' } },
    );
    expect(printed).toEqual([
      expect.stringMatching(
        /^notice A name was changed .*"\{workflow\}\.my package\.\{matrix\}" → \w+\.my_package\.$/,
      ),
    ]);
  });

  it('is group.metric without a source variable in the environment', async () => {
    await using dir = await createTempDir();
    await using receiver = await startReceiver();
    const files = await createCommandFiles(dir.path);
    const server = `127.0.0.1:${receiver.port}`;
    const inputs = {
      INPUT_SERVER: server,
      INPUT_METRIC: 'a',
      INPUT_VALUE: '1',
      INPUT_TIMESTAMP: '1700000000',
    };
    const child = startChild({
      command: process.execPath,
      args: [bundle],
      cwd: dir.path,
      env: {
        ...bareEnv(),
        ...files,
        ...inputs,
        GITHUB_REPOSITORY: 'octo-org/octo-repo',
        GITHUB_ACTIONS: 'true',
      },
    });
    expect(await finishChild(child)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(receiver.lines.map(({ text }) => text)).toEqual(['ci.a 1 1700000000']);
    const { outputs } = await readCommandFiles(files);
    expect(outputs).toEqual(
      makeOutputs({ batches: '1', lines: '1', bytes: '18', delivery: 'confirmed', server }),
    );
  });

  it('is reported once with every renamed part, including the group', async () => {
    const { run, lines, printed } = await act({
      group: 'a b',
      metric: 'Größe',
      value: '1',
      data: 'x..y: 2\nplain: 3\nnested:\n  "50%": 4\n  a/b.c;d: 5\n',
    });
    expect(run.exitCode).toBe(0);
    expect(lines.map((line) => line.replace('a_b.octo-org.octo-repo.', ''))).toEqual([
      'Grosse 1 1700000000',
      'x.y 2 1700000000',
      'plain 3 1700000000',
      'nested.50_ 4 1700000000',
      'nested.a_b.c_d 5 1700000000',
    ]);
    expect(printed).toEqual([
      'notice 5 names were changed to what every receiver keeps: "a b" → a_b, "Größe" → Grosse, "x..y" → x.y, ' +
        '"nested.50%" → nested.50_, "nested.a/b.c;d" → nested.a_b.c_d.' +
        ' In the name of a metric, "/" does not separate nodes: write ".".',
    ]);
  });

  it('is reported with the first ten of many names', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `n ${index}`);
    const data = JSON.stringify(Object.fromEntries(names.map((name) => [name, 1])));
    const { printed, lines } = await act({ data });
    expect(lines).toHaveLength(150);
    expect(printed).toEqual([
      expect.stringMatching(/^notice 150 names were .+"n 9" → n_9, … and 140 more\.$/),
    ]);
  });

  it('keeps the punctuation of extra-characters', async () => {
    const kept = '!#$%&+<=>@^`~';
    const { lines, printed } = await act({
      'extra-characters': [...kept].join(' '),
      source: 'a@b/c+d',
      data: JSON.stringify({ [`x${kept}y`]: 1, 'p;q/r': 2 }),
    });
    expect(lines).toEqual([`ci.a@b.c+d.x${kept}y 1 1700000000`, 'ci.a@b.c+d.p_q_r 2 1700000000']);
    expect(printed).toEqual([
      'notice A name was changed to what every receiver keeps: "p;q/r" → p_q_r. In the name of a metric, "/" does not separate nodes: write ".".',
    ]);
  });

  it('accepts no other punctuation as extra-characters', async () => {
    const { run, printed } = await act({ ...metric, 'extra-characters': '%;*[/.' });
    expect(run.exitCode).toBe(1);
    expect(printed).toEqual([
      'error extra-characters: it may hold some of ! # $ % & + < = > @ ^ ` ~, got ";*[/.". ' +
        'Graphite cannot query others by name. Nothing was sent.',
    ]);
  });

  it('is an error when two names become one, a name has no node left, or a node is too long', async () => {
    const { run, printed, connections } = await act({
      data: JSON.stringify({ 'a b': 1, 'a,b': 2, '...': 3, '': 4, [`x.${'n'.repeat(251)}`]: 5 }),
    });
    expect([run.exitCode, connections, printed.length]).toEqual([1, 0, 2]);
    expect(printed[1]?.split('\n')).toEqual([
      'error The input has 4 faults. Nothing was sent.',
      '- data, "a,b": two names become one path: "a b" and "a,b" are both "ci.octo-org.octo-repo.a_b". Rename one of them.',
      '- data, "...": a path needs at least one node, got "...". Use letters, digits, "_", "-" or ":".',
      '- data, "": a path needs at least one node, got "". Give the metric a name.',
      `- data, "x.${'n'.repeat(98)}" … (253 characters): a node (a part between dots) has at most 250 bytes, ` +
        `got "${'n'.repeat(100)}" … (251 characters). Shorten it.`,
    ]);
  });

  it('is an error when group or source has a node that is too long', async () => {
    const long = 'n'.repeat(251);
    const { run, printed } = await act({ ...metric, group: long, source: `a/${long}` });
    expect(run.exitCode).toBe(1);
    expect(printed).toEqual([
      expect.stringMatching(
        /^error The input has 2 faults\. .+\n- group: a node has at most 250 .+\n- source: a node has/,
      ),
    ]);
  });

  it('is an error when one line would have more than 8,192 bytes', async () => {
    const long = Array.from({ length: 33 }, () => 'n'.repeat(247)).join('.');
    const fits = long.slice(0, 8192 - 'ci. 1 1700000000\n'.length);
    const good = await act({ source: '', data: JSON.stringify({ [fits]: 1 }) });
    expect([good.run.exitCode, good.bytes, good.printed]).toEqual([0, 8192, []]);
    const { run, printed } = await act({ source: '', data: JSON.stringify({ [`${fits}n`]: 1 }) });
    expect([run.exitCode, ...printed]).toEqual([
      1,
      expect.stringMatching(/^error data, "n+" … .+ at most 8192 bytes, got /),
    ]);
  });
});
