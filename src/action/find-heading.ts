import { fillScope, withoutFolder } from '../options/scope.ts';
import type { Inputs } from './inputs.ts';

/**
 * What separates this step from the others of its job: its `id` in the workflow, and the scope. The runner names a step
 * without an `id` after its action, `__owner_name`, and numbers the second and later uses: `__owner_name_2`. act
 * gives the place of the step in its job, from 0 on.
 */
export function findHeading(
  { publish: { scope = '' }, job }: Pick<Inputs, 'publish' | 'job'>,
  env: NodeJS.ProcessEnv,
): string {
  const place = scope
    .split('.')
    .map((part) => fillScope(withoutFolder(part), job, String).trim())
    .filter((part) => part !== '')
    .join(' / ');
  const step = env['GITHUB_ACTION'] ?? '';
  if (step !== '' && !/^(?:__|\d)/.test(step)) return place === '' ? step : `${step} (${place})`;
  const use = /^\d{1,4}$/.test(step) ? Number(step) + 1 : /_(\d{1,4})$/.exec(step)?.[1];
  return [place, ...(use === undefined ? [] : [`step ${use}`])].filter((part) => part !== '').join(', ');
}
