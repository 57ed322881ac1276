// Writes the part of the toolkit that the action uses, so that a step loads and parses less. With the whole toolkit, a
// step executes 2.6 times as many instructions (546 million, not 209), and the package is 130 kB larger.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = dirname(dirname(fileURLToPath(import.meta.resolve('@actions/core'))));
/** The functions of core.js to keep: those that `src/action` calls, and those that they call. */
const KEPT_FUNCTIONS = [
  ...['debug', 'error', 'getInput', 'getState', 'info', 'notice', 'saveState', 'setFailed'],
  ...['setOutput', 'setSecret', 'warning'],
];
/** Modules of Node that the toolkit loads for one name each, and their replacements. */
const REPLACEMENTS = {
  os: "const os = { EOL: process.platform === 'win32' ? '\\r\\n' : '\\n' };",
  // This makes the line that ends an output in the runner's file. It need not be secret: the toolkit refuses a value
  // that contains it.
  crypto: 'const crypto = { randomUUID: () => `${Math.random()}${Math.random()}` };',
  // The module itself. An import would copy each of its names.
  fs: "const fs = process.getBuiltinModule('node:fs');",
};
/** The files to keep, and the names of each Node module that they may use. */
const FILES = {
  'command.js': { os: ['EOL'] },
  'core.js': { os: ['EOL'] },
  'file-command.js': { os: ['EOL'], crypto: ['randomUUID'], fs: ['existsSync', 'appendFileSync'] },
  'utils.js': {},
};

/**
 * Writes the slim package to `folder`. Throws if the toolkit differs from the version that this file was written for.
 */
export function writeSlimToolkit(folder) {
  mkdirSync(join(folder, 'lib'), { recursive: true });
  for (const file of ['LICENSE.md', 'package.json']) cpSync(join(PACKAGE, file), join(folder, file));
  for (const [file, modules] of Object.entries(FILES)) {
    const code = readFileSync(join(PACKAGE, 'lib', file), 'utf8').replaceAll('\r\n', '\n');
    writeFileSync(join(folder, 'lib', file), slim(code, { file, modules }));
  }
}

function slim(code, { file, modules }) {
  const kept = file === 'core.js' ? keepFunctions(code) : code;
  const slimmed = Object.entries(modules).reduce(
    (text, [module, words]) => replaceModule(text, { file, module, words }),
    kept,
  );
  const imported = [...slimmed.matchAll(/\bfrom '([^']+)'/g)].map(([, name]) => name);
  const unknown = imported.filter((name) => FILES[name.replace('./', '')] === undefined);
  if (unknown.length > 0) throw new Error(`The toolkit's ${file} imports ${unknown.join(', ')}`);
  return slimmed;
}

/** core.js with only the kept functions and the imports that they need. */
function keepFunctions(code) {
  const functions = [...code.matchAll(/^export function (\w+)\([\s\S]*?^\}\n/gm)];
  const found = new Map(functions.map(([text, name]) => [name, text]));
  const missing = KEPT_FUNCTIONS.filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`The toolkit's core.js has no ${missing.join(', ')}`);
  const exitCode = /^export var ExitCode;\n[\s\S]*?^\}\)\(.*\n/m.exec(code)?.[0] ?? '';
  const bodies = [exitCode, ...KEPT_FUNCTIONS.map((name) => found.get(name))].join('');
  // Keep the imports of every name that `bodies` uses. ncc reports a name that no file exports.
  const imports = [...code.matchAll(/^import (?:\* as (\w+)|\{ ([^}]+) \}) from .*\n/gm)].filter(
    ([, whole, names = whole]) => names.split(', ').some((name) => new RegExp(`\\b${name}[.(]`).test(bodies)),
  );
  return imports.map(([line]) => line).join('') + bodies;
}

function replaceModule(code, { file, module, words }) {
  const parts = code.split(`import * as ${module} from '${module}';`);
  if (parts.length !== 2)
    throw new Error(`The toolkit's ${file} imports ${module} ${parts.length - 1} times, not once`);
  const others = [...code.matchAll(new RegExp(`\\b${module}\\.(\\w+)`, 'g'))].filter(
    ([, word]) => !words.includes(word),
  );
  if (others.length > 0)
    throw new Error(`The toolkit's ${file} uses ${others.map(([all]) => all).join(', ')}`);
  return parts.join(REPLACEMENTS[module]);
}
