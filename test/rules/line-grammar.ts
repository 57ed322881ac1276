const MAX_TIMESTAMP = 4_294_967_295;

/** The first fault of a line before sending (its LF included), by an independent grammar. */
export function findLineFault(line: string, extraCharacters = ''): string | undefined {
  if (!line.endsWith('\n') || line.slice(0, -1).includes('\n')) return 'not one line feed, at the end';
  if (!/^[ -~]*\n$/.test(line)) return 'not printable ASCII';
  if (line.length > 8192) return 'more than 8192 bytes';
  const [series = '', value = '', timestamp = '', ...rest] = line.slice(0, -1).split(' ');
  if (rest.length > 0) return 'more than three fields';
  const [path = '', ...tags] = series.split(';');
  for (const node of path.split('.')) if (!isNode(node, extraCharacters)) return `node ${node}`;
  for (const tag of tags) if (!isTag(tag)) return `tag ${tag}`;
  const names = tags.map((tag) => tag.split('=')[0] ?? '');
  if (names.some((name, index) => index > 0 && (names[index - 1] ?? '') >= name)) return 'tags not sorted';
  if (!/^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/.test(value) || !Number.isFinite(Number(value)))
    return `value ${value}`;
  if (String(Number(value)) !== value) return `value ${value}, which is not the shortest`;
  const isTime = /^[1-9]\d*$/.test(timestamp) && Number(timestamp) <= MAX_TIMESTAMP;
  return isTime ? undefined : `timestamp ${timestamp}`;
}

function isNode(node: string, extraCharacters: string): boolean {
  const isAllowed = (character: string): boolean =>
    /[A-Za-z0-9_:-]/.test(character) || extraCharacters.includes(character);
  return node !== '' && node.length <= 250 && [...node].every(isAllowed);
}

function isTag(tag: string): boolean {
  const equals = tag.indexOf('=');
  const [name, value] = [tag.slice(0, Math.max(0, equals)), tag.slice(equals + 1)];
  const areTexts = [name, value].every((text) => text.length >= 1 && text.length <= 200);
  return equals > 0 && areTexts && !/[!^]/.test(name) && name !== 'name' && !value.startsWith('~');
}
