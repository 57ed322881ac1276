const MAX_NODE_BYTES = 250;
const MAX_TAG_BYTES = 200;
/** Characters that can be queried by name; the rest of printable ASCII means something in a query or a file name. */
const NODE = /^[A-Za-z0-9_:!#$%&+<=>@^`~-]+$/;
const PRINTABLE = /^[!-~]+$/;

/** The rule that a path without tags breaks. The text must be printable ASCII. */
export function findPathFault(path: string): string | undefined {
  if (path === '') return 'a path must not be empty';
  for (const node of path.split('.')) {
    if (node === '') return 'a path must be nodes with single dots between them, none of them empty';
    if (node.length > MAX_NODE_BYTES)
      return `a node must be at most ${MAX_NODE_BYTES} bytes, not ${node.length}`;
    if (!NODE.test(node))
      return 'a node must hold letters, digits, and of the rest only _ - : ! # $ % & + < = > @ ^ ` ~';
  }
  return undefined;
}

/** The rule that the `name=value` parts after the path break, first part first. */
export function findTagFault(tags: readonly string[]): string | undefined {
  let before = '';
  for (const tag of tags) {
    const equals = tag.indexOf('=');
    if (equals === -1) return 'a tag must be name=value';
    const name = tag.slice(0, equals);
    const fault = findNameFault(name) ?? findValueFault(tag.slice(equals + 1));
    if (fault !== undefined) return fault;
    if (name === before) return 'a tag name must occur once only';
    if (name < before) return 'tags must be sorted by name';
    before = name;
  }
  return undefined;
}

function findNameFault(name: string): string | undefined {
  if (name === '') return 'a tag name must not be empty';
  if (name === 'name') return 'a tag must not be named "name", which means the path';
  if (name.length > MAX_TAG_BYTES)
    return `a tag name must be at most ${MAX_TAG_BYTES} bytes, not ${name.length}`;
  return PRINTABLE.test(name) && !/[!^]/.test(name)
    ? undefined
    : 'a tag name must be printable ASCII without ; ! ^ =';
}

function findValueFault(value: string): string | undefined {
  if (value === '') return 'a tag value must not be empty';
  if (value.startsWith('~')) return 'a tag value must not start with ~';
  if (value.length > MAX_TAG_BYTES)
    return `a tag value must be at most ${MAX_TAG_BYTES} bytes, not ${value.length}`;
  return PRINTABLE.test(value) ? undefined : 'a tag value must be printable ASCII';
}
