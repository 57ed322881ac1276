import { describe, expect, it } from 'vitest';
import { act, actJob, runStep } from './act.ts';

const scope = 'ci.octo-org.octo-repo.ci.build';
const junit =
  '<testsuites><testsuite name="unit"><testcase name="a" classname="x" time="0.1"/>' +
  '<testcase name="b" classname="x" time="0.2"><failure message="no"/></testcase></testsuite></testsuites>';
const lcov = 'SF:src/a.js\nDA:1,1\nDA:2,0\nend_of_record\n';

/** The lines below the scope, without the time that all share. */
function shorten(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(`${scope}.`, '').replace(/ 1700000000$/, ''));
}

describe.concurrent('reports (path.scope)', () => {
  it('become metrics below the scope, next to named metrics', async () => {
    const { run, printed, lines } = await act(
      {
        metric: 'named',
        value: '7',
        junit: 'reports/*.xml',
        'junit-suites': 'true',
        coverage: 'lcov.info',
        sizes: 'bundle: dist/*.js',
      },
      {
        files: {
          'reports/a.xml': junit,
          'lcov.info': lcov,
          'dist/a.js': 'x'.repeat(1000),
          'dist/b.js': 'y'.repeat(500),
        },
      },
    );
    expect([run.exitCode, printed]).toEqual([0, []]);
    expect(lines[0]).toBe('ci.octo-org.octo-repo.named 7 1700000000');
    expect(shorten(lines.slice(1))).toEqual([
      'tests.total 2',
      'tests.passed 1',
      'tests.failed 1',
      'tests.errors 0',
      'tests.skipped 0',
      'tests.flaky 0',
      'tests.duration_seconds 0.3',
      'tests.suite.unit.total 2',
      'tests.suite.unit.passed 1',
      'tests.suite.unit.failed 1',
      'tests.suite.unit.errors 0',
      'tests.suite.unit.skipped 0',
      'tests.suite.unit.flaky 0',
      'tests.suite.unit.duration_seconds 0.3',
      'coverage.lines.covered 1',
      'coverage.lines.total 2',
      'coverage.lines.percent 50',
      'size.bundle.bytes 1500',
      expect.stringMatching(/^size\.bundle\.gzip_bytes \d\d$/),
      'size.bundle.files 2',
    ]);
    expect(run.outputs).toMatchObject({ delivery: 'confirmed', lines: '21' });
  });

  it.each([
    ['sizes', 'a: [', /^error sizes: this is not a YAML map: /],
    ['sizes', '- a', /^error sizes: it is a map of names to globs, /],
  ])('are sent whatever is wrong with %s: %s', async (name, value, message) => {
    const { post, postLines } = await actJob(
      { when: 'post', junit: 'a.xml', 'job-metrics': 'true', 'fail-on-error': 'true', [name]: value },
      { files: { 'a.xml': junit } },
    );
    expect(post.run.exitCode).toBe(1);
    expect(post.printed).toEqual([expect.stringMatching(message)]);
    expect(post.printed[0]).toMatch(/ Everything else was sent\.$/);
    expect(shorten(postLines)).toEqual(expect.arrayContaining(['tests.total 2', 'job.attempt 1']));
  });

  it('are sent when the job status is an unknown word, which is a warning', async () => {
    const { post, postLines } = await actJob(
      { when: 'post', junit: 'a.xml', 'job-metrics': 'true', 'job-status': 'odd', 'fail-on-error': 'true' },
      { files: { 'a.xml': junit } },
    );
    expect([post.run.exitCode, post.printed]).toEqual([
      0,
      [expect.stringMatching(/^warning job-status: must be success, failure or cancelled, got "odd"/)],
    ]);
    const lines = shorten(postLines);
    expect(lines).toEqual(expect.arrayContaining(['tests.total 2', 'job.attempt 1']));
    expect(lines.some((line) => line.startsWith('job.success'))).toBe(false);
  });

  it.each(['on-bad-report', 'if-no-tests', 'if-no-files-found', 'junit-suites', 'follow-symbolic-links'])(
    'are refused by the step and not at the end of the job when %s is wrong',
    async (name) => {
      const { main, post, postLines } = await actJob({ when: 'post', junit: 'a.xml', [name]: 'odd' });
      expect([main.run.exitCode, main.printed]).toEqual([1, [expect.stringMatching(`^error ${name}: `)]]);
      expect([post.run.exitCode, post.printed, postLines]).toEqual([0, [], []]);
    },
  );

  it('are read at the end of the job with when: post', async () => {
    const { main, post, mainLines, postLines } = await actJob(
      { when: 'post', junit: 'junit.xml', data: 'a: 1', 'job-metrics': 'true' },
      {
        between: async ({ run }) => {
          const { writeFile } = await import('node:fs/promises');
          await writeFile(`${run.workspace}/junit.xml`, junit);
        },
      },
    );
    expect([main.run.exitCode, main.printed, mainLines, main.run.outputs]).toEqual([0, [], [], {}]);
    expect([post.run.exitCode, post.printed]).toEqual([0, []]);
    expect(postLines[0]).toBe('ci.octo-org.octo-repo.a 1 1700000000');
    expect(shorten(postLines).filter((line) => /^(?:tests\.total|job\.success) /.test(line))).toEqual([
      'tests.total 2',
      'job.success 1',
    ]);
  });

  it('are sent when two cannot be counted, which is one warning', async () => {
    const { run, printed, lines } = await act(
      { junit: '*.xml', coverage: 'lcov.info', data: 'a: 1' },
      { files: { 'a.xml': junit, 'b.xml': '<testsuite>', 'lcov.info': 'nothing' } },
    );
    expect(run.exitCode).toBe(0);
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatch(/^warning junit b\.xml: .+\ncoverage lcov\.info: .+/);
    expect(shorten(lines)).toEqual(['ci.octo-org.octo-repo.a 1', ...shorten(lines.slice(1))]);
    expect(shorten(lines)[1]).toBe('tests.total 2');
    expect(run.outputs['delivery']).toBe('confirmed');
  });

  it('fail the step after the rest was sent when they cannot be counted, with on-bad-report: fail', async () => {
    const { run, printed, lines } = await act(
      { junit: '*.xml', 'on-bad-report': 'fail', data: 'a: 1' },
      { files: { 'a.xml': junit, 'b.xml': '<testsuite>' } },
    );
    expect([run.exitCode, lines.length]).toEqual([1, 8]);
    expect(printed).toEqual([expect.stringMatching(/^error junit b\.xml: .* Everything else was sent\.$/)]);
    expect(run.outputs).toMatchObject({ delivery: 'confirmed', lines: '8' });
    expect(run.stdout).toContain('Confirmed: 8 metrics in 1 batch');
  });

  it.each([
    ['error', 1, [/^error junit: no file matches, got "\*\.xml"\. .* Everything else was sent\.$/]],
    ['warn', 0, [/^warning junit: no file matches, got "\*\.xml"\./]],
    ['ignore', 0, []],
  ])('follow if-no-files-found when files are missing: %s', async (policy, exitCode, messages) => {
    const { run, printed, lines } = await act({ junit: '*.xml', data: 'a: 1', 'if-no-files-found': policy });
    expect([run.exitCode, lines]).toEqual([exitCode, ['ci.octo-org.octo-repo.a 1 1700000000']]);
    expect(printed).toEqual(messages.map((message) => expect.stringMatching(message)));
  });

  it.each([
    ['warn', 0, [/^warning junit: the report has no test\./]],
    ['fail', 1, [/^error junit: the report has no test\. .* Everything else was sent\.$/]],
    ['ignore', 0, []],
  ])('follow if-no-tests when they have no test: %s', async (policy, exitCode, messages) => {
    const inputs = { junit: '*.xml', 'if-no-tests': policy };
    const { run, printed, lines } = await act(inputs, { files: { 'a.xml': '<testsuites tests="0"/>' } });
    expect([run.exitCode, shorten(lines)[0]]).toEqual([exitCode, 'tests.total 0']);
    expect(printed).toEqual(messages.map((message) => expect.stringMatching(message)));
    expect(run.summary).not.toContain('✅ <b>all');
  });

  it.each([
    ['success', 1, 'error'],
    ['failure', 0, 'warning'],
    ['cancelled', 0, 'warning'],
  ])('that have no test, at the end of a job: %s: if-no-tests: fail', async (status, exitCode, kind) => {
    const inputs = { junit: '*.xml', 'if-no-tests': 'fail', when: 'post', 'fail-on-error': 'true' };
    const { post } = await actJob(inputs, {
      files: { 'a.xml': '<testsuites tests="0"/>' },
      changes: { inputs: { ...inputs, 'job-status': status } },
    });
    expect(post.run.exitCode).toBe(exitCode);
    expect(post.printed).toEqual([expect.stringMatching(`^${kind} junit: the report has no test\\.`)]);
  });

  it('give no warning when only one of them has no test', async () => {
    const files = { 'a.xml': junit, 'b.xml': '<testsuite/>' };
    const { run, printed } = await act({ junit: '*.xml' }, { files });
    expect([run.exitCode, printed]).toEqual([0, []]);
  });

  it('send nothing and print a message when they are missing and nothing else is named', async () => {
    const missing = await runStep({ server: '127.0.0.1:1', junit: '*.xml' });
    expect([missing.run.exitCode, missing.printed]).toEqual([
      1,
      [expect.stringMatching(/^error junit: no file matches, .* Nothing was sent\.$/)],
    ]);
    const ignored = await runStep({ server: '127.0.0.1:1', junit: '*.xml', 'if-no-files-found': 'ignore' });
    expect([ignored.run.exitCode, ignored.printed, ignored.run.outputs['delivery']]).toEqual([
      0,
      [],
      'skipped',
    ]);
  });

  it('make an empty run a success when all are broken and only warned of', async () => {
    const { run, printed } = await runStep(
      { server: '127.0.0.1:1', junit: 'a.xml' },
      { files: { 'a.xml': '<html/>' } },
    );
    expect([run.exitCode, run.outputs['delivery']]).toEqual([0, 'skipped']);
    expect(printed).toEqual([expect.stringMatching(/^warning junit a\.xml: /)]);
  });

  it('do not hide faults of named metrics: nothing is sent', async () => {
    const { run, lines } = await act({ junit: 'a.xml', data: 'a: x' }, { files: { 'a.xml': junit } });
    expect([run.exitCode, lines]).toEqual([1, []]);
  });

  it('get digits of their hash with one warning when names become one path (path.collected-names)', async () => {
    const suite = (name: string): string => `<testsuite name="${name}"><testcase name="x"/></testsuite>`;
    const xml = `<testsuites>${suite('a b')}${suite('a_b')}${suite('a.b')}${suite('a b')}</testsuites>`;
    const { run, printed, lines } = await act(
      { junit: 'a.xml', 'junit-suites': 'true' },
      { files: { 'a.xml': xml } },
    );
    expect([run.exitCode, printed]).toEqual([
      0,
      [
        'warning Names that would be one path got digits of their hash: ' +
          '"a b" → ci.build.tests.suite.a_b_c8687a, "a_b" → ci.build.tests.suite.a_b_648fa9, ' +
          '"a.b" → ci.build.tests.suite.a_b_2e7336. Rename them to keep their series apart without.',
      ],
    ]);
    expect(shorten(lines).filter((line) => /suite\..*total/.test(line))).toEqual([
      'tests.suite.a_b_c8687a.total 1',
      'tests.suite.a_b_648fa9.total 1',
      'tests.suite.a_b_2e7336.total 1',
    ]);
  });

  it('are reported with their paths when a path cannot hold their names', async () => {
    const xml = '<testsuite name="Сборка"><testcase name="x"/></testsuite>';
    const { printed, lines } = await act(
      { junit: 'a.xml', 'junit-suites': 'true' },
      { files: { 'a.xml': xml } },
    );
    expect(printed).toEqual([
      'notice Names that a path cannot hold got digits of their hash: "Сборка" → ci.build.tests.suite.__8c39bb.',
    ]);
    expect(shorten(lines)).toContain('tests.suite.__8c39bb.total 1');
  });

  it('forge no line, no path and no command with hostile names', async () => {
    const name = 'a.b c&#10;x 1 2&#10;::error::x ##[error]y /../é &lt;img onerror=1&gt; `| $(id)';
    const xml = `<testsuite name="${name}"><testcase name="${name}" time="1"/></testsuite>`;
    const { run, printed, lines } = await act(
      { junit: 'a.xml', 'junit-suites': 'true' },
      { files: { 'a.xml': xml } },
    );
    expect([run.exitCode, lines.length]).toEqual([0, 14]);
    expect(printed).toEqual([
      expect.stringMatching(/^notice Names that a path cannot hold .*\\n::error::x # #\[error\]y .*\.$/),
    ]);
    for (const line of lines.slice(7))
      expect(line).toMatch(/^ci\.octo-org\.octo-repo\.ci\.build\.tests\.suite\.[\w:-]+\.\w+ \d+ 1700000000$/);
  });
});
