import { expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import { bareEnv, finishChild, startChild } from '../support/child.ts';

// Only a system with a POSIX shell can close a stream like this.
it.skipIf(process.platform === 'win32')('a step continues when its log is closed', async () => {
  await using receiver = await startReceiver();
  const env = {
    ...bareEnv(),
    INPUT_SERVER: `127.0.0.1:${receiver.port}`,
    INPUT_SOURCE: 's',
    INPUT_METRIC: 'a',
    INPUT_VALUE: '1',
  };
  const script = `{ '${process.execPath}' dist/main/index.js; echo "$?" >&2; } | true`;
  const { stderr } = await finishChild(startChild({ command: 'sh', args: ['-c', script], env }));
  expect([stderr, receiver.lines.map(({ path }) => path)]).toEqual(['0\n', ['ci.s.a']]);
});
