const PORTABLE = 'A-Za-z0-9_:\\-';
const MAX_TIMESTAMP = 4_294_967_295;

/** The first thing wrong with a line that is to go out (its LF included), by a grammar of the tests' own. */
export function findLineFault(line: string, extraCharacters = ''): string | undefined {
  if (!line.endsWith('\n') || line.slice(0, -1).includes('\n')) return 'not one line feed, at the end';
  if (!/^[\x20-\x7e]*$/.test(line.slice(0, -1))) return 'not printable ASCII';
  if (Buffer.byteLength(line) > 8192) return 'more than 8192 bytes';
  const [series = '', value = '', timestamp = '', ...rest] = line.slice(0, -1).split(' ');
  if (rest.length > 0) return 'more than three fields';
  const [path = '', ...tags] = series.split(';');
  const node = new RegExp(`^[${PORTABLE}${extraCharacters.replace(/[\\\]^-]/g, '\\$&')}]{1,250}$`);
  for (const part of path.split('.')) if (!node.test(part)) return `node ${JSON.stringify(part)}`;
  const names = tags.map((tag) => tag.slice(0, tag.indexOf('=')));
  for (const tag of tags) {
    if (!/^[\x21-\x7e]{1,200}=[\x21-\x7e]{1,200}$/.test(tag.replace('=', '\u0001').replaceAll('=', '_').replace('\u0001', '=')))
      return `tag ${tag}`;
    if (/^[^=]*[!^]|^name=|=~/.test(tag.slice(0, tag.indexOf('=') + 2))) return `tag ${tag}`;
  }
  if (names.some((name, index) => index > 0 && (names[index - 1] ?? '') >= name)) return 'tags not sorted';
  if (!/^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/.test(value) || !Number.isFinite(Number(value))) return `value ${value}`;
  if (String(Number(value)) !== value) return `value ${value} is not the shortest`;
  if (!/^[1-9]\d*$/.test(timestamp) || Number(timestamp) > MAX_TIMESTAMP) return `timestamp ${timestamp}`;
  return undefined;
}
