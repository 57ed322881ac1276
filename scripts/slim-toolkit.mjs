// The toolkit as the action's bundle gets it: what every step would load for nothing is left out of a copy.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of the toolkit that this action never calls, with what they export. Two of them bring whole packages along. */
const UNUSED = {
  'oidc-utils.js': ['OidcClient'],
  'path-utils.js': ['toPlatformPath', 'toPosixPath', 'toWin32Path'],
  'platform.js': [],
  'summary.js': ['markdownSummary', 'summary'],
};
/** Modules of Node that it loads for one word each. */
const OS = [
  "import * as os from 'os';",
  "const os = { EOL: process.platform === 'win32' ? '\\r\\n' : '\\n' };",
];
// The line that ends an output in the runner's file need not be secret: the toolkit refuses a value that holds it.
const CRYPTO = [
  "import * as crypto from 'crypto';",
  'const crypto = { randomUUID: () => `${Math.random()}${Math.random()}` };',
];
const REPLACED = { 'command.js': [OS], 'core.js': [OS], 'file-command.js': [OS, CRYPTO] };

/** Copies the toolkit into `folder/node_modules`, where the bundler finds it first. Throws where it is another than this knows. */
export function copySlimToolkit(folder) {
  const copy = join(folder, 'node_modules/@actions/core');
  cpSync('node_modules/@actions/core', copy, { recursive: true });
  for (const [name, exported] of Object.entries(UNUSED)) {
    const file = join(copy, 'lib', name);
    if (!existsSync(file)) throw new Error(`The toolkit has no ${name}.`);
    writeFileSync(
      file,
      `${exported.map((one) => `export const ${one} = undefined;`).join('\n')}\nexport {};\n`,
    );
  }
  for (const [name, pairs] of Object.entries(REPLACED)) {
    for (const [before, after] of pairs) replaceOnce(join(copy, 'lib', name), before, after);
  }
}

function replaceOnce(file, before, after) {
  const parts = readFileSync(file, 'utf8').split(before);
  if (parts.length !== 2) throw new Error(`${file} holds ${before} ${parts.length - 1} times, not once`);
  writeFileSync(file, parts.join(after));
}
