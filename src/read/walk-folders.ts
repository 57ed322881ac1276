import { type Dirent, promises } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { FileSystemAdapter } from 'tinyglobby';
import { findMatches } from './match-globs.ts';
import type { SymlinkPolicy } from './symlink-policy.ts';

/** What a walk looks for. Patterns are absolute, with slashes. */
export interface Walk {
  readonly patterns: readonly string[];
  readonly excluded: readonly string[];
  /** Any absolute path on the drive that is searched. */
  readonly anchor: string;
  /** Where links may lead; without a policy, every link is followed. */
  readonly policy: SymlinkPolicy | undefined;
  /** Ends the walk; the result is then incomplete. */
  readonly signal?: AbortSignal | undefined;
}

/** The result of a walk: absolute paths as they were walked, each with its path without links. */
export interface Walked {
  readonly files: ReadonlyMap<string, string>;
  /** The folders whose links the policy refuses. */
  readonly refusedLinks: readonly string[];
  /** The folders that this user may not list. */
  readonly unreadable: readonly string[];
  /** Files and folders whose names are not UTF-8, so that no path can name them. */
  readonly misnamed: readonly string[];
}

/** Enough for every sensible layout. Without a limit, folders that link to each other have endless paths. */
const MAX_VISITS = 16;

/** Node's replacement for bytes that are not UTF-8. */
const REPLACEMENT = '\ufffd';

/**
 * Searches folders for patterns. With a policy, links are ignored, except in the part of a pattern before its first
 * wildcard.
 */
export async function walkFolders(walk: Walk): Promise<Walked> {
  const lister = new FolderLister(walk);
  const found = await findMatches(walk.patterns, { ...walk, fs: lister.adapter });
  const paths = found.map((path) => resolve(path)).sort();
  const { refusedLinks, unreadable, misnamed } = lister;
  const files = new Map<string, string>();
  for (const path of paths) {
    if (await isMisnamed(path)) misnamed.push(path);
    else files.set(path, lister.realPathOf(path));
  }
  return { files, refusedLinks, unreadable, misnamed };
}

/** Whether a name has replacement characters, so that no file has this name. */
export async function isMisnamed(path: string): Promise<boolean> {
  if (!path.includes(REPLACEMENT)) return false;
  return promises.lstat(path).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  );
}

/** The fields of an entry that the walker reads. */
type Entry = Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

class FolderLister {
  readonly refusedLinks: string[] = [];
  readonly unreadable: string[] = [];
  readonly misnamed: string[] = [];
  readonly adapter: FileSystemAdapter;
  readonly #policy: SymlinkPolicy | undefined;
  readonly #signal: AbortSignal | undefined;
  readonly #realFolders = new Map<string, string>();
  readonly #realTargets = new Map<string, string>();
  readonly #visits = new Map<string, number>();
  #start: string | undefined;

  constructor({ policy, signal }: Pick<Walk, 'policy' | 'signal'>) {
    this.#policy = policy;
    this.#signal = signal;
    // biome-ignore lint/complexity/useMaxParams: the package calls it.
    const readdir = (
      folder: string,
      _: unknown,
      callback: (error: unknown, entries: Entry[]) => void,
    ): void => {
      this.#list(resolve(folder)).then(
        (entries) => callback(null, entries),
        (error: unknown) => callback(error, []),
      );
    };
    this.adapter = { readdir: readdir as unknown as NonNullable<FileSystemAdapter['readdir']> };
  }

  realPathOf(path: string): string {
    return this.#realTargets.get(path) ?? join(this.#realFolders.get(dirname(path)) ?? '', basename(path));
  }

  async #list(path: string): Promise<Entry[]> {
    if (this.#signal?.aborted) return [];
    this.#start ??= path;
    if (await isMisnamed(path)) {
      this.misnamed.push(path);
      return [];
    }
    const realPath = await promises.realpath(path);
    const isAllowed = await this.#policy?.allows({ path, realPath, base: this.#start });
    if (isAllowed === false) {
      this.refusedLinks.push(path);
      return [];
    }
    if (this.#isWalkedAlready(path, realPath)) return [];
    this.#realFolders.set(path, realPath);
    try {
      const entries = await promises.readdir(realPath, { withFileTypes: true });
      if (this.#policy !== undefined) return entries;
      return await Promise.all(entries.map((entry) => this.#follow(entry, path)));
    } catch (error) {
      if (/^E(?:ACCES|PERM)$/.test((error as NodeJS.ErrnoException).code ?? '')) this.unreadable.push(path);
      return [];
    }
  }

  /** Whether a link leads to a folder above it, which would be an endless walk. */
  #isWalkedAlready(path: string, realPath: string): boolean {
    for (let above = dirname(path); this.#realFolders.has(above); above = dirname(above)) {
      if (this.#realFolders.get(above) === realPath) return true;
    }
    const visits = (this.#visits.get(realPath) ?? 0) + 1;
    this.#visits.set(realPath, visits);
    return visits > MAX_VISITS;
  }

  /** The walker follows no links, so a link that may be followed is presented as its target. */
  async #follow(entry: Dirent, folder: string): Promise<Entry> {
    if (!entry.isSymbolicLink()) return entry;
    const path = join(folder, entry.name);
    try {
      const realPath = await promises.realpath(path);
      const target = await promises.stat(realPath);
      if (target.isFile()) this.#realTargets.set(path, realPath);
      return {
        name: entry.name,
        isFile: () => target.isFile(),
        isDirectory: () => target.isDirectory(),
        isSymbolicLink: () => false,
      };
    } catch {
      // A dead link: the walker ignores it.
      return entry;
    }
  }
}
