import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, parse, parseDocument, visit } from 'yaml';

const ROOT = join(import.meta.dirname, '..');
const WORKFLOWS = join(ROOT, '.github/workflows');
const CHECKOUT = 'actions/checkout@';

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string | readonly string[];
  readonly uses?: string;
  readonly 'timeout-minutes'?: number;
}

/** Workflow → the rights to write that its jobs have, and why no other job has them. */
const WRITERS: Readonly<Record<string, readonly string[]>> = {
  'codeql.yml': ['analyze: security-events'],
  'scorecard.yml': ['analysis: security-events', 'analysis: id-token'],
  // It runs nothing of the pull request.
  'update-dist.yml': ['commit: contents'],
  'release.yml': [
    // The release and the tag v1; what signs the attestations.
    ...['contents', 'id-token', 'attestations'].map((scope) => `release: ${scope}`),
    // npm's trusted publisher.
    'npm: id-token',
    ...['packages', 'id-token', 'attestations'].map((scope) => `image: ${scope}`),
  ],
};

interface Step {
  readonly uses: string;
  readonly comment: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** The faults that GitHub's parser finds in a workflow. */
async function listFaults(name: string, content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map((error) => error.message);
}

/** Every step or job with `uses`, and its comment. */
function listUses(content: string): Step[] {
  const steps: Step[] = [];
  visit(parseDocument(content), {
    Map(_, map) {
      const uses = map.get('uses', true);
      if (!isScalar(uses)) return;
      const inputs = map.get('with', true);
      steps.push({
        uses: String(uses.value),
        comment: uses.comment ?? '',
        inputs: isMap(inputs) ? (inputs.toJSON() as Record<string, unknown>) : {},
      });
    },
  });
  return steps;
}

const names = readdirSync(WORKFLOWS).filter((name) => /\.ya?ml$/.test(name));
const workflows = names.map((name) => ({ name, content: readFileSync(join(WORKFLOWS, name), 'utf8') }));

it('finds the workflows', () => {
  expect(names.toSorted()).toEqual([
    ...['bench.yml', 'check-dist.yml', 'ci.yml', 'codeql.yml', 'release.yml', 'scorecard.yml', 'self.yml'],
    ...['update-dist.yml', 'zizmor.yml'],
  ]);
});

it('detects a fault', async () => {
  const faulty =
    'on: push\njobs:\n  one:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: "true"\n        wiht: {}\n';
  expect(await listFaults('faulty.yml', faulty)).toEqual([expect.stringContaining('wiht')]);
  expect(
    await listFaults('faulty.yml', faulty.replace('wiht: {}', `if: steps.one.outputs.a ==`)),
  ).toHaveLength(1);
});

describe.each(workflows)('$name', ({ name, content }) => {
  const steps = listUses(content);

  it('is valid', async () => {
    expect(await listFaults(name, content)).toEqual([]);
  });

  it('pins foreign actions to a commit, with the version as a comment', () => {
    const others = steps.filter((step) => !step.uses.startsWith('./'));
    expect(others).not.toEqual([]);
    for (const { uses, comment } of others) {
      expect(uses).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/);
      expect(comment).toMatch(/^ v\d+\.\d+\.\d+$/);
    }
  });

  it('keeps no credentials in the checkout', () => {
    for (const { inputs } of steps.filter((step) => step.uses.startsWith(CHECKOUT)))
      expect(inputs['persist-credentials']).toBe(false);
  });

  it('may only read, except the jobs listed here', () => {
    const { permissions, jobs } = parse(content) as Workflow;
    expect(permissions).toEqual({ contents: 'read' });
    const rights = Object.entries(jobs).flatMap(([job, { permissions: own = {} }]) =>
      Object.entries(own).flatMap(([scope, right]) => (right === 'write' ? [`${job}: ${scope}`] : [])),
    );
    expect(rights.toSorted()).toEqual((WRITERS[name] ?? []).toSorted());
  });

  it('cannot run for hours', () => {
    for (const job of Object.values((parse(content) as Workflow).jobs))
      if (job.uses === undefined) expect(job['timeout-minutes']).toBeTypeOf('number');
  });

  it('puts no expression into a script', () => {
    visit(parseDocument(content), {
      Pair(_, pair) {
        if (isScalar(pair.key) && pair.key.value === 'run' && isScalar(pair.value)) {
          expect(pair.value.value).not.toContain('${{');
        }
      },
    });
  });
});

it('pins one action to one commit everywhere', () => {
  const pins = workflows
    .flatMap(({ content }) => listUses(content))
    .filter((step) => step.uses.includes('@'));
  const commits = new Map(pins.map((step) => [step.uses.split('@')[0], step.uses]));
  for (const { uses } of pins) expect(uses).toBe(commits.get(uses.split('@')[0]));
});

it('releases nothing that was not tested, and names nothing that was not published', () => {
  const release = workflows.find(({ name }) => name === 'release.yml')?.content ?? '';
  const { jobs } = parse(release) as Workflow;
  const listAll = (job: string): string[] =>
    [jobs[job]?.needs ?? []].flat().flatMap((before) => [...listAll(before), before]);
  expect(jobs['test']?.uses).toBe('./.github/workflows/ci.yml');
  expect(parse(workflows.find(({ name }) => name === 'ci.yml')?.content ?? '').on).toHaveProperty(
    'workflow_call',
  );
  expect(listAll('release')).toEqual(expect.arrayContaining(['check', 'test', 'package', 'executable']));
  for (const job of ['npm', 'image']) expect(listAll(job)).toContain('release');
  const scripts = [...release.matchAll(/scripts\/release\/[\w-]+\.mjs/g)].map(([path]) => path);
  for (const path of scripts) expect(existsSync(join(ROOT, path)), path).toBe(true);
});

it('gives its own action only existing inputs', () => {
  const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as { inputs: Record<string, unknown> };
  const own = workflows.flatMap(({ content }) => listUses(content)).filter((step) => step.uses === './');
  expect(own).not.toEqual([]);
  for (const { inputs } of own)
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
});

it('has local actions that GitHub accepts, with every file that they run', () => {
  const folder = join(ROOT, '.github/actions');
  for (const name of readdirSync(folder)) {
    const content = readFileSync(join(folder, name, 'action.yml'), 'utf8');
    const { context } = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter());
    expect(context.errors.getErrors().map((error) => error.message)).toEqual([]);
    const { runs } = parse(content) as { runs: { main: string; post: string } };
    for (const file of [runs.main, runs.post]) expect(existsSync(join(folder, name, file)), file).toBe(true);
  }
});

describe('the forms of issues', () => {
  const folder = join(ROOT, '.github/ISSUE_TEMPLATE');
  const forms = readdirSync(folder).filter((name) => name !== 'config.yml');

  it.each(forms)('%s is one that GitHub accepts', (name) => {
    interface Field {
      readonly type: string;
      readonly id?: string;
      readonly attributes: Readonly<Record<string, unknown>>;
    }
    const form = parse(readFileSync(join(folder, name), 'utf8')) as { body: readonly Field[] };
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    const ids = form.body.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, id, attributes } of form.body) {
      expect(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      if (type === 'markdown') expect(attributes['value']).toEqual(expect.any(String));
      else expect([id, attributes['label']]).toEqual([expect.any(String), expect.any(String)]);
      if (type === 'dropdown') expect(attributes['options']).toEqual(expect.any(Array));
    }
  });
});
