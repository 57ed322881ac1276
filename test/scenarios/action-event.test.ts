import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { act, actJob, runStep } from './act.ts';

interface EventServer extends AsyncDisposable {
  readonly url: string;
  readonly events: Array<{ readonly address: string | undefined; readonly event: unknown }>;
}

/** A Graphite that stores events, in this process and with real sockets. */
async function startEventServer(status = 200): Promise<EventServer> {
  const events: EventServer['events'] = [];
  const server = createServer(async (request, response) => {
    events.push({ address: `${request.method} ${request.url}`, event: await json(request) });
    response.writeHead(status).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    events,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const STORED = {
  address: 'POST /events/',
  event: expect.objectContaining({ what: 'deployed 1.2.3', tags: ['deploy', 'octo-org_octo-repo'] }),
};
const METRIC = { metric: 'a', value: '1' };

describe.concurrent('event', () => {
  it('is stored by a step that sends nothing else and has no server', async () => {
    await using graphite = await startEventServer();
    const { run, printed } = await runStep({ event: 'deployed 1.2.3', 'graphite-url': graphite.url });
    expect([run.exitCode, printed, run.outputs['delivery']]).toEqual([0, [], 'skipped']);
    expect(graphite.events).toEqual([STORED]);
    expect(run.stdout).toContain('Event: "deployed 1.2.3", tags deploy, octo-org_octo-repo.');
  });

  it.each<[string, Record<string, string>, number]>([
    ['by the step, if only its job is measured at the end', { 'job-metrics': 'true' }, 1],
    ['at the end of the job, with when: post', { ...METRIC, when: 'post' }, 0],
  ])('is stored once, %s', async (_, more, storedByStep) => {
    await using graphite = await startEventServer();
    const counts: number[] = [];
    const inputs = { event: 'deployed 1.2.3', 'graphite-url': graphite.url, ...more };
    const { main, post, mainLines, postLines } = await actJob(inputs, {
      between: async () => void counts.push(graphite.events.length),
    });
    expect([main.run.exitCode, post.run.exitCode, mainLines]).toEqual([0, 0, []]);
    expect(postLines.length).toBeGreaterThan(0);
    expect(counts).toEqual([storedByStep]);
    expect(graphite.events).toEqual([STORED]);
  });

  it('is printed and not stored in a dry run', async () => {
    await using graphite = await startEventServer();
    const inputs = { ...METRIC, event: 'deployed 1.2.3', 'graphite-url': graphite.url, 'dry-run': 'true' };
    const { run, connections } = await act(inputs);
    expect([run.exitCode, connections, graphite.events]).toEqual([0, 0, []]);
    expect(run.stdout).toContain('Dry run: the event is not sent: "deployed 1.2.3"');
  });

  it('is left out with a notice in a pull request from a fork that has no address', async () => {
    const fork = {
      github: { event_name: 'pull_request', ref: 'refs/pull/5/merge', head_ref: 'topic' },
      event: { pull_request: { head: { repo: { full_name: 'mallory/octo-repo' } } } },
    };
    const { run, printed, lines } = await act({ ...METRIC, event: 'deployed 1.2.3' }, fork);
    expect([run.exitCode, lines.length]).toEqual([0, 1]);
    expect(printed).toEqual([
      'notice The event is not sent: a pull request from a fork has no secrets, and graphite-url is empty.',
    ]);
  });

  it('that Graphite does not store is a warning, and its metrics are sent', async () => {
    await using graphite = await startEventServer(500);
    const inputs = { ...METRIC, event: 'deployed 1.2.3', 'graphite-url': graphite.url };
    const { run, printed, lines } = await act(inputs);
    expect([run.exitCode, run.outputs['delivery'], lines.length]).toEqual([0, 'confirmed', 1]);
    expect(printed).toEqual([
      expect.stringMatching(/^warning The event was not stored: Graphite at .+ \(HTTP 500\)\.$/),
    ]);
  });

  it('without an address is bad input', async () => {
    const { run, printed, connections } = await act({ ...METRIC, event: 'deployed 1.2.3' });
    expect([run.exitCode, connections, printed]).toEqual([
      1,
      0,
      [expect.stringMatching(/^error graphite-url: event needs it/)],
    ]);
  });
});
