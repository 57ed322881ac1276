import type { Point } from '../model/result.ts';
import { escapeHtml } from './html.ts';
import { toVisibleLine } from './printable.ts';

/** What a person looks for first, by the end of its path. */
const HEADLINES = [
  '.tests.failed',
  '.tests.total',
  '.coverage.lines.percent',
  '.job.duration_seconds',
  '.command.duration_seconds',
];
const MAX_SHOWN_CHARACTERS = 120;

/** A link to Graphite's graph of the run's most important series; undefined if Graphite has no https address. */
export function formatGraphLink(
  points: readonly Point[],
  graphiteUrl: string | undefined,
): string | undefined {
  const point = findHeadline(points);
  if (point === undefined || graphiteUrl === undefined) return undefined;
  const url = toGraphUrl(graphiteUrl, point.path);
  if (url === undefined) return undefined;
  return `<a href="${escapeHtml(url)}">Graph of ${escapeHtml(toVisibleLine(point.path, MAX_SHOWN_CHARACTERS))}</a>`;
}

function findHeadline(points: readonly Point[]): Point | undefined {
  const found = HEADLINES.map((ending) => points.find(({ path }) => stripTags(path).endsWith(ending)));
  return found.find((point) => point !== undefined) ?? points[0];
}

function stripTags(path: string): string {
  return path.split(';', 1)[0] ?? '';
}

/** Thirty days, with sparse points joined to a line. The part of an address before its host is not linked. */
function toGraphUrl(graphiteUrl: string, target: string): string | undefined {
  if (!URL.canParse(graphiteUrl)) return undefined;
  const { protocol, host, pathname } = new URL(graphiteUrl);
  if (protocol !== 'https:') return undefined;
  const query = new URLSearchParams({
    target,
    from: '-30d',
    lineMode: 'connected',
    width: '900',
    height: '400',
  });
  return `https://${host}${pathname.replace(/\/+$/, '')}/render?${query}`;
}
