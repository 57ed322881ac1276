import type { SamplingTimes } from '../collect/runner/slot.ts';
import { MAX_NODE_BYTES, type PathRules } from '../format/path.ts';
import type { Faults } from '../model/faults.ts';
import type { Tags } from '../model/metric.ts';
import { hideSecrets } from '../util/text.ts';
import type { CheckConfig, Config, TlsConfig, VerifyConfig } from './config.ts';
import { findOption, type Options } from './options.ts';
import { parseServers, type Server, warnOfPorts } from './parse-server.ts';
import { resolveNames } from './resolve-names.ts';
import type { Face } from './rows.ts';
import type { RunContext } from './run-context.ts';

/** Checks the options together; faults are collected. */
export async function resolveConfig(options: Options, context: RunContext): Promise<Config> {
  const { faults } = context;
  const { port, dryRun } = options;
  const { group, lines, ...names } = resolveNames(options, context);
  const servers = resolveServers(options.server, { port, dryRun, face: context.face, faults });
  const apiKey = resolveApiKey(options.apiKey, faults);
  const tls = await resolveTls(options, faults);
  return {
    servers,
    lines: {
      ...lines,
      tags: await resolveTags(options.tags, faults),
      timestamp: resolveTimestamp(options.timestamp, context.nowMs),
      nowSeconds: Math.floor(context.nowMs / 1000),
      hasExpressions: context.face === 'action',
      addedBytes: apiKey === undefined ? 0 : apiKey.length + 1,
    },
    ...names,
    batchSize: options.batchSize,
    windowSize: options.windowSize,
    verify: await resolveVerify(options, faults),
    check: await resolveCheck(options, { group, paths: lines.paths, faults }),
    tls,
    apiKey,
    retries: options.retries,
    spool: options.spool === '' ? undefined : options.spool,
    sampling: resolveSamplingTimes(options, faults),
    limits: {
      totalMs: options.timeout * 1000,
      connectMs: options.connectTimeout * 1000,
      writeMs: options.writeTimeout * 1000,
      confirmMs: options.confirmTimeout * 1000,
    },
    dryRun,
    warnings: [...(context.warnings ?? []), ...warnOfPorts(servers, tls !== undefined)],
    face: context.face,
  };
}

function resolveServers(
  text: string | undefined,
  given: { port: number; dryRun: boolean; face: Face; faults: Faults },
): readonly Server[] {
  const { port, dryRun, face, faults } = given;
  if (text === undefined || text.trim() === '') {
    if (!dryRun) {
      const cause =
        face === 'action'
          ? 'a secret that is empty here (a fork, another environment)'
          : 'a variable that is not set';
      const cure = `Set it to Carbon's host; ${cause} is the usual cause.`;
      faults.add({ location: 'server', rule: 'is required but empty', cure });
    }
    return [];
  }
  const parsed = parseServers(text, port);
  if ('ok' in parsed) return parsed.ok;
  const rule = text.includes('@') ? 'a server has no user and no password' : parsed.rule;
  faults.add({ location: 'server', rule, value: hideSecrets(text), cure: parsed.cure });
  return [];
}

/** The key becomes the first nodes of every path. Its fault does not show it. */
function resolveApiKey(written: string | undefined, faults: Faults): string | undefined {
  if (written === undefined || (/^[\w-]+(?:\.[\w-]+)*$/.test(written) && written.length <= MAX_NODE_BYTES))
    return written;
  const rule = `it is at most ${MAX_NODE_BYTES} letters, digits, "_", "-" and single dots between them`;
  faults.add({ location: 'api-key', rule, cure: 'Is a blank or a line break left at its end?' });
  return undefined;
}

/** Most runs have no TLS, no tags, no `verify` and no `check`, so those checks are loaded on demand. */
async function resolveTls(options: Options, faults: Faults): Promise<TlsConfig | undefined> {
  const { tlsCa, tlsCert, tlsKey, tlsServerName } = options;
  const given = [tlsCa, tlsCert, tlsKey, tlsServerName];
  if (!options.tls && given.every((one) => one === undefined)) return undefined;
  return (await import('./resolve-tls.ts')).resolveTls(options, faults);
}

async function resolveTags(written: Options['tags'], faults: Faults): Promise<Tags> {
  return written === undefined ? {} : (await import('../collect/data/tags.ts')).parseTags(written, faults);
}

async function resolveVerify(options: Options, faults: Faults): Promise<VerifyConfig | undefined> {
  const { graphiteUser, graphitePassword, graphiteToken } = options;
  const given = [graphiteUser, graphitePassword, graphiteToken];
  if (!options.verify && given.every((one) => one === undefined)) return undefined;
  return (await import('./resolve-verify.ts')).resolveVerify(options, faults);
}

async function resolveCheck(
  options: Options,
  given: { readonly group: string; readonly paths: PathRules; readonly faults: Faults },
): Promise<CheckConfig | undefined> {
  if (!options.check && options.limits === undefined) return undefined;
  return (await import('./resolve-check.ts')).resolveCheck(options, given);
}

/** The instant of a run in whole epoch seconds: as written, or now. */
export function resolveTimestamp(written: Options['timestamp'], nowMs: number): number {
  const seconds = written instanceof Date ? written.getTime() / 1000 : Number(written ?? nowMs / 1000);
  return Math.floor(seconds);
}

/** How often to measure the runner; faults are collected. The default slot is never shorter than the interval. */
export function resolveSamplingTimes(
  { runnerMetricsInterval: interval, runnerMetricsSlot: slot }: Options,
  faults: Faults,
): SamplingTimes {
  if (slot < interval && String(slot) !== findOption('runner-metrics-slot').default) {
    faults.add({
      location: 'runner-metrics-slot',
      rule: `it is at least as long as runner-metrics-interval, ${interval} seconds`,
      value: String(slot),
      cure: 'A slot without a sample has no mean.',
    });
  }
  return { intervalMs: interval * 1000, slotMs: Math.max(interval, slot) * 1000 };
}
