import { describe, expect, it } from 'vitest';
import { reservePorts } from '../support/ports.ts';
import {
  act,
  findHiddenCommands,
  makeOutputs,
  runStep,
  type Step,
  type StepInputs,
  type StepRun,
  stripSummary,
} from './act.ts';
import { CARRIED, EVERYTHING, TEXTS } from './hostile-texts.ts';

/** What HTML or Markdown reads as markup. */
const MARKUP = /[<>|`@$\\[\]]/;

// Rule print.both-streams: act() throws if stderr, the old grammar or hidden characters carry a command.
function expectHarmless(step: StepRun): void {
  expect(findHiddenCommands(step)).toEqual([]);
  // Every annotation, the verdict, and nothing after the last LF.
  expect(step.run.stdout.split(/\r\n|\r|\n/).length).toBeLessThanOrEqual(step.printed.length + 2);
  expect(stripSummary(step.run.summary)).not.toMatch(MARKUP);
  expect(Object.keys(step.run.outputs)).toEqual(Object.keys(makeOutputs({})));
}

describe.concurrent('hostile text (print.both-streams)', () => {
  it('as a name is one valid line and one notice', async () => {
    const data = JSON.stringify(Object.fromEntries(TEXTS.map((text, index) => [`${text} n${index}`, index])));
    const story = await act({ 'data-file': 'm.json' }, { files: { 'm.json': data } });
    expect([story.run.exitCode, story.printed.length, story.lines.length]).toEqual([0, 1, TEXTS.length]);
    expect(story.printed[0]).toMatch(
      new RegExp(`^notice ${TEXTS.length} names were changed to what every receiver keeps: `),
    );
    expect(story.printed[0]?.split('\n')).toHaveLength(1);
    expect(story.lines.map((line) => line.split(' ')[1])).toEqual(TEXTS.map((_, index) => String(index)));
    for (const line of story.lines) {
      expect(line).toMatch(/^ci\.octo-org\.octo-repo\.[\w:-]+(?:\.[\w:-]+)* \d+ 1700000000$/);
    }
    expect(story.lines.at(TEXTS.indexOf('a\uff0eb'))).toMatch(/\.a_b_n\d+ /);
    expectHarmless(story);
  });

  it('as a value, a timestamp or a tag is a fault of one report', async () => {
    const items = TEXTS.flatMap((text, index) => [
      { metric: `v${index}`, value: text },
      { metric: `t${index}`, value: 1, timestamp: text },
      { metric: `g${index}`, value: 1, tags: { [`${text} `]: text } },
    ]);
    const files = { 'm.json': JSON.stringify(items) };
    const story = await act({ 'data-file': 'm.json' }, { files });
    expect([story.run.exitCode, story.printed.length, story.connections]).toEqual([1, 1, 0]);
    expect(story.printed[0]).toMatch(
      new RegExp(`^error The input has ${items.length} faults\\. Nothing was sent\\.\n`),
    );
    expect(story.printed[0]?.split('\n')).toHaveLength(102);
    expectHarmless(story);
  });

  it('as an unknown key, and as a name next to a fault, is quoted', async () => {
    const items = TEXTS.map((text) => ({ metric: 'a', value: 1, [text]: 1 }));
    const tree = Object.fromEntries(
      TEXTS.map((text, index) => [`${text} n${index}`, index === 0 ? [] : 'x']),
    );
    const files = { 'items.json': JSON.stringify(items), 'tree.json': JSON.stringify(tree) };
    for (const file of ['items.json', 'tree.json']) {
      const story = await act({ 'data-file': file }, { files });
      expect([story.run.exitCode, story.connections]).toEqual([1, 0]);
      expect(story.printed.filter((text) => text.startsWith('error '))).toEqual([
        expect.stringMatching(
          new RegExp(`^error The input has ${TEXTS.length} faults\\. Nothing was sent\\.\n`),
        ),
      ]);
      expect(story.printed.at(-1)?.split('\n')).toHaveLength(TEXTS.length + 1);
      expectHarmless(story);
    }
  });

  it('as plain lines and as lines to replay is a fault of its line', async () => {
    const lines = TEXTS.map((text) => text.replaceAll('\n', ' ').toWellFormed());
    const files = {
      'plain.txt': `${lines.join('\n')}\n`,
      'full.txt': lines.map((text) => `${text} 1 1600000000\n`).join(''),
    };
    const plain = await act({ 'data-file': 'plain.txt' }, { files });
    const full = await act({ replay: 'full.txt' }, { files });
    for (const story of [plain, full]) {
      expect([story.run.exitCode, story.connections]).toEqual([1, 0]);
      expect(story.printed.filter((text) => text.startsWith('error '))).toHaveLength(1);
      expectHarmless(story);
    }
    const good = TEXTS.filter((text) => /^(?:::stop-commands::x|%0A::error::x|x;host=evil)$/.test(text));
    expect(full.printed).toEqual([
      expect.stringMatching(
        new RegExp(`^error The input has ${TEXTS.length - good.length} faults\\. Nothing was sent\\.\n`),
      ),
    ]);
  });

  it('in a message of the YAML parser stays in that message', async () => {
    const files = Object.fromEntries([
      ...CARRIED.map((text, index) => [`quoted${index}.yml`, `"a: ${text}\\q`]),
      ...CARRIED.map((text, index) => [`tag${index}.yml`, `a: !<${text}> 1`]),
      ...CARRIED.map((text, index) => [`alias${index}.yml`, `a: *${text}`]),
      ...CARRIED.map((text, index) => [`text${index}.yml`, `${text}: {`]),
      ...CARRIED.map((text, index) => [`directive${index}.yml`, `%${text}\n---\na: 1`]),
    ]);
    const story = await act({ 'data-file': '*.yml' }, { files });
    expect([story.run.exitCode, story.connections]).toEqual([1, 0]);
    const errors = story.printed.filter((text) => text.startsWith('error '));
    expect(errors).toEqual([expect.stringMatching(/^error The input has \d+ faults\. Nothing was sent\.\n/)]);
    for (const line of errors[0]?.split('\n').slice(1) ?? [])
      expect(line).toMatch(/^- (?:data-file |… and )/);
    expectHarmless(story);
  });

  it('as the name of a file is escaped', async () => {
    // Windows allows fewer characters in names, so a checkout has fewer too.
    const allowed = process.platform === 'win32' ? /^[^\p{Cc}\p{Cs}<>:"/\\|?*]+$/u : /^[^\0\p{Cs}/]+$/u;
    const names = TEXTS.filter((text) => allowed.test(text) && text !== '..');
    expect(names.length).toBeGreaterThan(10);
    const files = Object.fromEntries(names.map((name, index) => [`${name} ${index}.txt`, 'alone\n']));
    const story = await act({ 'data-file': '*.txt' }, { files });
    expect([story.run.exitCode, story.printed.length, story.connections]).toEqual([1, 1, 0]);
    const [head, ...faults] = story.printed[0]?.split('\n') ?? [];
    expect(head).toBe(`error The input has ${names.length} faults. Nothing was sent.`);
    expect(faults).toHaveLength(names.length);
    for (const fault of faults) expect(fault).toMatch(/^- data-file .+, line 1: a line is /);
    expectHarmless(story);
  });

  const metric = { metric: 'a', value: '1' };
  it.each<[string, StepInputs, number]>([
    ['server', { ...metric, server: EVERYTHING }, 1],
    ['port', { ...metric, port: EVERYTHING }, 1],
    ['group', { ...metric, group: EVERYTHING.slice(0, 200) }, 0],
    ['source', { ...metric, source: EVERYTHING.slice(0, 200) }, 0],
    ['metric', { ...metric, metric: EVERYTHING.slice(0, 200) }, 0],
    ['value', { ...metric, value: EVERYTHING }, 1],
    ['data', { data: EVERYTHING }, 1],
    ['metrics', { metrics: EVERYTHING }, 1],
    ['data-file', { 'data-file': EVERYTHING }, 1],
    ['data-format', { ...metric, 'data-format': EVERYTHING, 'data-file': '*' }, 1],
    ['if-no-files-found', { ...metric, 'if-no-files-found': EVERYTHING, 'data-file': 'x' }, 1],
    ['replay', { replay: EVERYTHING }, 1],
    ['tags', { ...metric, tags: EVERYTHING }, 1],
    ['timestamp', { ...metric, timestamp: EVERYTHING }, 1],
    ['extra-characters', { ...metric, 'extra-characters': EVERYTHING }, 1],
    ['batch-size', { ...metric, 'batch-size': EVERYTHING }, 1],
    ['timeout', { ...metric, timeout: EVERYTHING }, 1],
    ['retries', { ...metric, retries: EVERYTHING }, 1],
    ['tls', { ...metric, tls: EVERYTHING }, 1],
    ['tls-ca', { ...metric, tls: 'true', 'tls-ca': EVERYTHING }, 1],
    ['tls-cert', { ...metric, tls: 'true', 'tls-cert': EVERYTHING }, 1],
    ['tls-key', { ...metric, tls: 'true', 'tls-key': EVERYTHING }, 1],
    ['tls-server-name', { ...metric, 'tls-server-name': EVERYTHING }, 1],
    ['require-confirmation', { ...metric, 'require-confirmation': EVERYTHING }, 1],
    ['fail-on-error', { ...metric, 'fail-on-error': EVERYTHING }, 1],
    ['dry-run', { ...metric, 'dry-run': EVERYTHING }, 1],
    ['summary', { ...metric, summary: EVERYTHING }, 1],
    ['matrix', { ...metric, matrix: JSON.stringify({ os: EVERYTHING }) }, 0],
  ])('as %s gives at most one annotation of each kind', async (_, inputs, exitCode) => {
    const story = await act(inputs);
    expect(story.run.exitCode).toBe(exitCode);
    const kinds = story.printed.map((text) => text.split(' ')[0]).filter((kind) => kind !== 'add-mask');
    expect(kinds.filter((kind) => kind === 'error')).toHaveLength(exitCode);
    expect(kinds.filter((kind) => kind !== 'error' && kind !== 'notice')).toEqual([]);
    expect(kinds.length).toBeLessThanOrEqual(2);
    expect(story.lines).toHaveLength(exitCode === 1 ? 0 : 1);
    expectHarmless(story);
  });

  it('as the folder of undelivered lines is escaped', async () => {
    await using reserved = await reservePorts(1);
    const server = `127.0.0.1:${reserved.ports[0]}`;
    const allowed = process.platform === 'win32' ? /^[^\p{Cc}\p{Cs}<>:"/\\|?*]+$/u : /^[^\0\p{Cs}]+$/u;
    for (const text of CARRIED.filter((one) => allowed.test(one)).slice(0, 12)) {
      const story = await runStep({ ...metric, server, retries: '0', spool: `spool/x${text}x` });
      expect([story.run.exitCode, story.printed.length]).toEqual([1, 1]);
      expect(story.printed[0]).toMatch(
        /^error Metrics were not delivered\. .+ kept for replay in .+\(1 line\)\. The machine ends with the job\. A cache .+\.$/,
      );
      expectHarmless(story);
    }
  });

  it('as a warning about missing files is one warning', async () => {
    const inputs = {
      ...metric,
      'data-file': CARRIED.filter((text) => text !== '..').join('\n'),
      'if-no-files-found': 'warn',
    };
    const story = await act(inputs);
    expect([story.run.exitCode, story.printed.length, story.lines.length]).toEqual([0, 1, 1]);
    expect(story.printed[0]).toMatch(/^warning data-file: no file matches, got /);
    expectHarmless(story);
  });

  it('as a branch in source, or in the event of a pull request, changes no other node', async () => {
    const step: Step = {
      github: { event_name: 'pull_request', head_ref: EVERYTHING },
      event: { pull_request: { head: { ref: EVERYTHING, repo: { full_name: EVERYTHING } } } },
      matrix: { os: EVERYTHING },
    };
    const story = await act({ ...metric, source: `octo/app/../..;x=y/.\u200b/${TEXTS[0]}` }, step);
    expect(story.lines).toEqual(['ci-pull-requests.octo.app._._x_y._.a_::error::x.a 1 1700000000']);
    expect(story.printed).toEqual([
      expect.stringMatching(/^notice A name was changed to what every receiver keeps: "octo\/app/),
      expect.stringMatching(/^notice This job has a matrix/),
    ]);
    expectHarmless(story);
    const fork = await runStep({ ...metric, server: '' }, step);
    expect(fork.printed).toEqual([
      'notice Nothing was sent: a pull request from a fork has no secrets, and server is empty.',
    ]);
  });
});
