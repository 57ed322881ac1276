/** A path with slashes, without `.` and `..`, and with a lower-case drive letter. */
export function normalizePath(path: string): string {
  const slashed = path.replaceAll('\\', '/').replace(/^[A-Z]:(?=\/|$)/, (drive) => drive.toLowerCase());
  const isRooted = slashed.startsWith('/');
  const kept: string[] = [];
  for (const part of slashed.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && kept.length > 0 && kept.at(-1) !== '..') {
      // The root has no parent.
      if (kept.length > 1 || !/^[a-z]:$/.test(kept[0] ?? '')) kept.pop();
    } else if (part !== '..' || !isRooted) kept.push(part);
  }
  return (isRooted ? '/' : '') + kept.join('/');
}

/** Whether a path is absolute on any system. */
export function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:(?:[\\/]|$))/.test(path);
}

/** Appends one path to another; an absolute path replaces the other. */
export function joinPaths(base: string, path: string): string {
  return normalizePath(isAbsolute(path) ? path : `${base}/${path === '' ? '.' : path}`);
}

/** A path relative to the workspace if it is inside of it; otherwise absolute. */
export function relativeTo(root: string, path: string): string {
  const folder = normalizePath(root);
  if (folder === '/') return path.slice(1);
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

/** A name without the workspace's path at its start, so that it is the same on every runner. */
export function withoutRoot(root: string, name: string): string {
  const folder = normalizePath(root);
  const path = name.replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?(?=[/A-Za-z])/, '');
  if (!isAbsolute(path) || folder === '/' || folder === '') return name;
  // The rest of the name may be more than a path, so it is not normalized.
  const slashed = path.replaceAll('\\', '/').replace(/^[A-Z]:/, (drive) => drive.toLowerCase());
  const below = slashed.startsWith(`${folder}/`) ? slashed.slice(folder.length).replace(/^\/+/, '') : '';
  return below === '' ? name : below;
}
