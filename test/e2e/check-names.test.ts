import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../src/insight/read-history.ts';
import { askGraphite } from '../../src/verify/ask-graphite.ts';
import { GRAPHITES } from '../support/graphites.ts';
import { needs } from '../support/needs.ts';

/**
 * Names with every character that a path may have, at the start of a node, in it and at its end, each beside one that
 * differs in this character only; and names of numbers.
 */
const NAMES = [
  ...[...'-:!#$%&+<=>@^`~'].flatMap((character, index) =>
    [character, '_'].flatMap((one) => [
      `ci.acme.app${index}.a${one}b`,
      `ci.acme.app${index}.${one}b`,
      `ci.acme.app${index}.b${one}.value`,
    ]),
  ),
  '2fast.acme.app.value',
  '-1.acme.app.value',
  '7.8.9',
  'ci.acme.app.3',
  'ci.acme.app.1e5',
];

for (const { name, needed, start } of GRAPHITES)
  describe(`the history of ${name}`, needs(...needed), () => {
    it('is read for every name that a metric can have', async () => {
      await using graphite = await start({ retentions: '1s:1h' });
      const { carbon, url } = graphite;
      const nowSeconds = Math.floor(Date.now() / 1000);
      const lines = NAMES.map((path, value) => `${path} ${value} ${nowSeconds - 60}\n`);
      await once(connect(carbon.linePort, carbon.host).end(lines.join('')).resume(), 'close');
      await carbon.readAllWhisper(NAMES.length);
      let isCarbonapi = false;
      const onCarbonapi = (): void => {
        isCarbonapi = true;
      };
      const options = { access: { url }, signal: new AbortController().signal, onCarbonapi };
      for (const paths of [NAMES, ...NAMES.map((path) => [path])]) {
        const { histories, problem } = await readHistory(paths, {
          ask: (form, series) => askGraphite(form, { ...options, series }),
          isCarbonapi: () => isCarbonapi,
          spanDays: 2,
          nowSeconds,
        });
        expect(problem).toBeUndefined();
        const values = paths.map((path) => [path, histories.get(path)?.map(([, value]) => value)]);
        expect(values).toEqual(paths.map((path) => [path, [NAMES.indexOf(path)]]));
      }
    });
  });
