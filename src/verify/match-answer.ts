import type { RenderedSeries } from './parse-answer.ts';
import { hashedName, listSeriesNames } from './series-names.ts';
import type { WantedSeries } from './wanted-series.ts';

/**
 * Two servers can show one series under two names each. More results for one series are ignored, because there may be
 * very many.
 */
const MAX_ANSWERS = 10;

/**
 * Assigns each rendered series to a requested series: by its name, or if the name has no tags, by the separate tags.
 * Without those, by the order of the targets if all of them have a result.
 */
export function matchAnswer(
  asked: readonly WantedSeries[],
  answer: readonly RenderedSeries[],
): ReadonlyMap<WantedSeries, readonly RenderedSeries[]> {
  const byName = new Map(
    asked.flatMap((series) => {
      const tagged = series.names.filter((name) => name.includes(';'));
      const names = [series.names[0], ...tagged.map(hashedName)];
      return names.map((name): [string, WantedSeries] => [name, series]);
    }),
  );
  const inOrder = findOrder(asked, answer);
  const matched = new Map<WantedSeries, RenderedSeries[]>();
  for (const [index, rendered] of answer.entries()) {
    const own = byName.get(nameOf(rendered)) ?? inOrder[index];
    if (own === undefined) continue;
    const answers = matched.get(own);
    if (answers === undefined) matched.set(own, [rendered]);
    else if (answers.length < MAX_ANSWERS) answers.push(rendered);
  }
  return matched;
}

/** The name with its tags, as carbon-cache writes it. */
function nameOf({ name, tags }: RenderedSeries): string {
  const isTagged = tags !== undefined && Object.keys(tags).some((tag) => tag !== 'name');
  if (!isTagged || name.includes(';')) return listSeriesNames(name)[0];
  const pieces = Object.entries(tags)
    .filter(([tag]) => tag !== 'name')
    .map(([tag, value]) => `;${tag}=${value}`);
  return listSeriesNames(`${tags['name'] ?? name}${pieces.join('')}`)[0];
}

/** The rendered series by target, if each target has one of its path, in the same order and without tags. */
function findOrder(
  asked: readonly WantedSeries[],
  answer: readonly RenderedSeries[],
): ReadonlyArray<WantedSeries | undefined> {
  const targets = asked.flatMap((series) => series.names.map((name) => ({ series, path: pathOf(name) })));
  const isInOrder =
    targets.length === answer.length &&
    answer.every(({ name, tags }, index) => name === targets[index]?.path && tags === undefined);
  return isInOrder ? targets.map(({ series }) => series) : [];
}

function pathOf(name: string): string {
  return name.split(';', 1)[0] ?? '';
}
