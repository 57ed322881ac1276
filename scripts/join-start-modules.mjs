// The bundler joins modules into one scope only if no other file of the bundle imports them. So what the start file
// shares with the other files goes through one module, and all modules of the start file become one. That saves a step
// about 7 million instructions (3 %), and the package 1 kB. If the pattern of an import no longer matches, the start file
// has several modules, and `npm run bench:startup` counts more.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

/** The compiler writes an import on one line. */
const NAMED_IMPORT = /^import \{ ([^}]+) \} from '(\.[^']+)';$/gm;
const STATIC_IMPORT = /^(?:import|export) .*'(\.[^']+)';$/gm;
const ANY_IMPORT = /(?:^(?:import|export) .*|\bimport\()'(\.[^']+)'/gm;

/**
 * Rewrites the compiled modules of the program that starts with `entry`. Returns the module to start from now, and the
 * modules with side effects, for package.json.
 */
export function joinStartModules(folder, entry) {
  const start = [...listModules(resolve(folder, entry), STATIC_IMPORT)];
  const shared = resolve(folder, 'shared.js');
  /** What is shared, by its import. Two modules may have the same name, so each gets a number. */
  const numbers = new Map();
  for (const path of listModules(resolve(folder, entry), ANY_IMPORT)) {
    if (start.includes(path)) continue;
    const code = readFileSync(path, 'utf8').replaceAll(NAMED_IMPORT, (whole, list, specifier) => {
      const index = start.indexOf(resolve(dirname(path), specifier));
      if (index < 0) return whole;
      const names = [...list.matchAll(/(\w+)(?: as (\w+))?/g)].map(([, name, local = name]) => {
        const line = `import { ${name} as NUMBER } from '${toSpecifier(shared, start[index])}';`;
        if (!numbers.has(line)) numbers.set(line, `_${numbers.size}`);
        return `${numbers.get(line)}: ${local}`;
      });
      const getter = `getShared_${index}`;
      return `import { getShared as ${getter} } from '${toSpecifier(path, shared)}'; const { ${names.join(', ')} } = ${getter}();`;
    });
    writeFileSync(path, code);
  }
  // The bundler would make a function of each exported name, in every run. A plain run does not call this one.
  const getShared = `export function getShared() { return { ${[...numbers.values()].join(', ')} }; }`;
  const imports = [...numbers].map(([line, number]) => line.replace('NUMBER', number));
  writeFileSync(shared, [`import './${entry}';`, ...imports, getShared, ''].join('\n'));
  writeFileSync(resolve(folder, 'start.js'), "import './shared.js';\n");
  return { start: 'start.js', sideEffects: ['./start.js', './shared.js', `./${entry}`] };
}

/** A module and all modules that it imports, directly or not. */
function listModules(path, pattern, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, specifier] of readFileSync(path, 'utf8').matchAll(pattern))
    listModules(resolve(dirname(path), specifier), pattern, found);
  return found;
}

function toSpecifier(from, to) {
  return relative(dirname(from), to)
    .replaceAll('\\', '/')
    .replace(/^(?!\.)/, './');
}
