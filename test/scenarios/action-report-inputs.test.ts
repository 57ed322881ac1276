import { describe, expect, it } from 'vitest';
import { act, actJob, runStep } from './act.ts';

const scope = 'ci.octo-org.octo-repo.ci.build';
const junit = '<testsuite name="unit"><testcase name="a" time="0"/></testsuite>';
const lcov = 'SF:src/a.js\nDA:1,1\nend_of_record\n';
const files = {
  'reports/a.xml': junit,
  'reports/b.xml': junit,
  'reports/old/c.xml': junit,
  'lcov.info': lcov,
  'dist/a.js': 'x'.repeat(100),
  'dist/b.js': 'x'.repeat(10),
};

function shorten(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(`${scope}.`, '').replace(/ 1700000000$/, ''));
}

const everySource = { junit: 'reports/*.xml', coverage: 'lcov.info', sizes: 'bundle: dist/**' };

describe.concurrent('a choice with an unknown word', () => {
  it.each([
    ['job-metrics', 'yes', 'must be true or false'],
    ['runner-metrics', '1', 'must be true or false'],
    ['junit-suites', 'on', 'must be true or false'],
    ['follow-symbolic-links', 'no', 'must be true or false'],
    ['when', 'later', 'must be `now` or `post`'],
    ['on-bad-report', 'x', 'must be `warn` or `fail`'],
    ['if-no-files-found', 'x', 'must be `error`, `warn` or `ignore`'],
    ['if-no-tests', 'x', 'must be `warn`, `fail` or `ignore`'],
  ])('%s: %s is one fault of the step, printed first, and nothing is sent', async (name, value, rule) => {
    const atEnd = [{ when: 'post' }, { 'job-metrics': 'true', metric: 'a', value: '1' }];
    for (const step of name === 'when' ? [{}] : [{}, ...atEnd]) {
      const { run, printed, lines } = await act({ ...everySource, ...step, [name]: value }, { files });
      expect([run.exitCode, lines, run.state]).toEqual([1, [], {}]);
      expect(printed).toEqual([
        expect.stringMatching(
          new RegExp(`^error ${name}: ${rule}, got "${value}"\\. .*Nothing was sent\\.$`, 's'),
        ),
      ]);
    }
  });
});

describe.concurrent('words in other letters', () => {
  it.each(['TRUE', 'True', 'true', ' true '])('junit-suites: %j', async (value) => {
    const { run, lines } = await act({ junit: 'reports/a.xml', 'junit-suites': value }, { files });
    expect([run.exitCode, lines.length]).toEqual([0, 14]);
  });

  it('job-metrics and when', async () => {
    const { post, postLines } = await actJob({ 'job-metrics': 'TRUE', when: ' post ', data: 'a: 1' });
    expect([post.run.exitCode, postLines.length]).toEqual([0, 6]);
  });
});

describe.concurrent('globs', () => {
  it.each([
    ['blank lines and comments', '\n\n# of this run\n  reports/**\n\n  # not these\n!reports/old/**\n', 2],
    ['ends of lines as Windows has them', 'reports/*.xml\r\n\r\n# note\r\n!reports/b.xml\r\n', 1],
    ['one file by two names', 'reports/a.xml\nreports/*.xml\n./reports/a.xml', 2],
  ])('%s', async (_, patterns, total) => {
    const { run, printed, lines } = await act({ junit: patterns }, { files });
    expect([run.exitCode, printed]).toEqual([0, []]);
    expect(shorten(lines)[0]).toBe(`tests.total ${total}`);
  });

  it.each(['# only a comment', '!reports/**', '# a\r\n!b\r\n'])('%j includes nothing', async (patterns) => {
    const { run, printed, lines } = await act({ junit: patterns, data: 'a: 1' }, { files });
    expect([run.exitCode, lines]).toEqual([1, ['ci.octo-org.octo-repo.a 1 1700000000']]);
    expect(printed).toEqual([
      expect.stringMatching(/^error junit: nothing is included, got .* Everything else was sent\.$/),
    ]);
  });

  it('match no file when later patterns exclude every file', async () => {
    const { run, printed, lines } = await act(
      { junit: 'reports/**\n!reports/**\nreports/old/c.xml', 'if-no-files-found': 'warn' },
      { files },
    );
    expect([run.exitCode, shorten(lines)[0]]).toEqual([0, 'tests.total 1']);
    expect(printed).toEqual([
      expect.stringMatching(/^warning junit: no file matches, got "reports\/\*\*"\./),
    ]);
  });
});

describe.concurrent('sizes', () => {
  const both = ['size.all.bytes 110', 'size.all.files 2', 'size.one.bytes 100', 'size.one.files 1'];

  it.each([
    ['a YAML map', 'all: dist/**\none: dist/a.js'],
    ['JSON', '{"all": "dist/**", "one": ["dist/a.js"]}'],
    ['lists', 'all:\n  - dist/a.js\n  - dist/b.js\none: [dist/a.js]'],
    ['a text with a glob a line', 'all: |\n  # both\n  dist/*.js\n\none: |\n  dist/**\n  !dist/b.js'],
    ['ends of lines as Windows has them', 'all: |\r\n  dist/a.js\r\n  dist/b.js\r\none: "dist/a.js"\r\n'],
    ['indentation', '    all: dist/**\n    one: dist/a.js'],
    ['quoted globs that begin with a star', `all: '**/*.js'\none: "*/a.js"`],
  ])('are read as %s', async (_, sizes) => {
    const { run, printed, lines } = await act({ sizes }, { files });
    expect([run.exitCode, printed]).toEqual([0, []]);
    expect(shorten(lines).filter((line) => !line.includes('gzip'))).toEqual(both);
  });

  it.each([
    [
      'the same key twice',
      'all: dist/**\nall: dist/a.js',
      /^error sizes, "all": the same key is given twice\./,
    ],
    ['an alias', 'all: &a dist/**\none: *a', /^error sizes: .*alias/],
    ['an alias without its anchor', 'all: *.js', /^error sizes: .*begins with \* or !/],
    ['a list', '- dist/**', /^error sizes: it is a map of names to globs, got "a list"\./],
    ['a text', 'dist/**', /^error sizes: it is a map of names to globs/],
    ['a map in a map', 'all: {js: dist/**}', /^error sizes, "all": a size is of globs, got "a map"\./],
    ['a name without a glob', 'all:', /^error sizes, "all": nothing is included/],
    ['only an exclusion', 'all: "!dist/**"', /^error sizes, "all": nothing is included/],
    ['broken JSON', '{"all": ', /^error sizes: this is not a YAML map/],
  ])('are bad input as %s', async (_, sizes, message) => {
    const { run, printed, lines } = await act({ sizes }, { files });
    expect([run.exitCode, printed, lines]).toEqual([1, [expect.stringMatching(message)], []]);
  });

  it('report a name without files', async () => {
    const { run, printed, lines } = await act({ sizes: 'all: dist/**\nnone: out/**' }, { files });
    expect([run.exitCode, lines.length]).toEqual([1, 3]);
    expect(printed).toEqual([
      expect.stringMatching(
        /^error sizes, none: no file matches, got "out\/\*\*"\. .* Everything else was sent\.$/,
      ),
    ]);
  });
});

describe.concurrent('a fault of input that is read only at the end of the job', () => {
  it.each([
    ['a value that a step which never ran was to give', { data: 'a: 1\nb: ' }, /^error data, "b": /],
    ['sizes that are none', { sizes: 'all: ' }, /^error sizes, "all": nothing is included/],
  ])('%s: the job and its tests are still sent', async (_, inputs, message) => {
    const { main, post, postLines } = await actJob(
      {
        when: 'post',
        'fail-on-error': 'true',
        'job-metrics': 'true',
        'runner-metrics': 'true',
        junit: 'reports/a.xml',
        ...inputs,
      },
      { files, changes: { jobStatus: 'failure' } },
    );
    expect([main.run.exitCode, post.run.exitCode]).toEqual([0, 1]);
    expect(post.printed).toEqual([expect.stringMatching(message)]);
    expect(post.printed[0]).toMatch(/Everything else was sent\.$/);
    const lines = shorten(postLines);
    expect(lines[0]).toBe('tests.total 1');
    expect(lines).toContain('job.failure 1');
    expect(lines.every((line) => /^(?:tests|job|runner)\./.test(line))).toBe(true);
    expect(post.run.outputs).toMatchObject({ delivery: 'confirmed', lines: String(lines.length) });
  });

  it.each(['success', 'failure', 'cancelled'] as const)(
    'a missing file is an error only in a successful job: %s',
    async (jobStatus) => {
      const inputs = {
        when: 'post',
        'fail-on-error': 'true',
        'job-metrics': 'true',
        'data-file': 'none.json',
        junit: 'none.xml',
      };
      const { post, postLines } = await actJob(inputs, { changes: { jobStatus } });
      const isError = jobStatus === 'success';
      expect([post.run.exitCode, postLines.length]).toEqual([isError ? 1 : 0, 5]);
      expect(post.printed).toEqual([
        expect.stringMatching(
          new RegExp(
            `^${isError ? 'error' : 'warning'} [^]*data-file: no file matches[^]*junit: no file matches`,
          ),
        ),
      ]);
    },
  );

  it('is the only message when nothing is collected', async () => {
    const { post, postLines } = await actJob({ when: 'post', 'fail-on-error': 'true', data: 'a: ' });
    expect([post.run.exitCode, postLines]).toEqual([1, []]);
    expect(post.printed).toEqual([expect.stringMatching(/^error data, "a": .* Nothing was sent\.$/)]);
  });
});

describe.concurrent('if-no-files-found, given once for three sources', () => {
  const missing = { junit: 'none/*.xml', coverage: 'none.info', sizes: 'none: none/**' };

  it.each([
    ['error', 1, 'error'],
    ['warn', 0, 'warning'],
  ])('%s: one annotation names all three', async (policy, exitCode, kind) => {
    const { run, printed, lines } = await act({ ...missing, data: 'a: 1', 'if-no-files-found': policy });
    expect([run.exitCode, lines.length, printed.length]).toEqual([exitCode, 1, 1]);
    expect(printed[0]).toMatch(new RegExp(`^${kind} .*junit.*coverage.*sizes, none`, 's'));
  });

  it('ignore: prints nothing', async () => {
    const { run, printed } = await runStep({
      server: '127.0.0.1:1',
      ...missing,
      'if-no-files-found': 'ignore',
    });
    expect([run.exitCode, printed, run.outputs['delivery']]).toEqual([0, [], 'skipped']);
  });
});
