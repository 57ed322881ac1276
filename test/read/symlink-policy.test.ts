import { posix, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { createInsideTest } from '../../src/read/symlink-policy.ts';

it.each([
  ['/ws', '/ws', true],
  ['/ws/a', '/ws', true],
  ['/ws/..a', '/ws', true],
  ['/ws/..', '/ws', false],
  ['/ws-secret', '/ws', false],
  ['/', '/ws', false],
  ['/etc/passwd', '/', true],
  ['/WS/a', '/ws', false],
])('%s in %s: %s', (path, folder, isIn) => {
  expect(createInsideTest(posix)(path, folder)).toBe(isIn);
});

it.each([
  ['D:\\a\\ws\\x', 'D:\\a\\ws', true],
  ['d:\\A\\WS\\x', 'D:\\a\\ws', true],
  ['D:\\a\\ws2\\x', 'D:\\a\\ws', false],
  ['C:\\a\\ws\\x', 'D:\\a\\ws', false],
  ['\\\\server\\share\\ws\\x', '\\\\server\\share\\ws', true],
  ['\\\\other\\share\\ws\\x', '\\\\server\\share\\ws', false],
  ['D:\\x', 'D:\\', true],
])('on Windows, %s in %s: %s', (path, folder, isIn) => {
  expect(createInsideTest(win32)(path, folder)).toBe(isIn);
});
