import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Compiles src/ into a folder. The compiler does not copy JavaScript files or their declarations. */
export function compile(project, folder) {
  const compiler = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  const args = [join(compiler, 'bin/tsc'), '-p', project, '--outDir', folder];
  execFileSync(process.execPath, args, { stdio: 'inherit' });
  for (const file of readdirSync('src', { recursive: true }))
    if (/\.(?:js|d\.ts)$/.test(file)) cpSync(join('src', file), join(folder, file));
}
