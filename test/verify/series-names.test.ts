import { expect, it } from 'vitest';
import { formatTarget, listSeriesNames } from '../../src/verify/series-names.ts';

it.each([
  ['a.b', ['a.b']],
  ['a:b.-1', ['a:b.-1']],
  ['a;b=1;c=2', ['a;b=1;c=2']],
  ['a;c=2;b=1', ['a;b=1;c=2', 'a;c=2;b=1']],
  // "-" sorts before "=".
  ['a;x=1;x-y=2', ['a;x-y=2;x=1', 'a;x=1;x-y=2']],
  ['a;b=1;b=2', ['a;b=2', 'a;b=1;b=2']],
  ['a;b=x=y', ['a;b=x=y']],
  ['~~a.b~', ['a.b~', '~~a.b~']],
  ['~.a', ['a', '~.a']],
  ['~', ['~']],
])('the names of %s', (series, names) => {
  expect(listSeriesNames(series)).toEqual(names);
});

it.each([
  ['a.b-c:d_e', 'a.b-c:d_e'],
  ['a!#$%&+<=>@^`~', 'a!#$%&+<=>@^`~'],
  ['a;b=1.2.3', 'a;b=1.2.3'],
  ['a;b=.5', 'a;b=.5'],
  ['a;b=5.', 'a;b=5\\.'],
  ['a;b=1..2', 'a;b=1\\..2'],
  ['.a', '\\.a'],
  ['a;b="c\'(d){e},f|\\', 'a;b=\\"c\\\'\\(d\\)\\{e\\}\\,f\\|\\\\'],
])('the target of %s', (name, target) => {
  expect(formatTarget(name)).toBe(target);
});
