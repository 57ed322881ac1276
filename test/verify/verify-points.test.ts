import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { SendError } from '../../src/model/errors.ts';
import type { SentPoint, Verification } from '../../src/verify/verification.ts';
import { type Pace, verifyPoints } from '../../src/verify/verify-points.ts';
import { createSelfSigned } from '../support/authority.ts';
import { expandBraces } from '../support/fake-graphite.ts';

const pace: Pace = { firstPauseMs: 5, longestPauseMs: 20, firstResendMs: 20, longestResendMs: 40 };
const now = Math.floor(Date.now() / 1000);
const secret = 'Bearer c2VjcmV0';

interface Http extends AsyncDisposable {
  readonly url: URL;
}

async function listen(server: Server, scheme = 'http'): Promise<Http> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`${scheme}://127.0.0.1:${port}/`),
    [Symbol.asyncDispose]: async () => {
      if ('closeAllConnections' in server) (server as ReturnType<typeof createServer>).closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const startHttp = (answer: RequestListener): Promise<Http> => listen(createServer(answer));

/** Answers like a Graphite with slots of `step` seconds that stored these points. */
async function answerFrom(
  stored: readonly SentPoint[],
  { request, response, step = 60 }: { request: IncomingMessage; response: ServerResponse; step?: number },
): Promise<void> {
  const form = new URLSearchParams(await text(request));
  const first = Number(form.get('from')) - (Number(form.get('from')) % step) + step;
  const slots = Math.floor((Number(form.get('until')) - first) / step) + 1;
  const answer = form
    .getAll('target')
    .flatMap(expandBraces)
    .flatMap((target) => {
      const own = stored.filter(({ series }) => series === target);
      const valueAt = (start: number): number | null =>
        own.findLast(({ timestamp }) => timestamp - (timestamp % step) === start)?.value ?? null;
      const starts = Array.from({ length: Math.max(1, slots) }, (_, index) => first + index * step);
      return own.length === 0 ? [] : [{ target, datapoints: starts.map((start) => [valueAt(start), start]) }];
    });
  response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
}

function verify(
  url: URL,
  {
    points = makePoints(1),
    timeoutMs = 20_000,
    signal = new AbortController().signal,
    resend = async () => {},
    authorization = secret,
  }: {
    points?: readonly SentPoint[];
    timeoutMs?: number;
    signal?: AbortSignal;
    resend?: (missing: readonly SentPoint[]) => Promise<void>;
    authorization?: string;
  } = {},
): Promise<Verification> {
  return verifyPoints(points, {
    access: { url, authorization },
    limits: { timeoutMs, signal },
    resend,
    pace,
  });
}

function makePoints(count: number): SentPoint[] {
  return Array.from({ length: count }, (_, index) => ({
    series: `ci.n${index}`,
    value: index / 3,
    timestamp: now,
  }));
}

describe('seen points', () => {
  it('no point sends no request', async () => {
    await using server = await startHttp(() => expect.unreachable());
    expect(await verify(server.url, { points: [] })).toEqual({ verified: 0, missing: [] });
  });

  it.each([1, 10, 60, 300, 3_600, 86_400])('include every point, in slots of %d s', async (step) => {
    const points = makePoints(250);
    await using server = await startHttp((request, response) =>
      answerFrom(points, { request, response, step }),
    );
    expect(await verify(server.url, { points })).toEqual({ verified: 250, missing: [] });
  });

  it('include points of any age, and of tomorrow', async () => {
    const points = makePoints(300).map((point, index) => ({
      ...point,
      timestamp: now + 86_400 - 3_607 * index,
    }));
    await using server = await startHttp((request, response) => answerFrom(points, { request, response }));
    expect(await verify(server.url, { points })).toEqual({ verified: 300, missing: [] });
  });

  it('are read with the credentials, below a prefix, by POST', async () => {
    const seen: unknown[] = [];
    await using server = await startHttp((request, response) => {
      seen.push([request.method, request.url, request.headers.authorization]);
      return answerFrom(makePoints(1), { request, response });
    });
    for (const path of ['/graphite', '/graphite/', '/graphite/render', '/graphite/?org=1#x']) {
      await verify(new URL(path, server.url));
    }
    const url = new URL(server.url);
    url.username = 'somebody';
    await verify(url);
    expect(seen).toEqual([
      ['POST', '/graphite/render', secret],
      ['POST', '/graphite/render', secret],
      ['POST', '/graphite/render', secret],
      ['POST', '/graphite/render?org=1', secret],
      ['POST', '/render', secret],
    ]);
  });

  it('of one slot are represented by the last', async () => {
    const points = [1, 2, 3].map((value) => ({ series: 'a', value, timestamp: now }));
    await using server = await startHttp((request, response) => answerFrom(points, { request, response }));
    expect(await verify(server.url, { points })).toEqual({ verified: 3, missing: [] });
  });
});

describe('missing points', () => {
  it('are sent again until they are seen, without the others', async () => {
    const points = makePoints(5);
    const stored = points.slice(0, 2);
    const resent: string[][] = [];
    await using server = await startHttp((request, response) => answerFrom(stored, { request, response }));
    const resend = async (missing: readonly SentPoint[]): Promise<void> => {
      resent.push(missing.map(({ series }) => series));
      stored.push(...missing.slice(0, 1));
    };
    expect(await verify(server.url, { points, resend })).toEqual({ verified: 5, missing: [] });
    expect(resent).toEqual([['ci.n2', 'ci.n3', 'ci.n4'], ['ci.n3', 'ci.n4'], ['ci.n4']]);
  });

  it('are listed at the end, with the other value in their slot', async () => {
    const [first, second, third] = makePoints(3) as [SentPoint, SentPoint, SentPoint];
    const stored = [first, { ...second, value: 7 }];
    await using server = await startHttp((request, response) => answerFrom(stored, { request, response }));
    expect(await verify(server.url, { points: [third, second, first], timeoutMs: 1_000 })).toEqual({
      verified: 1,
      missing: [third, { ...second, found: 7 }],
    });
  });

  it('are not sent again where the slot has another value', async () => {
    const [first, second] = makePoints(2) as [SentPoint, SentPoint];
    const resent: string[][] = [];
    await using server = await startHttp((request, response) =>
      answerFrom([{ ...second, value: 7 }], { request, response }),
    );
    const resend = async (missing: readonly SentPoint[]): Promise<void> => {
      resent.push(missing.map(({ series }) => series));
    };
    await verify(server.url, { points: [first, second], resend, timeoutMs: 1_000 });
    expect(new Set(resent.flat())).toEqual(new Set([first.series]));
  });

  it('are not sent again while Graphite cannot be asked', async () => {
    await using server = await startHttp((_, response) => response.writeHead(503).end());
    const resend = (): Promise<void> => expect.unreachable();
    const { verified, missing, problem } = await verify(server.url, { resend, timeoutMs: 1_000 });
    expect([verified, missing.length]).toEqual([0, 1]);
    expect(problem).toBe(`Graphite at ${server.url.origin} did not answer the request (HTTP 503).`);
  });

  it('may fail to be sent again', async () => {
    await using server = await startHttp((request, response) => answerFrom([], { request, response }));
    const resend = (): Promise<void> =>
      Promise.reject(new SendError('no route', { retryable: false, code: 'EHOSTUNREACH' }));
    expect(await verify(server.url, { resend, timeoutMs: 1_000 })).toMatchObject({
      verified: 0,
      resendProblem: 'no route',
    });
  });

  it('do not hide a defect of the sender', async () => {
    await using server = await startHttp((request, response) => answerFrom([], { request, response }));
    const resend = (): Promise<void> => Promise.reject(new TypeError('defect'));
    await expect(verify(server.url, { resend })).rejects.toThrow('defect');
  });
});

describe('a server that', () => {
  it('recovers from an error', async () => {
    let requests = 0;
    await using server = await startHttp((request, response) => {
      requests += 1;
      if (requests < 3) response.writeHead(500).end('<html>');
      else return answerFrom(makePoints(1), { request, response });
    });
    expect(await verify(server.url)).toEqual({ verified: 1, missing: [] });
  });

  it('fails for only some series', async () => {
    const points = makePoints(350);
    const controller = new AbortController();
    let failures = 0;
    await using server = await startHttp(async (request, response) => {
      const body = await text(request);
      const targets = new URLSearchParams(body).getAll('target').flatMap(expandBraces);
      if (targets.includes('ci.n0')) {
        response.writeHead(500).end();
        failures += 1;
        if (failures === 3) controller.abort();
      } else {
        const found = points.filter(({ series }) => targets.includes(series));
        const answer = found.map(({ series, value }) => ({ target: series, datapoints: [[value, now]] }));
        response.end(JSON.stringify(answer));
      }
    });
    const { verified, missing, problem } = await verify(server.url, { points, signal: controller.signal });
    expect([verified, missing.length, problem]).toEqual([250, 100, expect.stringContaining('HTTP 500')]);
  });

  it.each([401, 403, 405, 400])('answers %d is asked once', async (status) => {
    let requests = 0;
    await using server = await startHttp((_, response) => {
      requests += 1;
      response.writeHead(status).end();
    });
    expect(await verify(server.url)).toEqual({
      verified: 0,
      missing: makePoints(1),
      problem: expect.stringContaining(`(HTTP ${status})`),
    });
    expect(requests).toBe(1);
  });

  it.each([
    ['an empty list', 'application/json', '[]'],
    ['a text', 'text/plain', 'Not Found'],
    ['a page', 'text/html', '<html>'],
  ])('answers 404 with %s until a series exists is asked again', async (_, type, body) => {
    let requests = 0;
    await using server = await startHttp((request, response) => {
      requests += 1;
      if (requests > 3) return answerFrom(makePoints(1), { request, response });
      response.writeHead(404, { 'content-type': type }).end(body);
    });
    expect(await verify(server.url)).toEqual({ verified: 1, missing: [] });
  });

  it('answers 404 to the end has none of the series, or no render API', async () => {
    await using server = await startHttp((_, response) => response.writeHead(404).end());
    const { problem } = await verify(server.url, { timeoutMs: 500 });
    expect(problem).toContain('does not know the series, or has no render API at this address (HTTP 404).');
  });

  it('answers 404 with an empty list has none of the points, which are sent again', async () => {
    const stored: SentPoint[] = [];
    await using server = await startHttp((request, response) => {
      if (stored.length > 0) return answerFrom(stored, { request, response });
      response.writeHead(404, { 'content-type': 'application/json' }).end('[]');
    });
    const resend = async (missing: readonly SentPoint[]): Promise<void> => void stored.push(...missing);
    expect(await verify(server.url, { resend })).toEqual({ verified: 1, missing: [] });
  });

  it.each([
    ['levels of brackets', '['.repeat(1_000_000), 'more than 8 levels of brackets'],
    ['values', `[${'0,'.repeat(2_500_000)}0]`, 'more than 2000000 values of JSON'],
    ['objects', `[${'{},'.repeat(20_000)}{}]`, 'more than 10000 objects of JSON'],
    ['keys', `[{${'"a":0,'.repeat(150_000)}"b":0}]`, 'more than 100000 keys of JSON'],
    ['series', `[${'{"target":"","datapoints":[]},'.repeat(5000)}{}]`, 'with 5001 series where 1 were asked'],
  ])('answers with too many %s is not trusted', async (_, body, words) => {
    await using server = await startHttp((_, response) => response.end(body));
    expect((await verify(server.url)).problem).toContain(words);
  });

  it('answers with a login page', async () => {
    await using server = await startHttp((_, response) => response.end('<html><form>'));
    expect((await verify(server.url)).problem).toContain('answered with a web page, perhaps one to log in');
  });

  it('redirects does not get the credentials at the new address', async () => {
    await using other = await startHttp(() => expect.unreachable());
    await using server = await startHttp((_, response) =>
      response.writeHead(307, { location: `${other.url.href}login?token=secret` }).end(),
    );
    const { problem } = await verify(server.url);
    expect(problem).toContain(`redirects the request, to ${other.url.href}login (HTTP 307).`);
    expect(problem).not.toContain('secret');
  });

  it('never answers', async () => {
    await using server = await startHttp(() => {});
    expect(await verify(server.url, { timeoutMs: 100 })).toEqual({
      verified: 0,
      missing: makePoints(1),
      problem: `Graphite at ${server.url.origin} did not answer within 0.1 s.`,
    });
  });

  it('never ends its answer', async () => {
    await using server = await startHttp((_, response) => response.write('['));
    expect((await verify(server.url, { timeoutMs: 100 })).problem).toContain('did not answer within 0.1 s.');
  });

  it('answers more than the limit', async () => {
    await using server = await startHttp((_, response) => {
      const chunk = Buffer.alloc(1024 * 1024, ' ');
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more).on('error', () => {});
      more();
    });
    expect((await verify(server.url)).problem).toContain('more than 16 MiB');
  });

  it('does not listen', async () => {
    const gone = await startHttp(() => {});
    await gone[Symbol.asyncDispose]();
    const { problem } = await verify(gone.url, { timeoutMs: 500 });
    expect(problem).toContain('nothing listens there (ECONNREFUSED).');
  });

  it('has a certificate of an unknown authority', async () => {
    const { key, cert } = createSelfSigned('IP:127.0.0.1');
    await using server = await listen(createTlsServer({ key, cert }), 'https');
    expect((await verify(server.url)).problem).toMatch(
      /^Graphite at https:\/\/127\.0\.0\.1:\d+ has a certificate that does not prove whose it is \(DEPTH_ZERO_SELF_SIGNED_CERT\)/,
    );
    const plain = new URL(server.url.href.replace('https', 'http'));
    expect((await verify(plain, { timeoutMs: 500 })).problem).toMatch(/^Graphite at http:/);
  });

  it('has no TLS', async () => {
    await using server = await startHttp(() => {});
    const secure = new URL(server.url.href.replace('http', 'https'));
    expect((await verify(secure)).problem).toContain('does not use TLS');
  });
});

it('does not print credentials that a header cannot contain', async () => {
  await using server = await startHttp(() => expect.unreachable());
  const { problem } = await verify(server.url, { authorization: `${secret}\nsecret` });
  expect(problem).toContain('the credentials contain a character that a header cannot contain');
  expect(problem).not.toContain('c2VjcmV0');
});

describe('a stopped run', () => {
  it('has the points seen so far', async () => {
    const controller = new AbortController();
    const points = makePoints(2);
    await using server = await startHttp((request, response) =>
      answerFrom(points.slice(0, 1), { request, response }),
    );
    const resend = async (): Promise<void> => controller.abort();
    expect(await verify(server.url, { points, signal: controller.signal, resend })).toEqual({
      verified: 1,
      missing: points.slice(1),
      problem: 'it was stopped before every point was seen.',
    });
  });

  it('may be stopped before it begins', async () => {
    await using server = await startHttp(() => expect.unreachable());
    const signal = AbortSignal.abort();
    expect(await verify(server.url, { signal })).toMatchObject({
      verified: 0,
      problem: expect.stringContaining('stopped'),
    });
  });
});
