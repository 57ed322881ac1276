/** One pattern that names files, with the exclusions that hold for it. */
export interface FilePattern {
  readonly pattern: string;
  /** What stood behind a `!` further down. */
  readonly excluded: readonly string[];
}

/**
 * Reads patterns as the inputs of GitHub's own actions are read: the last that matches a file decides, so `!` takes away
 * only from what stands above it; `!!` is none; `#` begins a comment (`./#name` is a file).
 */
export function parsePatterns(lines: readonly string[]): readonly FilePattern[] {
  const patterns = lines.map(parseLine).filter(({ pattern }) => pattern !== '' && !pattern.startsWith('#'));
  return patterns.flatMap(({ pattern, isExclusion }, index) => {
    if (isExclusion) return [];
    const below = patterns.slice(index + 1).filter((later) => later.isExclusion);
    return [{ pattern, excluded: below.map((later) => later.pattern) }];
  });
}

/** The folders that a pattern may begin in, without a slash at their end. */
export interface Roots {
  /** The current directory. */
  readonly folder: string;
  /** What `~` stands for. */
  readonly home: string;
}

/** A pattern as an absolute one. On Windows a backslash is a slash, elsewhere it escapes. */
export function toAbsolutePattern(
  pattern: string,
  roots: Roots,
  platform: string = process.platform,
): string {
  const isWindows = platform === 'win32';
  const slashed = toSlashes(pattern, platform);
  if (slashed === '~' || slashed.startsWith('~/')) return `${roots.home}${slashed.slice(1)}`;
  const isAbsolute = slashed.startsWith('/') || (isWindows && /^[A-Za-z]:\//.test(slashed));
  return isAbsolute ? slashed : `${roots.folder}/${slashed}`;
}

/** A path or pattern with slashes only: elsewhere than on Windows a backslash is no separator. */
export function toSlashes(pattern: string, platform: string = process.platform): string {
  return platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
}

function parseLine(line: string): { pattern: string; isExclusion: boolean } {
  const text = line.trim();
  const marks = /^(?:!\s*)*/.exec(text)?.[0] ?? '';
  const isExclusion = marks.replace(/\s/g, '').length % 2 === 1;
  return { pattern: text.slice(marks.length), isExclusion };
}
