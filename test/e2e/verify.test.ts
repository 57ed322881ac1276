import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { SentPoint, Verification } from '../../src/verify/verification.ts';
import { verifyPoints } from '../../src/verify/verify-points.ts';
import { startCarbonCache } from '../support/carbon-cache.ts';
import type { CarbonServer } from '../support/carbon-server.ts';
import { startGraphiteWeb } from '../support/graphite-web.ts';
import { GRAPHITES } from '../support/graphites.ts';
import { needs } from '../support/needs.ts';

const now = Math.floor(Date.now() / 1000);
/** All characters that the rules for paths allow. */
const NAME_CHARACTERS = [...'aZ09_-:!#$%&+<=>@^`~'];
/** All characters that a tag's value may have. */
const VALUE_CHARACTERS = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter(
  (character) => character !== ';',
);

async function send(carbon: CarbonServer, points: readonly SentPoint[]): Promise<void> {
  const socket = connect(carbon.linePort, carbon.host).resume();
  socket.end(points.map(({ series, value, timestamp }) => `${series} ${value} ${timestamp}\n`).join(''));
  await once(socket, 'close');
}

function sendAndVerify(
  { carbon, url }: { readonly carbon: CarbonServer; readonly url: URL },
  points: readonly SentPoint[],
  { timeoutMs = 40_000, resent = [] as number[] } = {},
): Promise<Verification> {
  const resend = async (missing: readonly SentPoint[]): Promise<void> => {
    resent.push(missing.length);
    await send(carbon, missing);
  };
  const limits = { timeoutMs, signal: new AbortController().signal };
  return send(carbon, points).then(() => verifyPoints(points, { access: { url }, limits, resend }));
}

function toPoints(names: readonly string[], timestamp = now - 5): SentPoint[] {
  return [...new Set(names)].map((series, index) => ({ series, value: (index + 1) / 3, timestamp }));
}

/** Every character in every place, and names that mean something to the render API or to carbon-cache. */
function listPaths(): string[] {
  return [
    ...NAME_CHARACTERS.flatMap((one) => [`p.${one}x`, `p.x${one}`, `p.x${one}y`, `q.${one}`, `r${one}.s`]),
    ...NAME_CHARACTERS.flatMap((one) => (one === '~' ? [] : [one, `${one}.r`])),
    ...['123', '1.5', '-1', '1e5', '20261231', 'true', 'none', 'inf', 'sum.a', 'template', 'template.b'],
    ...['~a.b', '~~c', '~.d'],
    `w${NAME_CHARACTERS.join('')}.z${NAME_CHARACTERS.toReversed().join('')}`,
    `${'n'.repeat(250)}.${'m'.repeat(250)}`,
  ];
}

function listTagged(): string[] {
  const ofNames = VALUE_CHARACTERS.filter((one) => !'!^='.includes(one));
  return [
    ...VALUE_CHARACTERS.flatMap((one) => [`t.a;k=x${one}`, `t.b;k=x${one}y`, `t.c;k=x${one}${one}`]),
    ...VALUE_CHARACTERS.flatMap((one) => (one === '~' ? [] : [`t.d;k=${one}`, `t.e;k=${one}z`])),
    ...ofNames.flatMap((one) => [`t.f;${one}=v`, `t.g;x${one}y=v`]),
    ...['u;a=1;b=2', 'u;a=1;a-b=2', 'u;b=1;a=2', 'u;c=1;c=2', 'u;v=1.2.3', 'u;v=.5', 'u;v=1..2', 'u;v=5.'],
    ...['u;d={a,b}', 'u;d=[a]', 'u;d=sum(a)', `u;d="'`, 'u;d=a|b\\c', 'u;d=../../x', 'u;d=*', '~u;t=1'],
  ];
}

for (const { name, needed, start, showsFuture } of GRAPHITES)
  describe(`${name}: Graphite shows`, needs(...needed), () => {
    it('every name that a path and its tags may have', async () => {
      await using graphite = await start({ hasTags: true });
      const points = toPoints([...listPaths(), ...listTagged()]);
      expect(await sendAndVerify(graphite, points)).toEqual({ verified: points.length, missing: [] });
    });

    it('a point of this second', async () => {
      await using graphite = await start();
      const points = toPoints(['a.b'], Math.floor(Date.now() / 1000));
      expect(await sendAndVerify(graphite, points)).toEqual({ verified: 1, missing: [] });
    });

    if (showsFuture)
      it('a point of the next minute', async () => {
        await using graphite = await start();
        const points = toPoints(['a.c'], now + 60);
        expect(await sendAndVerify(graphite, points)).toEqual({ verified: 1, missing: [] });
      });

    it('the points of one slot by one of them, and old ones from their own archive', async () => {
      await using graphite = await start({ retentions: '10s:1h,5m:1d,1h:30d' });
      const at = (series: string, value: number, ageSeconds: number): SentPoint => ({
        series,
        value,
        timestamp: now - ageSeconds,
      });
      const sameSlot = [1, 2, 3].map((value) => ({
        series: 's',
        value,
        timestamp: now - (now % 10) - 20 + value,
      }));
      const old = [at('o', 1, 30), at('o', 2, 3 * 3_600), at('o', 3, 20 * 86_400)];
      const points = [...sameSlot.toReversed(), ...old];
      expect(await sendAndVerify(graphite, points)).toEqual({ verified: 6, missing: [] });
    });

    it.each(['5m:7d', '1d:1y'])('points in slots of %s', async (retentions) => {
      await using graphite = await start({ retentions });
      const points = toPoints(Array.from({ length: 120 }, (_, index) => `a.n${index}`));
      expect(await sendAndVerify(graphite, points)).toEqual({ verified: 120, missing: [] });
    });

    it('1,000 new series', async () => {
      await using graphite = await start();
      const points = toPoints(Array.from({ length: 1_000 }, (_, index) => `ci.acme.n${index}`));
      expect(await sendAndVerify(graphite, points)).toEqual({ verified: 1_000, missing: [] });
    });

    it('nothing of what was dropped for good', async () => {
      await using graphite = await start();
      const [stays, tooOld] = [toPoints(['a.b']), toPoints(['a.c'], now - 86_400)];
      const result = await sendAndVerify(graphite, [...tooOld, ...stays], { timeoutMs: 4_000 });
      expect(result).toEqual({ verified: 1, missing: tooOld });
    });

    it('tagged series, where the server reads tags as such', async () => {
      await using graphite = await start({ hasTags: true });
      const points = toPoints(['ci.a', 'ci.a;b=2;a=1', 'ci.c;v=1.2.3', 'ci.d;k=x+y', 'top;k=v']);
      expect(await sendAndVerify(graphite, points)).toEqual({ verified: points.length, missing: [] });
    });
  });

it(
  'what carbon-cache dropped for its limit on new series is stored in the end',
  needs('graphite-manage', 'carbon-cache'),
  async () => {
    const config = { MAX_CREATES_PER_MINUTE: '60' };
    await using carbon = await startCarbonCache({ onDisk: true, config });
    await using web = await startGraphiteWeb({ carbon });
    const { url } = web;
    const points = toPoints(Array.from({ length: 80 }, (_, index) => `new.n${index}`));
    const resent: number[] = [];
    const result = await sendAndVerify({ carbon, url }, points, { timeoutMs: 55_000, resent });
    expect(result).toEqual({ verified: 80, missing: [] });
    // Only what was dropped goes again, so it gets less each time.
    expect(resent[0]).toBeLessThanOrEqual(20);
    expect(resent).toEqual(resent.toSorted((one, other) => other - one));
    const stored = await carbon.readWhisper('new.n79');
    expect(stored).toEqual([[now - 5, 80 / 3]]);
  },
);
