/** An address without possible secrets: everything before its last `@`, and everything from a `?` or `#` on. */
export function hideSecrets(address: string): string {
  const at = address.lastIndexOf('@');
  const shown = at < 0 ? address : `…${address.slice(at)}`;
  return shown.replace(/[?#].*$/s, (rest) => (rest.length > 1 ? `${rest[0]}…` : rest));
}
