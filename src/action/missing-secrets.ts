import { readEvent } from '../ci/github.ts';
import type { Options } from '../options/options.ts';
import { cutRender } from '../util/text.ts';
import { findEmptySecret } from './empty-secret.ts';
import type { Inputs } from './inputs.ts';
import { print } from './print.ts';

/** A run without secrets, and the input that is empty because of it. */
interface MissingSecret {
  /** Why there are no secrets: `a pull request from a fork`. */
  readonly cause: string;
  readonly input: string;
}

const LOGIN_TIMEOUT_MS = 5000;

/** The required secret that is missing in a run without secrets; the step is then skipped. */
export async function findMissingSecret({ options, run }: Inputs): Promise<MissingSecret | undefined> {
  const cause = findMissingSecretsCause(run.env);
  if (cause === undefined) return undefined;
  const input = findEmptySecret(options) ?? ((await asksForLogin(options)) ? 'graphite-token' : undefined);
  return input === undefined ? undefined : { cause, input };
}

/** An empty token may be intended if Graphite answers without one, so this asks Graphite. */
async function asksForLogin({ graphiteUrl, dryRun }: Options): Promise<boolean> {
  if (graphiteUrl === undefined || dryRun) return false;
  const url = new URL(graphiteUrl);
  url.pathname = `${cutRender(url)}/render`;
  url.search = 'target=carbon&format=json&from=-1min';
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(LOGIN_TIMEOUT_MS) });
    await response.body?.cancel();
    return response.status === 401 || response.status === 403;
  } catch {
    return false;
  }
}

/** Why GitHub gives this run no secrets: an event of a fork, or a run started by Dependabot. */
export function findMissingSecretsCause(env: NodeJS.ProcessEnv): string | undefined {
  if (env['GITHUB_ACTOR'] === 'dependabot[bot]') return 'a run that Dependabot started';
  const event: StartEvent | undefined = readEvent(env['GITHUB_EVENT_PATH']);
  // With pull_request_target, the workflow is the base's and has its secrets.
  const head = /^pull_request(?:_review|_review_comment)?$/.test(env['GITHUB_EVENT_NAME'] ?? '')
    ? event?.pull_request?.head
    : undefined;
  if (head !== undefined && head.repo?.full_name !== env['GITHUB_REPOSITORY'])
    return 'a pull request from a fork';
  return event?.repository?.fork === true ? 'a run in a fork' : undefined;
}

/** The inputs without `check` if the address of Graphite is a secret that this run does not get. */
export function skipCheckWithoutSecrets(inputs: Inputs): Inputs {
  const { check, graphiteUrl } = inputs.options;
  const cause = check && graphiteUrl === undefined ? findMissingSecretsCause(inputs.run.env) : undefined;
  if (cause === undefined) return inputs;
  print.notice(`The check is skipped: ${cause} has no secrets, and graphite-url is empty.`);
  return { ...inputs, options: { ...inputs.options, check: false } };
}

/** The relevant fields of the event that started the run, of unknown content. */
interface StartEvent {
  readonly pull_request?: { readonly head?: { readonly repo?: { readonly full_name?: string } | null } };
  readonly repository?: { readonly fork?: boolean };
}
