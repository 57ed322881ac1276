/**
 * A copy of a text. A text that is cut from a chunk keeps the whole chunk in memory, so long-lived parts are copied.
 */
export function copyText(text: string): string {
  // UTF-16 like JavaScript strings, so lone surrogates survive.
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/** An address without possible secrets: everything before its last `@`, and everything from a `?` or `#` on. */
export function hideSecrets(address: string): string {
  const at = address.lastIndexOf('@');
  const shown = at < 0 ? address : `…${address.slice(at)}`;
  return shown.replace(/[?#].*$/s, (rest) => (rest.length > 1 ? `${rest[0]}…` : rest));
}

/** The path of graphite-web in an address that may end with a slash, or with the `/render` that follows it. */
export function cutRender({ pathname }: URL): string {
  return pathname.replace(/\/+$/, '').replace(/\/render$/, '');
}

/** What to do about a path that only a shell would understand: a file or folder named `~` is never meant. */
export function cureShellPath(path: string): string | undefined {
  if (/^~(?:$|[\\/]|\w+[\\/])/.test(path))
    return 'Write the whole path: "~" is the home folder for a shell only.';
  if (/^["']?(?:\$\w|\$\{|%\w+%)/.test(path)) return 'Write the whole path: no variable is filled in here.';
  return undefined;
}
