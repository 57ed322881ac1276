import type { Faults } from '../model/faults.ts';
import type { PublishOptions } from '../options/types.ts';
import type { Console } from './console.ts';
import { printExact } from './exact.ts';
import { toSizes, toTags } from './pairs.ts';
import type { Flags } from './program.ts';

/** The options of a run, as the flags and the environment have them; faults are gathered. */
export function toOptions(
  flags: Flags,
  context: { console: Console; env: NodeJS.ProcessEnv; faults: Faults },
): PublishOptions {
  const text = (name: string): string | undefined =>
    typeof flags[name] === 'string' ? flags[name] : undefined;
  const list = (name: string): readonly string[] => (Array.isArray(flags[name]) ? flags[name] : []);
  return {
    server: text('server'),
    port: text('port'),
    group: text('group'),
    source: text('source'),
    metric: text('metric'),
    value: text('value'),
    dataFile: list('data'),
    dataFormat: 'data',
    file: list('file'),
    replay: list('replay'),
    junit: list('junit'),
    junitSuites: flags['junitSuites'] === true,
    coverage: list('coverage'),
    sizes: toSizes(list('size'), context.faults),
    onBadReport: text('onBadReport'),
    ifNoTests: text('ifNoTests'),
    ifNoFilesFound: text('ifNoFilesFound'),
    followSymbolicLinks: flags['followSymbolicLinks'] === true,
    scope: text('scope'),
    jobStatus: text('jobStatus'),
    jobStartedAt: text('jobStartedAt'),
    jobAttempt: text('jobAttempt'),
    windowSize: text('windowSize'),
    tags: toTags(list('tag'), context.faults),
    timestamp: text('timestamp'),
    extraCharacters: text('extraCharacters'),
    batchSize: text('batchSize'),
    timeout: text('timeout'),
    retries: text('retries'),
    spool: text('spool'),
    tls: flags['tls'] === true,
    tlsCa: text('tlsCa'),
    tlsCert: text('tlsCert'),
    tlsKey: text('tlsKey'),
    tlsServerName: text('tlsServerName'),
    verify: flags['verify'] === true,
    graphiteUrl: text('graphiteUrl'),
    verifyTimeout: text('verifyTimeout'),
    graphiteUser: text('graphiteUser'),
    // On a command line every process of the machine could read them.
    graphitePassword: context.env['GRAPHITE_PASSWORD'],
    graphiteToken: context.env['GRAPHITE_TOKEN'],
    connectTimeout: text('connectTimeout'),
    writeTimeout: text('writeTimeout'),
    confirmTimeout: text('confirmTimeout'),
    dryRun: flags['dryRun'] === true,
    onDryRun: flags['json'] === true ? undefined : (lines) => printExact(lines, context),
  };
}
