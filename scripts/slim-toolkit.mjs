// The toolkit as the action's bundle gets it: what every step would load for nothing is left out.
import { basename } from 'node:path';

/** Modules of Node that the toolkit loads for one word each, and what stands in for them. */
const STAND_INS = {
  os: "const os = { EOL: process.platform === 'win32' ? '\\r\\n' : '\\n' };",
  path: "const path = { delimiter: process.platform === 'win32' ? ';' : ':' };",
  // The line that ends an output in the runner's file need not be secret: the toolkit refuses a value that holds it.
  crypto: 'const crypto = { randomUUID: () => `${Math.random()}${Math.random()}` };',
  // The module itself, and no copy of it name by name.
  fs: "const fs = process.getBuiltinModule('node:fs');",
};
/** Where the toolkit imports them, and what of each it may use there. */
const IMPORTED = {
  'command.js': { os: ['EOL'] },
  'core.js': { os: ['EOL'], path: ['delimiter'] },
  'file-command.js': { os: ['EOL'], crypto: ['randomUUID'], fs: ['existsSync', 'appendFileSync'] },
};
/** The only files of the toolkit that a bundle may hold; others bring whole packages along. */
const KEPT = [...Object.keys(IMPORTED), 'utils.js'];

/** A plugin for the bundler, which fails where the toolkit is another than this knows. */
export function slimToolkit() {
  const seen = new Set();
  return {
    name: 'slim-toolkit',
    transform: {
      filter: { id: /[\\/]@actions[\\/]core[\\/]/ },
      handler(code, id) {
        const imported = IMPORTED[basename(id)];
        if (imported === undefined) return null;
        seen.add(basename(id));
        return Object.entries(imported).reduce(
          (text, [module, words]) => standIn(text, { module, words, id }),
          code,
        );
      },
    },
    generateBundle(_, bundle) {
      const toolkit = Object.values(bundle)
        .flatMap((chunk) => Object.entries(chunk.modules ?? {}))
        .filter(([id, { renderedLength }]) => /[\\/]@actions[\\/]/.test(id) && renderedLength > 0)
        .map(([id]) => basename(id));
      if (toolkit.length === 0) return;
      const strange = toolkit.filter((name) => !KEPT.includes(name));
      const missing = Object.keys(IMPORTED).filter((name) => !seen.has(name));
      if (strange.length + missing.length > 0)
        throw new Error(`The toolkit changed: ${[...strange, ...missing].join(', ')}.`);
    },
  };
}

function standIn(code, { module, words, id }) {
  const parts = code.split(`import * as ${module} from '${module}';`);
  if (parts.length !== 2) throw new Error(`${id} imports ${module} ${parts.length - 1} times, not once`);
  const others = [...code.matchAll(new RegExp(`\\b${module}\\.(\\w+)`, 'g'))].filter(
    ([, word]) => !words.includes(word),
  );
  if (others.length > 0) throw new Error(`${id} uses ${others.map(([all]) => all).join(', ')}`);
  return parts.join(STAND_INS[module]);
}
