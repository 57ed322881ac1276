import { describe, expect, it } from 'vitest';
import { act, makeOutputs, runStep, type Step } from './act.ts';

describe.concurrent('nothing to send', () => {
  it.each([
    {},
    { data: '' },
    { metrics: ' \n' },
    { data: '{}' },
    { data: '[]' },
    { data: '# nothing' },
    { metric: ' ', value: '' },
  ])('%j is an error that names what to set', async (inputs) => {
    const { run, printed, connections, server } = await act(inputs);
    expect([run.exitCode, connections, printed]).toEqual([
      1,
      0,
      [
        'error metrics: there is nothing to send. Set metric and value, data, metrics, data-file, replay, junit, ' +
          'coverage or sizes; ' +
          'is what fills them empty? Nothing was sent.',
      ],
    ]);
    expect(run.outputs).toEqual(makeOutputs({ delivery: 'failed', server }));
  });

  it('is also an error with empty files', async () => {
    const files = { 'a.txt': '\n\n', 'b.yml': '', 'c.json': '{}', 'r.txt': '' };
    const { run, printed } = await act(
      { 'data-file': '*.{txt,yml,json}\n!r.txt', replay: 'r.txt' },
      { files },
    );
    expect([run.exitCode, printed]).toEqual([
      1,
      [expect.stringMatching(/^error metrics: there is nothing to send\./)],
    ]);
  });
});

const repository = 'acme/app';
const fork = { pull_request: { head: { repo: { full_name: 'mallory/app' } } } };
const branch = { pull_request: { head: { repo: { full_name: repository } } } };
const metric = { metric: 'a', value: '1' };
const skipped = makeOutputs({ delivery: 'skipped' });

function on(event_name: string, event: Record<string, unknown>, github: Record<string, string> = {}): Step {
  return { github: { repository, event_name, ...github }, event };
}

describe.concurrent('an empty server when secrets are empty', () => {
  const dependabot = { actor: 'dependabot[bot]' };
  it.each<[string, Step, string]>([
    ['a fork', on('pull_request', fork), 'a pull request from a fork'],
    ['a review of one', on('pull_request_review', fork), 'a pull request from a fork'],
    [
      'a deleted fork',
      on('pull_request', { pull_request: { head: { repo: null } } }),
      'a pull request from a fork',
    ],
    ['Dependabot', on('pull_request', branch, dependabot), 'a run that Dependabot started'],
    ['a push of Dependabot', on('push', {}, dependabot), 'a run that Dependabot started'],
  ])('is a notice, a skipped delivery and a success: %s', async (_, step, cause) => {
    const { run, printed } = await runStep({ ...metric, server: '' }, step);
    expect([run.exitCode, printed]).toEqual([
      0,
      [`notice Nothing was sent: ${cause} has no secrets, and server is empty.`],
    ]);
    expect(run.outputs).toEqual(skipped);
  });

  it.each<[string, Step]>([
    ['a push', on('push', {})],
    ['a pull request of the same repository', on('pull_request', branch)],
    ['pull_request_target from a fork', on('pull_request_target', fork)],
    ['a schedule', on('schedule', {})],
    ['an event without a pull request', on('pull_request', {})],
  ])('is elsewhere an error that names this cause: %s', async (_, step) => {
    const { run, printed } = await runStep({ ...metric, server: ' ' }, step);
    expect([run.exitCode, printed]).toEqual([
      1,
      [
        "error server: is required but empty. Set it to Carbon's host; a secret that is empty here " +
          '(a fork, another environment) is the usual cause. Nothing was sent.',
      ],
    ]);
    expect(run.outputs).toEqual({ ...skipped, delivery: 'failed' });
  });

  it('is ignored when a server is given, or none is needed', async () => {
    const sent = await act(metric, on('pull_request', fork));
    const dry = await runStep({ ...metric, server: '', 'dry-run': 'true' }, on('pull_request', fork));
    expect([sent.run.outputs['delivery'], dry.run.outputs['delivery']]).toEqual(['confirmed', 'dry-run']);
  });
});
