// One program as one bundle, by ncc.
import { join, relative } from 'node:path';
import ncc from '@vercel/ncc';

/** Bundles a compiled module. Throws on a warning too, for example on an import of a name that no module exports. */
export async function bundleFile(path, { minify = true } = {}) {
  const built = await ncc(join(process.cwd(), path), {
    minify,
    target: 'es2022',
    cache: false,
    quiet: true,
  });
  const [warning] = built.stats.toJson({ all: false, warnings: true }).warnings;
  if (warning !== undefined) throw new Error(`${path}: ${warning.message}`);
  return built;
}

/** File of a bundle → the paths of its modules. */
export function listModules({ chunks, modules }) {
  const listOf = ({ id }) =>
    modules
      .filter((one) => one.chunks.includes(id))
      // A concatenated module holds others. A module without a path belongs to Node or the bundler.
      .flatMap((one) => one.modules ?? [one])
      .map((one) => one.nameForCondition)
      .filter((path) => typeof path === 'string')
      .map((path) => relative(process.cwd(), path).replaceAll('\\', '/'));
  return Object.fromEntries(chunks.map((chunk) => [chunk.files[0], listOf(chunk).toSorted()]));
}
