import type { CollectedMetric } from '../model/metric.ts';

/** The word of a scope that is the folder of a metric's reports. */
export const FOLDER_WORD = '{path}';

/** The names of a scope's end for one folder: each part of the folder is one name, and empty ones vanish. */
export function fillFolder(scopeEnd: readonly string[], folder = ''): readonly string[] {
  return scopeEnd
    .flatMap((name) => name.replaceAll(FOLDER_WORD, folder).split('/'))
    .filter((name) => name !== '');
}

/** Collected metrics with the end of the scope in front of their names. */
export function placeInFolders(
  metrics: readonly CollectedMetric[],
  scopeEnd: readonly string[],
): readonly CollectedMetric[] {
  if (scopeEnd.length === 0) return metrics;
  return metrics.map(({ nodes, writtenNode, ...metric }) => {
    const names = fillFolder(scopeEnd, metric.folder);
    return {
      ...metric,
      nodes: [...names, ...nodes],
      ...(writtenNode === undefined ? {} : { writtenNode: writtenNode + names.length }),
    };
  });
}
