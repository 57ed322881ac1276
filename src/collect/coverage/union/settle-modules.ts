import type { CoverageUnion, UnitedSource } from './coverage-union.ts';

const MAX_FOLDERS = 64;

/** Source files of one path below the source folders of modules that are one file. */
interface ModuleSource {
  readonly modules: readonly string[];
  readonly source: UnitedSource;
}

/**
 * Every source file once. JaCoCo tells a file by its package and base name alone: that of two modules is one file where
 * all its lines are alike, and one with the file of another report whose path ends so, if only one does.
 */
export function settleModules({ located, inModules }: CoverageUnion): UnitedSource[] {
  const endings = findEndings(located, inModules);
  const settled: UnitedSource[] = [];
  for (const [path, modules] of inModules) {
    const sources = uniteAlike(modules);
    for (const { modules: names, source } of sources) {
      const candidates = endings.get(path) ?? [];
      const own = candidates.filter((candidate) => names.some((name) => candidate.split('/').includes(name)));
      const isClear = sources.length === 1 && candidates.length === 1;
      const [match, ...others] = isClear ? candidates : own;
      const same = match === undefined || others.length > 0 ? undefined : located.get(match);
      if (same === undefined) settled.push(source);
      else same.addUnited(source);
    }
  }
  return [...located.values(), ...settled];
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

/** The located paths by each of their ends that a module has too. */
function findEndings(
  located: ReadonlyMap<string, UnitedSource>,
  inModules: ReadonlyMap<string, unknown>,
): Map<string, string[]> {
  const endings = new Map<string, string[]>();
  if (inModules.size === 0) return endings;
  for (const path of located.keys()) {
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
