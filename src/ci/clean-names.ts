import { readAt, type Where } from './ci-system.ts';
import { joinLeg } from './join-leg.ts';

type Env = NodeJS.ProcessEnv;

/** Joins several variables to one path; undefined if one of them is empty. */
export function joinNames(...names: readonly string[]): Where {
  return (env) => {
    const texts = names.map((name) => env[name] ?? '');
    return texts.includes('') ? undefined : texts.join('/');
  };
}

/** A value that counts only if the variable `unless` is not set: the branch of a tag is the tag's name. */
export function exceptWith(unless: string, where: Where): Where {
  return (env) => (env[unless] ? undefined : readAt(where, env));
}

/** The index of one of several parallel jobs; a job that runs once has none. */
export function indexOf(index: string, total: string): Where {
  return (env) => (Number(env[total]) > 1 ? env[index] : undefined);
}

/** A number that counts from 0, changed to count from 1. */
export function countFromOne(name: string): Where {
  return (env) => (/^\d{1,9}$/.test(env[name] ?? '') ? String(Number(env[name]) + 1) : undefined);
}

/** The branch of a full reference; a short name is a branch already. */
export function toShortBranch(ref: string | undefined): string | undefined {
  if (ref?.startsWith('refs/heads/')) return ref.slice('refs/heads/'.length);
  return ref?.startsWith('refs/') ? undefined : ref;
}

/** GitLab appends the leg to the job's name: `test: [20, linux]` of a matrix, and `test 1/3` of `parallel: 3`. */
export function splitGitlabJob(env: Env): { readonly job: string; readonly leg: string | undefined } {
  const name = env['CI_JOB_NAME'] ?? '';
  const matrix = /^(.+): \[(.*)\]$/s.exec(name);
  if (matrix !== null) return { job: matrix[1] ?? '', leg: joinLeg((matrix[2] ?? '').split(/, ?/)) };
  const [index = '', total = ''] = [env['CI_NODE_INDEX'], env['CI_NODE_TOTAL']];
  const ending = ` ${index}/${total}`;
  if (!(Number(total) > 1)) return { job: name, leg: undefined };
  return { job: name.endsWith(ending) ? name.slice(0, -ending.length) : name, leg: index };
}

/**
 * The name of the Jenkins job. A last part that is a branch (`app/feature%2Flogin`) or a cell of a matrix project
 * (`app/jdk=21,os=linux`) is removed.
 */
export function splitJenkinsJob(env: Env): {
  readonly repository: string;
  readonly hasBranch: boolean;
  readonly leg: string | undefined;
} {
  const parts = (env['JOB_NAME'] ?? '').split('/');
  const last = parts.at(-1) ?? '';
  const axes = /^[^=,]+=[^,]*(?:,[^=,]+=[^,]*)*$/.test(last) && parts.length > 1;
  if (axes) parts.pop();
  const hasBranch = parts.length > 1 && !!env['BRANCH_NAME'] && decode(parts.at(-1)) === env['BRANCH_NAME'];
  if (hasBranch) parts.pop();
  const leg = axes ? joinLeg(last.split(',').map((axis) => axis.replace(/^[^=]*=/, ''))) : undefined;
  return { repository: parts.join('/'), hasBranch, leg };
}

/**
 * AppVeyor names a job of a matrix after its values: `Platform: x64; Environment: NODE=20, DB=mysql` is the leg
 * `x64-20-mysql`. Any other name is one that the user gave.
 */
export function splitAppveyorJob(env: Env): {
  readonly job: string | undefined;
  readonly leg: string | undefined;
} {
  const name = env['APPVEYOR_JOB_NAME'] ?? '';
  const parts = name
    .split('; ')
    .map((part) => /^(Image|Configuration|Platform|Environment): (.+)$/s.exec(part));
  if (parts.includes(null)) return { job: name, leg: undefined };
  const values = parts.flatMap((part) => {
    const [, label, text = ''] = part ?? [];
    return label === 'Environment' ? text.split(', ').map((pair) => pair.replace(/^[^=]*=/, '')) : [text];
  });
  return { job: undefined, leg: joinLeg(values) };
}

function decode(text = ''): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A variable of Azure Pipelines; undefined if it has the name of an unnamed stage or job. */
export function namedInAzure(name: string): Where {
  return (env) => (env[name] === '__default' ? undefined : env[name]);
}

/** `owner/name`: the last two parts of a repository's URL. */
export function toRepository(url: string | undefined): string | undefined {
  return /[/:]([^/:]+\/[^/:]+?)(?:\.git)?\/?$/.exec(url ?? '')?.[1];
}
