import { describe, expect, test } from 'vitest';
import { chooseJob, formatJobNames } from '../../../src/collect/job/choose-job.ts';
import type { GithubJob } from '../../../src/collect/job/parse-github-job.ts';

const running = (name: string, runnerName?: string): GithubJob => ({
  name,
  status: 'in_progress',
  steps: [],
  ...(runnerName === undefined ? {} : { runnerName }),
});
const withStatus = (status: string, job: GithubJob): GithubJob => ({ ...job, status });

describe('the names of a job that GitHub may show', () => {
  test.each([
    ['no matrix', null, ['build']],
    ['an empty one', {}, ['build']],
    ['text and numbers', { os: 'ubuntu', node: 20 }, ['build (ubuntu)', 'build (ubuntu, 20)']],
    ['booleans and null', { a: true, b: null, c: '' }, ['build (true)']],
    ['maps and lists', { a: { b: 1, c: ['x', 2.5] } }, ['build (1, x, 2.5)']],
    ['not a matrix', 'text', ['build']],
  ])('%s', (_name, matrix, names) => {
    expect(formatJobNames('build', matrix)).toEqual(names);
  });

  test('are cut to 100 characters', () => {
    const [name] = formatJobNames('build', { a: 'x'.repeat(200) });
    expect(name).toBe(`build (${'x'.repeat(90)}...`);
    expect(name).toHaveLength(100);
  });
});

describe('found', () => {
  const me = { jobKey: 'build', matrix: { os: 'ubuntu', node: 20 }, runnerName: 'r1' };
  const mine = running('build (ubuntu, 20)', 'r1');
  test.each<[string, readonly GithubJob[]]>([
    ['by name and runner', [running('build (windows, 20)', 'r2'), mine]],
    ['next to finished ones of the same name', [withStatus('completed', mine), mine]],
    ['next to the same name on another runner', [running('build (ubuntu, 20)', 'r2'), mine]],
    ['next to another name on the same runner', [running('lint', 'r1'), mine]],
    ['where GitHub does not say the runner', [running('build (ubuntu, 20)')]],
    ['in a reusable workflow', [running('caller / build (ubuntu, 20)', 'r1')]],
    ['with values that an include added', [running('build (ubuntu)', 'r1')]],
    ['with an own name, by its runner', [running('Build it', 'r1'), running('Lint it', 'r2')]],
  ])('%s', (_name, jobs) => {
    const choice = chooseJob(jobs, me);
    expect(choice).toHaveProperty('job');
    expect(jobs).toContain('job' in choice && choice.job);
    expect('job' in choice && choice.job.status).toBe('in_progress');
  });

  test('by its name without a runner', () => {
    expect(chooseJob([mine], { jobKey: 'build', matrix: me.matrix })).toEqual({ job: mine });
  });
});

describe('no job is guessed', () => {
  const me = { jobKey: 'build', runnerName: 'r1' };
  test.each<[string, readonly GithubJob[], number]>([
    ['none at all', [], 0],
    ['finished', [withStatus('completed', running('build', 'r1'))], 0],
    ['not shown as running yet', [withStatus('queued', running('build', 'r1'))], 0],
    ['of no known status', [{ name: 'build', steps: [] }], 0],
    ['the name on another runner', [running('build', 'r2')], 0],
    ['two by one name and runner', [running('a / build', 'r1'), running('b / build', 'r1')], 2],
    ['two by one name, of unknown runners', [running('a / build'), running('b / build')], 2],
    ['two on one runner', [running('x', 'r1'), running('y', 'r1')], 2],
    ['one by name, another by runner', [running('build', 'r2'), running('x', 'r1')], 2],
    ['a name that only ends alike', [running('rebuild')], 0],
  ])('%s', (_name, jobs, count) => {
    expect(chooseJob(jobs, me)).toEqual({ count });
  });
});
