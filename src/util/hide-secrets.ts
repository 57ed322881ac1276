/** An address without what may be secret in it: all before its last `@`, and all from a `?` or `#` on. */
export function hideSecrets(address: string): string {
  const at = address.lastIndexOf('@');
  const shown = at < 0 ? address : `…${address.slice(at)}`;
  return shown.replace(/[?#].*$/s, (rest) => (rest.length > 1 ? `${rest[0]}…` : rest));
}
