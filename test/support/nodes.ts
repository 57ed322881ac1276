import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Node on this machine. */
export interface InstalledNode {
  /** `v24.21.0` */
  readonly version: string;
  readonly path: string;
}

/** The Node of this process, and every other version in PATH that the package supports. */
export function listNodes(): readonly InstalledNode[] {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const found = new Map([[process.version, process.execPath]]);
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, program);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
    if (Number(/^v(\d+)/.exec(version)?.[1]) >= 20 && !found.has(version)) found.set(version, path);
  }
  return [...found].map(([version, path]) => ({ version, path }));
}
