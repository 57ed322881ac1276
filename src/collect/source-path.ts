/** A path with slashes, without `.` and `..`, and with a small drive letter. */
export function normalizePath(path: string): string {
  const slashed = path.replaceAll('\\', '/').replace(/^[A-Z]:(?=\/|$)/, (drive) => drive.toLowerCase());
  const isRooted = slashed.startsWith('/');
  const kept: string[] = [];
  for (const part of slashed.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && kept.length > 0 && kept.at(-1) !== '..') {
      // Above the root there is nothing.
      if (kept.length > 1 || !/^[a-z]:$/.test(kept[0] ?? '')) kept.pop();
    } else if (part !== '..' || !isRooted) kept.push(part);
  }
  return (isRooted ? '/' : '') + kept.join('/');
}

/** Whether a path says by itself where it lies, on whatever system it was written. */
export function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:(?:[\\/]|$))/.test(path);
}

/** One path below another, which does not count where the one is absolute. */
export function joinPaths(base: string, path: string): string {
  return normalizePath(isAbsolute(path) ? path : `${base}/${path === '' ? '.' : path}`);
}

/** A path relative to the workspace where it lies in it, absolute elsewhere. */
export function relativeTo(root: string, path: string): string {
  const folder = normalizePath(root);
  if (folder === '/') return path.slice(1);
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

/** A name that begins with the workspace's path without it, so that it is the same on every runner; else the name. */
export function withoutRoot(root: string, name: string): string {
  const folder = normalizePath(root);
  const path = name.replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?(?=[/A-Za-z])/, '');
  if (!isAbsolute(path) || folder === '/' || folder === '') return name;
  // The rest of the name may be more than a path: it is not normalized.
  const slashed = path.replaceAll('\\', '/').replace(/^[A-Z]:/, (drive) => drive.toLowerCase());
  return slashed.startsWith(`${folder}/`) && slashed.length > folder.length + 1
    ? slashed.slice(folder.length + 1)
    : name;
}
