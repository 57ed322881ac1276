import { type Fault, type Problem, quote } from '../model/errors.ts';
import type { Tags } from '../model/metric.ts';

const MAX_TAG_BYTES = 200;

/** The tags as part of the line, `;a=1;b=2`, sorted by name; empty if there are none. */
export function formatTags(tags: Tags): string {
  return Object.keys(tags)
    .sort()
    .map((name) => `;${name}=${tags[name]}`)
    .join('');
}

/**
 * The faults of a map of tags; `location` says where it was given. Rules: Graphite's documentation on tags, made
 * stricter.
 */
export function findTagFaults(tags: Tags, location: string): Fault[] {
  return Object.entries(tags).flatMap(([name, value]) => {
    const fault = findNameFault(name) ?? findValueFault(value);
    return fault === undefined ? [] : [{ location: `${location}, tag ${quote(name)}`, ...fault }];
  });
}

function findNameFault(name: string): Problem | undefined {
  if (!isPrintable(name) || /[;!^=]/.test(name) || name.length > MAX_TAG_BYTES) {
    return {
      rule: `a tag's name is 1 to ${MAX_TAG_BYTES} printable ASCII characters, none of them blank or one of ; ! ^ =`,
      value: name,
      cure: 'Rename the tag.',
    };
  }
  if (name === 'name') {
    return {
      rule: 'a tag cannot be called "name", which means the path itself',
      value: name,
      cure: 'Rename the tag.',
    };
  }
  return undefined;
}

function findValueFault(value: string): Problem | undefined {
  if (isPrintable(value) && !value.includes(';') && !value.startsWith('~') && value.length <= MAX_TAG_BYTES) {
    return undefined;
  }
  return {
    rule: `a tag's value is 1 to ${MAX_TAG_BYTES} printable ASCII characters, none of them blank or ";", the first not "~"`,
    value,
    cure: 'Change the value, or leave the tag out.',
  };
}

function isPrintable(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
