import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeGithubJob } from '../../src/collect/job/compute-github-job.ts';
import type { GithubJob } from '../../src/collect/job/parse-github-job.ts';
import { findJob } from '../../src/github/collect-github-job.ts';
import type { JobQuery } from '../../src/github/job-query.ts';
import { type Fault, formatFault } from '../../src/model/errors.ts';
import { anyJob, type JobAnswer, makeError, makeJob, makePage } from './answers.ts';
import { readApiDescription } from './api-description.ts';
import { type Answer, type ApiServer, startApiServer } from './api-server.ts';

const TOKEN = 'ghs_secret0token';
const description = readApiDescription();

/** A job that is found by its check run's id, by default. */
function ask(server: Pick<ApiServer, 'url'>, query: Partial<JobQuery> = {}) {
  return findJob({
    apiUrl: server.url,
    token: TOKEN,
    repository: 'org/name.js',
    runId: '77',
    attempt: '1',
    checkRunId: '123',
    jobKey: 'build',
    retryAfterBaseMs: 1,
    ...query,
  });
}

const search = { checkRunId: '', runnerName: 'runner-1' } as const;

async function findIn(server: ApiServer, query?: Partial<JobQuery>): Promise<GithubJob> {
  const found = await ask(server, query);
  if ('problem' in found) throw new Error(formatFault(found.problem));
  return found.job;
}

async function failIn(server: Pick<ApiServer, 'url'>, query?: Partial<JobQuery>): Promise<Fault> {
  const found = await ask(server, query);
  if ('job' in found) throw new Error(`a job was found: ${found.job.name}`);
  expect(JSON.stringify(found)).not.toContain(TOKEN);
  expect(found.problem.cure).toContain('everything else is sent');
  return found.problem;
}

const always = (answer: Answer) => () => answer;
const valid = (job: JobAnswer): JobAnswer => {
  expect(description.isJob(job), JSON.stringify(description.isJob.errors)).toBe(true);
  return job;
};
const validPage = (jobs: readonly JobAnswer[], total?: number): object => {
  const page = makePage(jobs, total);
  expect(description.isJobList(page), JSON.stringify(description.isJobList.errors)).toBe(true);
  return page;
};
const validError = (message: string): object => {
  const error = makeError(message);
  expect(description.isError(error)).toBe(true);
  return error;
};

describe("by the check run's id", () => {
  test('one request, with the token, to the job', async () => {
    await using server = await startApiServer(always({ body: valid(makeJob({ name: 'build' })) }));
    expect((await findIn(server)).name).toBe('build');
    expect(server.asked.map(({ path }) => path)).toEqual(['/repos/org/name.js/actions/jobs/123']);
    expect(server.asked[0]?.headers.authorization).toBe(`token ${TOKEN}`);
    expect(server.asked[0]?.headers.accept).toContain('application/vnd.github');
  });

  test('the API of GitHub Enterprise Server is below a path', async () => {
    await using server = await startApiServer(always({ body: valid(makeJob({})) }));
    await findIn({ ...server, url: `${server.url}/api/v3/` });
    expect(server.asked[0]?.path).toBe('/api/v3/repos/org/name.js/actions/jobs/123');
  });

  test('reads every answer that the description allows, with plausible numbers', async () => {
    let body: unknown;
    await using server = await startApiServer(() => ({ body }));
    await fc.assert(
      fc.asyncProperty(anyJob, async (job) => {
        body = valid(job);
        const found = await findIn(server, { runId: String(job.run_id) });
        expect(found.name).toBe(job.name);
        expect(found.status).toBe(job.status);
        expect(found.startedAtMs).toBe(Date.parse(job.started_at));
        expect(found.steps.map(({ name }) => name)).toEqual((job.steps ?? []).map(({ name }) => name));
        for (const { value } of computeGithubJob(found).metrics) expect(value).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  test('throws nothing for any JSON', async () => {
    let body = '';
    await using server = await startApiServer((_asked, _number) => ({ body }));
    const anyPart = fc.jsonValue({ maxDepth: 2 });
    const damaged = fc
      .tuple(
        anyJob,
        fc.dictionary(fc.constantFrom('name', 'steps', 'run_id', 'created_at', 'status'), anyPart),
      )
      .map(([job, damage]) => ({ ...job, ...damage }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, fc.jsonValue()), fc.boolean(), async (answer, isSearch) => {
        body = JSON.stringify(answer);
        const found = await ask(server, isSearch ? search : {});
        if ('job' in found) computeGithubJob(found.job);
        else expect(found.problem.rule).toMatch(/^GitHub /);
      }),
      { numRuns: 200 },
    );
  });

  test('refuses a job of another run', async () => {
    await using server = await startApiServer(always({ body: valid(makeJob({ run_id: 78 })) }));
    expect(await failIn(server)).toMatchObject({ rule: expect.stringContaining('another run'), value: '78' });
  });

  test.each([
    ['half an answer', '{"id": 5,'],
    ['a page', '<html>'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a number without end', '1'.repeat(400)],
  ])('%s is not a job', async (_name, body) => {
    await using server = await startApiServer(always({ body }));
    expect((await failIn(server)).rule).toBe('GitHub answered with something that is not a job');
  });
});

describe('by name, attempt and runner', () => {
  const build = makeJob({ name: 'build', runner_name: 'runner-1' });
  const other = makeJob({ name: 'lint', runner_name: 'runner-2' });

  test('in the list of the attempt', async () => {
    await using server = await startApiServer(always({ body: validPage([other, build]) }));
    expect((await findIn(server, { ...search, attempt: '2' })).runnerName).toBe('runner-1');
    expect(server.asked.map(({ path }) => path)).toEqual([
      '/repos/org/name.js/actions/runs/77/attempts/2/jobs?per_page=100',
    ]);
  });

  test('on the last of three pages', async () => {
    const pages = [[other, other], [other], [other, build]];
    await using server = await startApiServer((_asked, number, url) => ({
      body: validPage(pages[number] ?? [], 5),
      headers:
        number < 2
          ? { link: `<${url}/page/${number + 2}?a=b>; rel="next", <${url}/page/3>; rel="last"` }
          : {},
    }));
    expect((await findIn(server, search)).name).toBe('build');
    expect(server.asked.map(({ path }) => path).slice(1)).toEqual(['/page/2?a=b', '/page/3?a=b']);
    expect(server.asked.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill(`token ${TOKEN}`));
  });

  test('is not found when two cannot be distinguished', async () => {
    await using server = await startApiServer(always({ body: validPage([build, build]) }));
    const problem = await failIn(server, search);
    expect(problem).toMatchObject({ rule: expect.stringContaining('2 jobs'), value: 'build' });
    expect(problem.cure).toContain('"name:"');
  });

  test('is not found when none has the name', async () => {
    await using server = await startApiServer(always({ body: validPage([other]) }));
    expect((await failIn(server, search)).rule).toContain('no running job');
  });

  test('is not found in an endless list', async () => {
    await using server = await startApiServer((_asked, _number, url) => ({
      body: validPage([other]),
      headers: { link: `<${url}/again>; rel="next"` },
    }));
    expect((await failIn(server, search)).rule).toContain('more than 2000 jobs');
    expect(server.asked.length).toBeLessThan(25);
  });

  test('does not request a page of another server', async () => {
    await using foreign = await startApiServer(always({ body: validPage([build]) }));
    await using server = await startApiServer(
      always({ body: validPage([other]), headers: { link: `<${foreign.url}/2>; rel="next"` } }),
    );
    expect(await failIn(server, search)).toMatchObject({ value: foreign.url });
    expect(foreign.asked).toEqual([]);
  });
});

describe('a refusal of GitHub', () => {
  const forbidden = 'Resource not accessible by integration';
  const limited = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' };
  test.each([
    ['401', 401, 'Bad credentials', {}, 'does not accept the token', '${{ github.token }}'],
    ['403', 403, forbidden, {}, 'does not let the token read', 'permissions: actions: read'],
    ['404', 404, 'Not Found', {}, 'does not know the job, or hides it', 'permissions: actions: read'],
    ['403 at the limit', 403, 'Enough', limited, 'no more requests', 'fewer jobs'],
    ['403 by words alone', 403, 'secondary rate limit', {}, 'no more requests', 'fewer jobs'],
    ['403, later', 403, 'Slow down', { 'retry-after': '3600' }, 'no more requests', 'fewer jobs'],
    ['429', 429, 'Too many', {}, 'no more requests', 'fewer jobs'],
    ['429, later', 429, 'Too many', { 'retry-after': '3600' }, 'no more requests', 'fewer jobs'],
    ['422', 422, 'Unprocessable', {}, 'did not describe the job', ''],
  ])('%s is not retried', async (_name, status, message, headers, rule, cure) => {
    await using server = await startApiServer(always({ status, headers, body: validError(message) }));
    const problem = await failIn(server);
    expect(problem.rule).toContain(rule);
    expect(problem.rule).toContain(`(HTTP ${status})`);
    expect(problem.cure).toContain(cure);
    expect(problem.value).toBe(message);
    expect(server.asked).toHaveLength(1);
  });

  test('is the same for a list as for a job', async () => {
    await using server = await startApiServer(always({ status: 403, body: validError(forbidden) }));
    expect((await failIn(server, search)).cure).toContain('permissions: actions: read');
  });

  test('may quote the token, but the problem does not', async () => {
    await using server = await startApiServer(always({ status: 401, body: validError(`no ${TOKEN}!`) }));
    expect((await failIn(server)).value).toBe('no ***!');
  });

  test.each([500, 502, 503])('is retried: %i once, then a job', async (status) => {
    await using server = await startApiServer((_asked, number) =>
      number === 0
        ? { status, body: validError('Server Error') }
        : { body: valid(makeJob({ name: 'build' })) },
    );
    expect((await findIn(server)).name).toBe('build');
    expect(server.asked).toHaveLength(2);
  });

  test('retries a permanent 500 as often as configured', async () => {
    await using server = await startApiServer(always({ status: 500, body: validError('Server Error') }));
    expect((await failIn(server, { retries: 3 })).rule).toContain('(HTTP 500)');
    expect(server.asked).toHaveLength(4);
  });

  test.each([
    ['a number that is no integer', '{"message": 5, "n": 123456789012345678901234567890}'],
    ['a page', '<html>'],
    ['nothing', ''],
  ])('is printed without %s', async (_name, body) => {
    await using server = await startApiServer(always({ status: 404, body }));
    const problem = await failIn(server);
    expect(problem.value).toBeUndefined();
    expect(problem.rule).toMatch(/^GitHub /);
  });
});

describe('a server that misbehaves', () => {
  test('nothing listens', async () => {
    const { url } = await startAndStop();
    expect((await failIn({ url })).rule).toContain('refused the connection');
  });

  test('the connection breaks once, then a job', async () => {
    await using server = await startApiServer((_asked, number) =>
      number === 0 ? (response) => response.destroy() : { body: valid(makeJob({ name: 'build' })) },
    );
    expect((await findIn(server)).name).toBe('build');
  });

  test('no answer comes within the limit, and the connection ends', async () => {
    let markClosed = (): void => {};
    const closed = new Promise<void>((resolve) => {
      markClosed = resolve;
    });
    await using server = await startApiServer(always((response) => response.once('close', markClosed)));
    // On a busy machine a short limit may pass before the request reaches the server.
    for (let timeoutMs = 50; server.asked.length === 0; timeoutMs *= 2) {
      const { rule } = await failIn(server, { timeoutMs });
      expect(rule).toBe(`GitHub did not answer within ${timeoutMs / 1000} s`);
    }
    await closed;
  });

  test('half an answer comes within the limit', async () => {
    await using server = await startApiServer(
      always((response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('{"name":');
      }),
    );
    expect((await failIn(server, { timeoutMs: 50 })).rule).toContain('did not answer within');
  });

  test('the limit ends a wait between two attempts too', async () => {
    await using server = await startApiServer(always({ status: 500, body: '{}' }));
    for (let timeoutMs = 500; server.asked.length === 0; timeoutMs *= 2) {
      const problem = await failIn(server, { timeoutMs, retryAfterBaseMs: 4 * timeoutMs, retries: 1 });
      expect(problem.rule).toContain('did not answer within');
    }
    expect(server.asked).toHaveLength(1);
  });

  test('the run is stopped', async () => {
    const controller = new AbortController();
    await using server = await startApiServer(always(() => controller.abort()));
    expect((await failIn(server, { signal: controller.signal })).rule).toContain('the run was stopped');
    expect((await failIn(server, { signal: controller.signal })).rule).toContain('the run was stopped');
    expect(server.asked).toHaveLength(1);
  });

  test('an endless answer is not read to its end', async () => {
    let written = 0;
    await using server = await startApiServer(
      always((response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = (): void => {
          while (!response.destroyed && response.write(' '.repeat(65_536))) written += 65_536;
          written += 65_536;
        };
        response.on('drain', more);
        more();
      }),
    );
    expect((await failIn(server)).rule).toContain('more than 8 MiB');
    expect(server.asked).toHaveLength(1);
    expect(written).toBeLessThan(64 * 1024 * 1024);
  });

  test('a redirection within the API is followed, with the token', async () => {
    await using server = await startApiServer(({ path }, _number, url) =>
      path.startsWith('/repos/')
        ? { status: 301, body: '{}', headers: { location: `${url}/repositories/5/actions/jobs/123` } }
        : { body: valid(makeJob({ name: 'build' })) },
    );
    expect((await findIn(server)).name).toBe('build');
    expect(server.asked[1]?.headers.authorization).toBe(`token ${TOKEN}`);
  });

  test('a redirection elsewhere is not followed', async () => {
    await using foreign = await startApiServer(always({ body: valid(makeJob({})) }));
    await using server = await startApiServer(
      always({ status: 302, body: '', headers: { location: `${foreign.url}/login?secret=1` } }),
    );
    expect(await failIn(server)).toMatchObject({
      rule: expect.stringContaining('another server'),
      value: foreign.url,
    });
    expect(foreign.asked).toEqual([]);
  });

  test.each([['/round/and/round'], ['http://[']])('a redirection to %s has an end', async (location) => {
    await using server = await startApiServer(always({ status: 307, body: '', headers: { location } }));
    expect((await failIn(server)).rule).toContain('without an answer');
    expect(server.asked.length).toBeLessThanOrEqual(4);
  });
});

describe('data that is not requested', () => {
  test.each([
    ['a token with a line break', { token: 'ghs_secret0\ntoken' }, 'the token'],
    ['no token', { token: '' }, 'the token'],
    ['no address', { apiUrl: 'api.github.com' }, 'GITHUB_API_URL'],
    ['a file', { apiUrl: 'file:///etc' }, 'GITHUB_API_URL'],
    ['a repository that leads elsewhere', { repository: '../user' }, 'GITHUB_REPOSITORY'],
    ['no repository', { repository: '' }, 'GITHUB_REPOSITORY'],
    ['three names', { repository: 'a/b/c' }, 'GITHUB_REPOSITORY'],
    ['no run', { runId: '' }, 'GITHUB_RUN_ID'],
    ['no attempt', { attempt: '0' }, 'GITHUB_RUN_ATTEMPT'],
    ['no number', { checkRunId: '5/../6' }, 'job.check_run_id'],
  ])('%s', async (_name, query, rule) => {
    await using server = await startApiServer(always({ body: valid(makeJob({})) }));
    expect((await failIn(server, query)).rule).toContain(rule);
    expect(server.asked).toEqual([]);
  });
});

async function startAndStop(): Promise<{ url: string }> {
  await using server = await startApiServer(always({ body: '' }));
  return { url: server.url };
}
