import { describe, expect, it } from 'vitest';
import { startServer } from '../support/faulty-server.ts';
import { act, actJob, runStep, type StepInputs } from './act.ts';

const lenient = { group: 'g', source: '', 'fail-on-error': 'false' };

describe.concurrent('fail-on-error: false leaves out metrics with a fault', () => {
  const files = {
    'm.txt': 'a 1\nb\nc 3 later\n# x\nd 4\n',
    'm.json': '[{"metric":"e","value":5},{"metric":"f"}]',
  };
  it.each<[StepInputs, string[], number, RegExp]>([
    [{ data: 'a: 1\nb: x\nc: 3' }, ['g.a 1', 'g.c 3'], 1, /1 metric\.\n- data, "b": a value is .*got "x"/],
    [{ data: 'a: 1\nb: [1]\nc: 3' }, ['g.a 1', 'g.c 3'], 1, /data, "b": a list inside a map/],
    [{ data: 'a b: 1\na/b: 2\nc: 3' }, ['g.a_b 1', 'g.c 3'], 1, /two names become one path/],
    [
      { metrics: '- {metric: a, value: 1}\n- {metric: b, value: 1, tags: x}\n- 7' },
      ['g.a 1'],
      2,
      /2 metrics\./,
    ],
    [{ data: '- {metric: a, value: x, timestamp: y}\n- {metric: b, value: 2}' }, ['g.b 2'], 1, /1 metric\./],
    [{ data: 'a: 1\nb: 2\na: 3' }, ['g.b 2'], 1, /1 metric\.\n- data, "a": the same key is given twice/],
    [{ data: '{"a": 1, "a": 1, "b": 2, "a": 3}' }, ['g.b 2'], 1, /1 metric\.\n- data, "a": the same key/],
    [{ data: 'a: {x: 1, x: 2, y: 3}' }, ['g.a.y 3'], 1, /data, "a\.x": the same key/],
    [
      { data: 'a: &n 1\nb: *n\n<<: *n' },
      ['g.a 1'],
      2,
      /data, "b": an alias \(\*n\) is not followed\. .*"<<"/s,
    ],
    [
      { data: '- {metric: a, value: 1, value: 2}\n- {metric: b, value: 2}\n- *x' },
      ['g.b 2'],
      2,
      /data, item 1: the same key is given twice: "value".*data, item 3: an alias/s,
    ],
    [
      { data: '- {metric: a, value: 1, tags: {k: 1, k: 2}}\n- {metric: b, value: 2}' },
      ['g.b 2'],
      1,
      /data, item 1, tags, "k": the same key is given twice/,
    ],
    [{ metric: 'a', value: '1', data: 'a: 2\nb: 3' }, ['g.a 1', 'g.b 3'], 1, /given twice: "a" is "g\.a"/],
    [{ 'data-file': 'm.txt' }, ['g.a 1', 'g.d 4'], 3, /m\.txt, line 2: .*m\.txt, line 3, "c"/s],
    [
      { 'data-file': 'm.json', metric: 'z', value: '' },
      ['g.e 5'],
      2,
      /metric, "?z|metric: a metric needs|a value/,
    ],
  ])('%j', async (inputs, lines, rejected, warning) => {
    const { run, ...story } = await act({ ...lenient, ...inputs }, { files });
    expect([run.exitCode, run.annotations.errors]).toEqual([0, []]);
    expect(story.lines).toEqual(lines.map((line) => `${line} 1700000000`));
    expect([run.outputs['delivery'], run.outputs['rejected']]).toEqual(['confirmed', String(rejected)]);
    expect(run.annotations.warnings).toEqual([expect.stringMatching(warning)]);
  });

  it('names the first ten of many', async () => {
    const data = Array.from({ length: 300 }, (_, index) => `m${index}: ${index < 250 ? 'x' : 1}`).join('\n');
    const { run, lines } = await act({ ...lenient, data });
    expect([lines.length, run.outputs['rejected']]).toEqual([50, '250']);
    const [warning = ''] = run.annotations.warnings;
    expect(warning).toMatch(/250 metrics\.\n- data, "m0": .*- data, "m9": .*\n- … and 240 more$/s);
    expect(warning).not.toContain('"m10"');
    expect(run.summary).toContain('and 240 more');
  });

  it('sends nothing when no metric is left', async () => {
    const { run, lines } = await act({ ...lenient, metric: 'a', value: 'x' });
    expect([run.exitCode, lines]).toEqual([0, []]);
    expect([run.outputs['delivery'], run.outputs['rejected']]).toEqual(['failed', '1']);
    expect(run.annotations).toMatchObject({
      errors: [],
      warnings: [expect.stringMatching(/^metric, "a": /)],
    });
  });

  it('is the default at the end of the job', async () => {
    const { post, postLines } = await actJob({ group: 'g', source: '', data: 'a: 1\nb: x', when: 'post' });
    expect([post.run.exitCode, postLines]).toEqual([0, ['g.a 1 1700000000']]);
    expect(post.run.annotations.errors).toEqual([]);
  });

  it('stops the whole delivery for a fault with "true"', async () => {
    const { run, lines } = await act({ ...lenient, 'fail-on-error': 'true', data: 'a: 1\nb: x' });
    expect([run.exitCode, lines, run.outputs['rejected']]).toEqual([1, [], '0']);
  });
});

describe.concurrent('fail-on-error: false sends nothing when an option has a fault', () => {
  it.each<[StepInputs]>([
    [{ port: '0' }],
    [{ tls: 'maybe' }],
    [{ tls: 'true', 'tls-ca': 'none.pem' }],
    [{ tags: '[' }],
    [{ tags: 'a: [1]' }],
    [{ data: 'a: 1\n b: [', metric: '', value: '' }],
    [{ 'data-file': 'none.json' }],
    [{ 'on-bad-report': 'x' }],
    [{ verify: 'true' }],
    [{ port: '0', 'job-metrics': 'true' }],
    [{ port: '0', when: 'post' }],
  ])('%j is one warning', async (inputs) => {
    const { run, lines } = await act({ ...lenient, metric: 'a', value: '1', ...inputs });
    expect([run.exitCode, lines, run.outputs['delivery'], run.state]).toEqual([0, [], 'failed', {}]);
    expect(run.annotations.errors).toEqual([]);
    expect(run.annotations.warnings).toEqual([expect.stringMatching(/Nothing was sent/)]);
  });

  it.each<[StepInputs, RegExp]>([
    [{ junit: 'bad.xml', 'on-bad-report': 'fail' }, /bad\.xml.*Everything else was sent/s],
    [{ junit: 'empty.xml', 'if-no-tests': 'fail' }, /empty\.xml|no test/i],
  ])('%j is a warning, and the rest is sent', async (inputs, warning) => {
    const files = { 'bad.xml': '<x', 'empty.xml': '<testsuite name="a"/>' };
    const { run, lines } = await act({ ...lenient, metric: 'a', value: '1', ...inputs }, { files });
    expect([run.exitCode, run.outputs['delivery'], run.annotations.errors]).toEqual([0, 'confirmed', []]);
    expect(lines).toContain('g.a 1 1700000000');
    expect(run.annotations.warnings.join('\n')).toMatch(warning);
  });

  it('require-confirmation is a warning', async () => {
    await using server = await startServer({ kind: 'readThenHold' });
    const inputs = { metric: 'a', value: '1', 'require-confirmation': 'true', retries: '0', timeout: '1' };
    const { run } = await runStep({ ...lenient, ...inputs, server: `127.0.0.1:${server.port}` });
    expect([run.exitCode, run.annotations.errors]).toEqual([0, []]);
    expect(run.annotations.warnings.length).toBe(1);
  });
});
