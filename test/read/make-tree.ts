import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The content of a file, or the target of a link. */
export type TreeNode = string | Uint8Array | { readonly link: string };

/**
 * Makes files and links below a folder. The target of a link to a folder ends with a slash, because Windows must know.
 */
export async function makeTree(root: string, tree: Readonly<Record<string, TreeNode>>): Promise<void> {
  for (const [name, node] of Object.entries(tree)) {
    const path = join(root, name);
    await mkdir(dirname(path), { recursive: true });
    if (typeof node === 'string' || node instanceof Uint8Array) await writeFile(path, node);
    else await symlink(node.link, path, node.link.endsWith('/') ? 'dir' : 'file');
  }
}
