import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { needs } from '../support/needs.ts';
import { listBlocks, readRoot } from './documents.ts';
import { EXPECTED, UNTRIED } from './expected-lines.ts';
import { type Job, runJob, type Step, TRIGGERS } from './workflow-steps.ts';
import { workflows } from './workflow-texts.ts';

/** The examples are for the shell of a Linux or macOS job. */
const shell = needs('a POSIX system', 'bash', 'git');

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}

it('has expected lines for each workflow', () => {
  expect(workflows.map(({ id }) => id).toSorted()).toEqual([...Object.keys(EXPECTED), ...UNTRIED].toSorted());
});

describe.concurrent.each(workflows)('$id', ({ id, text }) => {
  const jobs = Object.entries((parse(text) as Workflow).jobs).map(
    ([name, { steps = [] }]): Job => ({ name, steps }),
  );

  it('is valid, and gives the action only existing inputs', async () => {
    const { context, value } = parseWorkflow(
      { name: 'example.yml', content: text },
      new NoOperationTraceWriter(),
    );
    if (value !== undefined) await convertWorkflowTemplate(context, value);
    expect(context.errors.getErrors()).toEqual([]);
    const { inputs } = parse(readRoot('action.yml')) as { inputs: object };
    const uses = jobs.flatMap(({ steps }) => steps).filter((step) => step.uses === 'org/carbon-action@v1');
    if (!UNTRIED.includes(id)) expect(uses).not.toEqual([]);
    for (const step of uses)
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
  });

  if (UNTRIED.includes(id)) return;
  const expected = EXPECTED[id] ?? [];

  it('sends what it describes on a push to the default branch', shell, async () => {
    const runs = [];
    for (const job of jobs) runs.push(await runJob(job, TRIGGERS.push));
    expect(runs.flatMap(({ lines }) => lines)).toEqual(expected.map(matchLine));
    if (text.includes('dry-run')) expect(runs[0]?.log).toContain('ci.acme.app.test_count 412 ');
  });

  it('has separate series in a pull request', shell, async () => {
    const isLimited = text.includes('branches: |');
    for (const job of jobs) {
      const { lines } = await runJob(job, TRIGGERS['pull request']);
      const moved = expected.map((line) =>
        line === REPLAYED ? line : line.replace(/^ci\./, 'ci-pull-requests.'),
      );
      expect(lines).toEqual(isLimited ? [] : moved.map(matchLine));
    }
  });
});

/** The lines of an earlier run are replayed unchanged. */
const REPLAYED = 'ci.acme.app.test_count 411';

/** A line with any time; `#` is any number. */
function matchLine(line: string): unknown {
  const pattern = line.replaceAll(/[.|;+]/g, '\\$&').replaceAll('#', '[\\d.]+');
  return expect.stringMatching(new RegExp(`^${pattern} \\d+$`));
}

interface CalledWorkflow {
  readonly on: {
    readonly workflow_call: { readonly inputs: Readonly<Record<string, { readonly default: string }>> };
  };
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

describe('the workflow of an organisation', () => {
  const call = listBlocks('yaml').find(({ document }) => document === 'docs/org-wide.md')?.text ?? '';
  const { jobs: callers } = parse(call) as { jobs: Record<string, { uses: string }> };
  const [{ uses } = { uses: '' }] = Object.values(callers);
  const file = /^org\/ci\/\.github\/workflows\/(\w+\.yml)@v1$/.exec(uses)?.[1];
  const { on, jobs } = parse(readRoot(`examples/workflows/${file}`)) as CalledWorkflow;
  const inputs = Object.fromEntries(
    Object.entries(on.workflow_call.inputs).map(([name, { default: written }]) => [name, written]),
  );

  it.each([
    ['acme/app', 'release', 'ci.acme.app.release.test.'],
    ['acme/web.site', 'ci', 'ci.acme.web_site.ci.test.'],
  ])('sends to the paths of its caller: %s, %s', shell, async (repository, workflow, path) => {
    const ref = `${repository}/.github/workflows/${workflow}.yml@refs/heads/main`;
    const caller = { repository, workflow, workflow_ref: ref };
    const trigger = { ...TRIGGERS.push, github: { ...TRIGGERS.push.github, ...caller } };
    const lines: string[] = [];
    for (const [name, { steps }] of Object.entries(jobs))
      lines.push(...(await runJob({ name, steps }, trigger, { inputs })).lines);
    const expected = (EXPECTED['examples/workflows/reusable.yml'] ?? []).map((line) =>
      line.replace('ci.acme.app.ci.test.', path),
    );
    expect(lines).toEqual(expected.map(matchLine));
  });
});

describe('the README', () => {
  const section = listBlocks('yaml').find(({ heading }) => heading === 'Your own numbers');
  const steps = parse(section?.text ?? '') as readonly Step[];

  it('shows the lines, the log and the output of its example', shell, async () => {
    const { lines, log, printed } = await runJob({ name: 'test', steps }, TRIGGERS.push);
    const [shown = '', logged = ''] = (listBlocks('text')[0]?.text ?? '').split('\n\n');
    const withoutValues = (text: string): string => text.replaceAll(/(seconds) [\d.]+ \d+$|\d{10}$/gm, '$1');
    expect(withoutValues(lines.join('\n'))).toBe(withoutValues(shown));
    const bytes = `${shown}\n`.length;
    expect(logged).toContain(`(${bytes} bytes)`);
    expect(log.replace(/\d+ bytes/, `${bytes} bytes`)).toBe(logged);
    expect(printed).toContain('1 batch, confirmed\n');
    expect(section?.text).toContain('# 1 batch, confirmed\n');
  });

  it('is short, and has first what people look for first', () => {
    const text = readRoot('README.md');
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(250);
    const find = (word: string): number => lines.findIndex((line) => line.includes(word)) + 1;
    for (const command of ['npm run demo', 'npm cit']) expect(find(command)).toBeLessThanOrEqual(60);
    for (const word of ['steps.carbon.outputs.batches', 'steps.carbon.outputs.delivery'])
      expect(find(word)).toBeLessThanOrEqual(80);
    expect(find('fail-on-error: false')).toBeLessThanOrEqual(50);
  });

  it('names the runner that it needs, and the key of the cache in its example', () => {
    const text = readRoot('README.md');
    expect(text).toContain('2.327.1');
    const key = /`(key: carbon-undelivered-.*)`/.exec(text)?.[1];
    expect(key).toContain('${{ github.job }}-${{ strategy.job-index }}-');
    expect(readRoot('examples/workflows/keep-undelivered.yml')).toContain(key);
  });
});
