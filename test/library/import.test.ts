import { describe, expect, it } from 'vitest';
import { bareEnv, type ChildResult, finishChild, startChild } from '../support/child.ts';
import { startServer } from '../support/faulty-server.ts';

const library = new URL('../../lib/index.js', import.meta.url).href;
const receiver = new URL('../../lib/receiver/index.js', import.meta.url).href;
const silent = { exitCode: 0, signal: null, stderr: '' };

/** Runs a module in its own process, which must end without help. */
function runModule(source: string): Promise<ChildResult> {
  const args = ['--input-type=module', '--eval', source];
  return finishChild(startChild({ command: process.execPath, args, env: bareEnv() }));
}

describe('the built library', () => {
  it.each([library, receiver])('does nothing when it is imported: %s', async (url) => {
    const source = `
      const count = () => [process, process.stdout, process.stderr].map((one) => one.eventNames().length).join();
      const [before, names] = [count(), Object.keys(globalThis).join()];
      await import(${JSON.stringify(url)});
      if (count() !== before) console.log('it listens');
      if (Object.keys(globalThis).join() !== names) console.log('it makes globals');
      if (process.getActiveResourcesInfo().some((one) => /Timeout|TCP/.test(one))) console.log('it waits');`;
    expect(await runModule(source)).toEqual({ ...silent, stdout: '' });
  });

  it('has exactly these names', async () => {
    const source = `console.log(Object.keys(await import(${JSON.stringify(library)})).sort().join(' '))`;
    const names =
      'CarbonClient CarbonError InputError SendError bulkUpdate check judge measureRunner report resultOf sendEvent update';
    expect(await runModule(source)).toEqual({ ...silent, stdout: `${names}\n` });
  });

  it('prints nothing when it sends, and lets the process end', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const place = JSON.stringify({ server: server.host, port: server.port, group: 'g', source: 's' });
    const source = `
      import { bulkUpdate, CarbonClient, update } from ${JSON.stringify(library)};
      await update({ ...${place}, metric: 'a b', value: 1 });
      await bulkUpdate({ ...${place}, data: 'c: 2' });
      await new CarbonClient(${place}).bulkUpdate(new Map([['d', 3]]).entries());`;
    expect(await runModule(source)).toEqual({ ...silent, stdout: '' });
    expect(server.lines().map((line) => line.replace(/ \d+$/, ''))).toEqual([
      'g.s.a_b 1',
      'g.s.c 2',
      'g.s.d 3',
    ]);
  });

  it('prints nothing when it fails, and lets the process end', async () => {
    await using server = await startServer({ kind: 'readThenHold' });
    const place = JSON.stringify({ server: server.host, port: server.port, confirmTimeout: 0.05 });
    const source = `
      import { SendError, update } from ${JSON.stringify(library)};
      const { delivery } = await update({ ...${place}, metric: 'a', value: 1 });
      const error = await update({ server: '127.0.0.1:1', metric: 'a', value: 1 }).catch((error) => error);
      if (delivery !== 'sent' || !(error instanceof SendError)) console.log(delivery, error);`;
    expect(await runModule(source)).toEqual({ ...silent, stdout: '' });
  });
});
