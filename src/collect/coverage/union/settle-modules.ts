import type { CoverageUnion, UnitedSource } from './coverage-union.ts';

const MAX_FOLDERS = 64;
/** The number of source files between two calls of `giveWay`. */
const FILES_AT_A_TIME = 500;
/** Whether the module's name is in the paths of several files. */
const SEVERAL = Symbol('several');

/** Source files with one path below the source folders of several modules that are one file. */
interface ModuleSource {
  readonly modules: readonly string[];
  readonly source: UnitedSource;
}

/**
 * Lists every source file once. JaCoCo identifies a file only by its package and base name. The files of two modules
 * are one file if all their lines are equal. A file equals one of another report if only that one's path has this
 * ending.
 */
export async function settleModules(
  { located, inModules }: CoverageUnion,
  giveWay: () => Promise<void>,
): Promise<UnitedSource[]> {
  const endings = await findEndings(located, { inModules, giveWay });
  const settled: UnitedSource[] = [];
  let files = 0;
  for (const [path, modules] of inModules) {
    const sources = uniteAlike(modules);
    const candidates = endings.get(path) ?? [];
    const isClear = sources.length === 1 && candidates.length === 1;
    const owners = isClear ? new Map() : findOwners(candidates, modules);
    for (const { modules: names, source } of sources) {
      const match = isClear ? candidates[0] : findOwn(names, owners);
      const same = match === undefined ? undefined : located.get(match);
      if (same === undefined) settled.push(source);
      else same.addUnited(source);
    }
    files += modules.size + candidates.length;
    if (files >= FILES_AT_A_TIME) {
      files = 0;
      await giveWay();
    }
  }
  return [...located.values(), ...settled];
}

type Owners = ReadonlyMap<string, string | typeof SEVERAL>;

/** By a module's name: the candidate with a folder of that name. */
function findOwners(candidates: readonly string[], modules: ReadonlyMap<string, unknown>): Owners {
  const owners = new Map<string, string | typeof SEVERAL>();
  for (const candidate of candidates) {
    for (const part of new Set(candidate.split('/'))) {
      if (modules.has(part)) owners.set(part, owners.has(part) ? SEVERAL : candidate);
    }
  }
  return owners;
}

/** The one candidate that modules of these names share; undefined if there are more. */
function findOwn(names: readonly string[], owners: Owners): string | undefined {
  const own = new Set(names.map((name) => owners.get(name)).filter((owner) => owner !== undefined));
  const [match] = own;
  return own.size === 1 && match !== SEVERAL ? match : undefined;
}

function uniteAlike(modules: ReadonlyMap<string, UnitedSource>): ModuleSource[] {
  if (modules.size === 1) return [...modules].map(([name, source]) => ({ modules: [name], source }));
  const byOutline = new Map<string, { modules: string[]; source: UnitedSource }>();
  for (const [name, source] of modules) {
    const outline = source.layers.has('lines') ? source.outline() : `only sums: ${name}`;
    const alike = byOutline.get(outline);
    if (alike === undefined) {
      byOutline.set(outline, { modules: [name], source });
    } else {
      alike.modules.push(name);
      alike.source.addUnited(source);
    }
  }
  return [...byOutline.values()];
}

/** The located paths by each of their endings that a module has too. */
async function findEndings(
  located: ReadonlyMap<string, UnitedSource>,
  { inModules, giveWay }: { inModules: ReadonlyMap<string, unknown>; giveWay: () => Promise<void> },
): Promise<Map<string, string[]>> {
  const endings = new Map<string, string[]>();
  if (inModules.size === 0) return endings;
  let files = 0;
  for (const path of located.keys()) {
    files += 1;
    if (files % FILES_AT_A_TIME === 0) await giveWay();
    let start = path.length;
    for (let folders = 0; start >= 0 && folders < MAX_FOLDERS; folders += 1) {
      start = start === 0 ? -1 : path.lastIndexOf('/', start - 1);
      const ending = path.slice(start + 1);
      if (!inModules.has(ending)) continue;
      const paths = endings.get(ending);
      if (paths === undefined) endings.set(ending, [path]);
      else paths.push(path);
    }
  }
  return endings;
}
