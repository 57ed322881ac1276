/** One pattern for files, with the exclusions that apply to it. */
export interface FilePattern {
  readonly pattern: string;
  /** The `!` patterns after it. */
  readonly excluded: readonly string[];
}

/**
 * Reads patterns as GitHub's own actions do. The last pattern that matches a file decides, so `!` excludes only files
 * of earlier patterns. `!!` is not an exclusion. `#` begins a comment (`./#name` is a file).
 */
export function parsePatterns(lines: readonly string[]): readonly FilePattern[] {
  const patterns = lines.map(parseLine).filter(({ pattern }) => pattern !== '' && !pattern.startsWith('#'));
  return patterns.flatMap(({ pattern, isExclusion }, index) => {
    if (isExclusion) return [];
    const below = patterns.slice(index + 1).filter((later) => later.isExclusion);
    return [{ pattern, excluded: below.map((later) => later.pattern) }];
  });
}

/** The folders in which a pattern may begin, without a slash at the end. */
export interface Roots {
  /** The current directory. */
  readonly folder: string;
  /** What `~` means. */
  readonly home: string;
  /** By default, the platform of this process. */
  readonly platform?: string;
}

/** A pattern as an absolute pattern. A backslash is a slash on Windows and an escape elsewhere. */
export function toAbsolutePattern(
  pattern: string,
  { folder, home, platform = process.platform }: Roots,
): string {
  const isWindows = platform === 'win32';
  const slashed = toSlashes(pattern, platform);
  if (slashed === '~' || slashed.startsWith('~/')) return `${home}${slashed.slice(1)}`;
  const isAbsolute = slashed.startsWith('/') || (isWindows && /^[A-Za-z]:\//.test(slashed));
  return isAbsolute ? slashed : `${folder}/${slashed}`;
}

/** A path or pattern with slashes only. A backslash is a separator only on Windows. */
export function toSlashes(pattern: string, platform: string = process.platform): string {
  return platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
}

function parseLine(line: string): { pattern: string; isExclusion: boolean } {
  const text = line.trim();
  const marks = /^(?:!\s*)*/.exec(text)?.[0] ?? '';
  const isExclusion = marks.replace(/\s/g, '').length % 2 === 1;
  return { pattern: text.slice(marks.length), isExclusion };
}
