import { runProgram } from './run-program.mjs';

/**
 * The short names of a release: for `v1.2.3` `1.2`, `1` and `latest`, each only if no newer version on the remote has
 * it. A patch of an older version takes no name from a newer one. @throws if the remote has no such tag.
 */
export function findShortNames(tag, remote) {
  const listed = runProgram('git', ['ls-remote', '--tags', '--refs', remote]);
  const versions = listed
    .split('\n')
    .flatMap((line) => /refs\/tags\/v(\d+\.\d+\.\d+)$/.exec(line)?.[1] ?? []);
  const version = tag.replace(/^v/, '');
  if (!versions.includes(version)) throw new Error(`${remote} has no tag ${tag} of a release.`);
  const isNewest = (prefix) =>
    versions.filter((one) => one.startsWith(prefix)).every((one) => compareVersions(one, version) <= 0);
  const [major, minor] = version.split('.');
  return [
    ...(isNewest(`${major}.${minor}.`) ? [`${major}.${minor}`] : []),
    ...(isNewest(`${major}.`) ? [major] : []),
    ...(isNewest('') ? ['latest'] : []),
  ];
}

/** Less than 0 if version `a` is older than version `b`. */
export function compareVersions(a, b) {
  return a.localeCompare(b, 'en', { numeric: true });
}
