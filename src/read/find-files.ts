import { promises, type Stats } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, relative, resolve } from 'node:path';
import { type FilePattern, parsePatterns, toAbsolutePattern } from './file-patterns.ts';
import { toSlashes } from './files.ts';
import type { FoundFile, Problem } from './found-file.ts';
import { isInside, LinkFence } from './link-fence.ts';
import { isLeft } from './match-name.ts';
import { escapePath, walkFolders } from './walk-folders.ts';

const GLOB = /[*?[\]{}()!+@|\\]/;

/** Not plain `**`, for which the walk would begin a folder higher, where links count as nothing. */
const ALL_BELOW = '**/*';

/** How files are looked for. */
export interface FindOptions {
  /** Follow every link, also out of the workspace. */
  readonly followLinks: boolean;
  /** Whether a folder stands for every file below it, or is no file. */
  readonly folders: 'take' | 'refuse';
}

/** The files of all patterns, each once, and what else there is to tell. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** The patterns that name no file, with the reason where it is more than that there is none. */
  readonly unmatched: readonly { readonly pattern: string; readonly problem: Problem | undefined }[];
  /** What else was passed over. */
  readonly problems: readonly Problem[];
}

interface Found {
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
}

/**
 * Finds the files that a source may collect, below the current directory. Wildcards match hidden files, but neither
 * linked files nor linked folders; a link that is named outright is followed where a `LinkFence` admits it. Special
 * files (pipes, devices) are never found. With `followLinks` links count as what they lead to.
 */
export async function findFiles(lines: readonly string[], options: FindOptions): Promise<FoundFiles> {
  const workspace = process.cwd();
  const fence = options.followLinks ? undefined : await LinkFence.around(workspace);
  const files = new Map<string, FoundFile>();
  const unmatched: Array<FoundFiles['unmatched'][number]> = [];
  const problems: Problem[] = [];
  const patterns = parsePatterns(lines);
  if (patterns.length === 0) unmatched.push({ pattern: '', problem: explainNothing(lines) });
  for (const pattern of patterns) {
    const found = await new Search({ pattern, workspace, fence, folders: options.folders }).find();
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
  readonly #workspace: string;
  readonly #fence: LinkFence | undefined;
  readonly #folders: FindOptions['folders'];

  constructor(given: {
    pattern: FilePattern;
    workspace: string;
    fence: LinkFence | undefined;
    folders: FindOptions['folders'];
  }) {
    this.#pattern = given.pattern;
    this.#workspace = given.workspace;
    this.#fence = given.fence;
    this.#folders = given.folders;
  }

  async find(): Promise<Found> {
    const { pattern } = this.#pattern;
    // A name that exists is that file, whatever characters it has; only then is a pattern a pattern.
    const path = resolve(toAbsolutePattern(pattern, { workspace: this.#workspace, home: homedir() }));
    const target = await promises.stat(path).catch(() => undefined);
    if (target === undefined) {
      return GLOB.test(pattern) ? this.#walk(await this.#toGlobs(), path) : none();
    }
    if (!target.isDirectory()) return this.#takeName(path, target);
    if (this.#folders === 'take') return this.#walk([`${await escapePath(path)}/${ALL_BELOW}`], path);
    const cure = 'Name the files in it, such as reports/**/*.xml.';
    return none({ rule: 'it is a folder, not a file', value: pattern, cure });
  }

  async #takeName(path: string, target: Stats): Promise<Found> {
    if (!(await isLeft(path, await this.#toExclusions()))) return none();
    const shown = this.#show(path);
    if (!target.isFile()) {
      const cure = 'Name a file; pipes, sockets and devices are not read.';
      return none({ rule: 'it is not a regular file', value: shown, cure });
    }
    const realPath = await promises.realpath(path).catch(() => undefined);
    if (realPath === undefined) return none();
    const isAdmitted = await this.#fence?.admits({ path, realPath, base: dirname(path) });
    return isAdmitted === false
      ? none(explainLink(shown))
      : { files: [{ path: shown, realPath }], problems: [] };
  }

  async #walk(patterns: readonly string[], anchor: string): Promise<Found> {
    const excluded = await this.#toExclusions();
    const walked = await walkFolders({ patterns, excluded, anchor, fence: this.#fence });
    const files = [...walked.files].map(([path, realPath]) => ({ path: this.#show(path), realPath }));
    const problems = [
      ...walked.fencedOff.map((path) => explainLink(this.#show(path))),
      ...walked.unreadable.map((path) => explainUnreadable(this.#show(path))),
    ];
    return { files, problems };
  }

  /** Where folders are taken, one that matches stands for what is below it. */
  async #toGlobs(): Promise<readonly string[]> {
    const glob = (await this.#toAbsolute([this.#pattern.pattern]))[0] ?? '';
    const files = glob.replace(/\/\*\*$/, `/${ALL_BELOW}`);
    return this.#folders === 'take' ? [files, `${glob}/${ALL_BELOW}`] : [files];
  }

  async #toExclusions(): Promise<readonly string[]> {
    const globs = await this.#toAbsolute(this.#pattern.excluded);
    return globs.flatMap((glob) => [glob, `${glob}/**`]);
  }

  async #toAbsolute(patterns: readonly string[]): Promise<readonly string[]> {
    const roots = { workspace: await escapePath(this.#workspace), home: await escapePath(homedir()) };
    return patterns.map((pattern) => toAbsolutePattern(pattern, roots).replace(/\/+$/, ''));
  }

  #show(path: string): string {
    return toSlashes(isInside(path, this.#workspace) ? relative(this.#workspace, path) : path);
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

function explainUnreadable(value: string): Problem {
  const cure = 'Give this user the right, or leave the folder out with "!".';
  return { rule: 'this user may not list the folder, so its files are missing', value, cure };
}
