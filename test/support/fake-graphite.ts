import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request to the render API. */
export interface RenderQuestion {
  readonly targets: readonly string[];
  readonly from: string;
  readonly form: URLSearchParams;
  readonly request: IncomingMessage;
}

/** The answer of the render API. `undefined` leaves the request open until the server ends. */
export type RenderAnswer = (question: RenderQuestion, response: ServerResponse) => unknown;

/** A render API in this process, with real sockets. The test gives its answers. */
export interface FakeGraphite extends AsyncDisposable {
  readonly url: string;
  readonly questions: readonly RenderQuestion[];
}

/** The points of a series, oldest first. */
export type Stored = ReadonlyArray<readonly [epochSeconds: number, value: number]>;

/** Starts a render API. It sends the result of `answer` as JSON, unless `answer` has ended the response itself. */
export async function startFakeGraphite(answer: RenderAnswer): Promise<FakeGraphite> {
  const questions: RenderQuestion[] = [];
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const targets = form.getAll('target');
    const question = { targets, from: form.get('from') ?? '', form, request };
    questions.push(question);
    const answered = answer(question, response);
    if (answered === undefined || response.writableEnded) return;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answered));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    questions,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Answers from stored series like Graphite: the series of the targets, with braces, and their points in the time range.
 */
export function answerFrom(stored: Readonly<Record<string, Stored>>): RenderAnswer {
  return ({ targets, from }) => {
    const first = Date.now() / 1000 - 86_400 * Number(/^-(\d+)d$/.exec(from)?.[1]);
    return targets.flatMap(expandBraces).flatMap((target) => {
      const points = stored[target];
      if (points === undefined) return [];
      const datapoints = points.filter(([time]) => time >= first).map(([time, value]) => [value, time]);
      return [{ target, tags: { name: target }, datapoints }];
    });
  };
}

/** `count` runs, a day apart, the newest some hours ago. */
export function storeRuns(count: number, value: (index: number) => number): Stored {
  const newest = Math.floor(Date.now() / 1000) - 7 * 3600;
  return Array.from({ length: count }, (_, index) => [newest - (count - 1 - index) * 86_400, value(index)]);
}

/** A duration with little noise: 300 to 303 s, all different within forty runs. */
export function noisy(index: number): number {
  return 300 + ((index * 17) % 40) / 13;
}

/** The names that a target with braces expands to. */
export function expandBraces(target: string): readonly string[] {
  const [, before = '', names, after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(target) ?? [];
  return names === undefined ? [target] : names.split(',').map((name) => `${before}${name}${after}`);
}
