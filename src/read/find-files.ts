import { promises, type Stats } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, parse, relative, resolve } from 'node:path';
import type { Problem } from '../model/errors.ts';
import { type FilePattern, parsePatterns, toAbsolutePattern, toSlashes } from './file-patterns.ts';
import { escapePath, isLeft } from './match-globs.ts';
import { type FoundFile, STDIN } from './open-found.ts';
import { isInside, SymlinkPolicy } from './symlink-policy.ts';
import { isMisnamed, walkFolders } from './walk-folders.ts';

const GLOB = /[*?[\]{}()!+@|\\]/;

/** Not plain `**`: the walk would then begin one folder higher, where links are ignored. */
const ALL_BELOW = '**/*';

/** How files are searched. */
export interface FindOptions {
  /** Follow every link, also out of the workspace. */
  readonly followLinks: boolean;
  /** Whether a folder means every file below it, or is refused. */
  readonly folders: 'take' | 'refuse';
  /** The checkout of the CI system. It is the workspace if it contains the current directory. */
  readonly workspace?: string | undefined;
  /**
   * Whether the names come from a command line. Then they may name a pipe, a device, or a link outside of the CI's
   * checkout; without a checkout, any link.
   */
  readonly isByOperator?: boolean;
  /** Whether `-` is standard input. */
  readonly hasStdin?: boolean;
  /** Ends the search; the result is then incomplete. */
  readonly signal?: AbortSignal | undefined;
}

/** The files of all patterns, each once, and the problems of the search. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** The patterns without a file, each with the reason if it is another than "no match". */
  readonly unmatched: readonly { readonly pattern: string; readonly problem: Problem | undefined }[];
  /** Other files and folders that were skipped. */
  readonly problems: readonly Problem[];
}

interface Found {
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
}

/**
 * Finds the files that an option names, below the current directory. Wildcards match hidden files, but neither linked
 * files nor linked folders. A link that a pattern names is followed if the `SymlinkPolicy` allows it. Pipes and
 * devices are found only if an operator names them. With `followLinks`, a link counts as its target.
 */
export async function findFiles(lines: readonly string[], options: FindOptions): Promise<FoundFiles> {
  const folder = process.cwd();
  const policy = options.followLinks ? undefined : await SymlinkPolicy.of(folder, options.workspace);
  const files = new Map<string, FoundFile>();
  const unmatched: Array<FoundFiles['unmatched'][number]> = [];
  const problems: Problem[] = [];
  const patterns = parsePatterns(lines);
  if (patterns.length === 0) unmatched.push({ pattern: '', problem: explainNothing(lines) });
  for (const pattern of patterns) {
    const found = await new Search({ pattern, folder, policy, options }).find();
    const isMatched = found.files.length > 0;
    if (!isMatched) unmatched.push({ pattern: pattern.pattern, problem: found.problems[0] });
    problems.push(...found.problems.slice(isMatched ? 0 : 1));
    // A file with several names is one file.
    for (const file of found.files) if (!files.has(file.realPath)) files.set(file.realPath, file);
  }
  return { files: [...files.values()], unmatched, problems };
}

/** The search for the files of one pattern. */
class Search {
  readonly #pattern: FilePattern;
  /** The base folder of relative patterns. */
  readonly #folder: string;
  readonly #policy: SymlinkPolicy | undefined;
  readonly #options: FindOptions;

  constructor(given: {
    pattern: FilePattern;
    folder: string;
    policy: SymlinkPolicy | undefined;
    options: FindOptions;
  }) {
    this.#pattern = given.pattern;
    this.#folder = given.folder;
    this.#policy = given.policy;
    this.#options = given.options;
  }

  async find(): Promise<Found> {
    const { pattern } = this.#pattern;
    if (pattern === '-' && this.#options.hasStdin === true) return { files: [STDIN], problems: [] };
    // A name that exists is that file, even if it contains wildcard characters.
    const path = resolve(toAbsolutePattern(pattern, { folder: this.#folder, home: homedir() }));
    const target = await promises.stat(path).catch(() => undefined);
    if (target === undefined) {
      if (GLOB.test(pattern)) return this.#walk(await this.#toGlobs(), path);
      return none(...((await isMisnamed(path)) ? explainMisnamed([pattern]) : []));
    }
    if (!target.isDirectory()) return this.#takeName(path, target);
    if (this.#options.folders === 'take') return this.#walk([`${await escapePath(path)}/${ALL_BELOW}`], path);
    const cure = 'Name the files in it, such as reports/**/*.xml.';
    return none({ rule: 'it is a folder, not a file', value: pattern, cure });
  }

  async #takeName(path: string, target: Stats): Promise<Found> {
    if (!(await isLeft(path, await this.#toExclusions()))) return none();
    const shown = this.#show(path);
    const isByOperator = this.#options.isByOperator === true;
    if (!target.isFile() && !isByOperator) {
      const cure = 'Name a file; pipes, sockets and devices are not read.';
      return none({ rule: 'it is not a regular file', value: shown, cure });
    }
    // The target of an open descriptor may have no name: /dev/fd/63 is a pipe, /dev/stdin a deleted file.
    const realPath = await promises.realpath(path).catch(() => undefined);
    if (realPath === undefined && !isByOperator) return none();
    const { root } = parse(realPath ?? path);
    const base = isByOperator ? root : dirname(path);
    // Without a checkout, there are no links of other people, and a named link is intended.
    const isFree = isByOperator && this.#options.workspace === undefined;
    const isAllowed = isFree || (await this.#policy?.allows({ path, realPath: realPath ?? root, base }));
    if (isAllowed === false) return none(explainLink(shown));
    const isRegular = target.isFile() && realPath !== undefined;
    const file = { path: shown, realPath: realPath ?? path };
    return { files: [isRegular ? file : { ...file, isStream: true }], problems: [] };
  }

  async #walk(patterns: readonly string[], anchor: string): Promise<Found> {
    const excluded = await this.#toExclusions();
    const walked = await walkFolders({
      patterns,
      excluded,
      anchor,
      policy: this.#policy,
      signal: this.#options.signal,
    });
    const files = [...walked.files].map(([path, realPath]) => ({ path: this.#show(path), realPath }));
    const problems = [
      ...walked.refusedLinks.map((path) => explainLink(this.#show(path))),
      ...walked.unreadable.map((path) => explainUnreadable(this.#show(path))),
      ...explainMisnamed(walked.misnamed.map((path) => this.#show(path))),
    ];
    return { files, problems };
  }

  /** If folders are accepted, a matching folder means the files below it. */
  async #toGlobs(): Promise<readonly string[]> {
    const glob = (await this.#toAbsolute([this.#pattern.pattern]))[0] ?? '';
    const files = glob.replace(/\/\*\*$/, `/${ALL_BELOW}`);
    return this.#options.folders === 'take' ? [files, `${glob}/${ALL_BELOW}`] : [files];
  }

  async #toExclusions(): Promise<readonly string[]> {
    const globs = await this.#toAbsolute(this.#pattern.excluded);
    return globs.flatMap((glob) => [glob, `${glob}/**`]);
  }

  async #toAbsolute(patterns: readonly string[]): Promise<readonly string[]> {
    // A plain name needs no matcher, which takes longer to load than everything else here.
    if (patterns.length === 0) return [];
    const roots = { folder: await escapePath(this.#folder), home: await escapePath(homedir()) };
    return patterns.map((pattern) => toAbsolutePattern(pattern, roots).replace(/\/+$/, ''));
  }

  #show(path: string): string {
    return toSlashes(isInside(path, this.#folder) ? relative(this.#folder, path) : path);
  }
}

function none(...problems: readonly Problem[]): Found {
  return { files: [], problems };
}

function explainNothing(lines: readonly string[]): Problem {
  const cure = 'Name at least one file or glob, without "!" or "#" before it.';
  return { rule: 'nothing is included', value: lines.join(' '), cure };
}

function explainLink(value: string): Problem {
  const cure = 'Set follow-symbolic-links to true if links may lead anywhere.';
  return { rule: 'it is left out, because a link leads out of the workspace', value, cure };
}

/** One problem for all of them, because a folder may have any number. */
function explainMisnamed([value, ...others]: readonly string[]): Problem[] {
  if (value === undefined) return [];
  const rest = others.length === 0 ? '' : ` (${others.length} more like it)`;
  const cure = 'Rename it, or leave it out with "!".';
  return [{ rule: `its name is not UTF-8, so it is not read${rest}`, value, cure }];
}

function explainUnreadable(value: string): Problem {
  const cure = 'Give this user the right, or leave the folder out with "!".';
  return { rule: 'this user may not list the folder, so its files are missing', value, cure };
}
