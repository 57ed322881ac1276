import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { needs } from '../support/needs.ts';
import { Checkout } from './checkout.ts';

const git = needs('git');
/** Programs in the path that are scripts. */
const fakes = needs('git', 'a POSIX system');
describe('prepare.mjs', git, () => {
  it('writes the version everywhere, and makes a section of the unreleased text', async () => {
    await using checkout = await Checkout.create();
    expect(await checkout.run('prepare.mjs', '7.8.9', '2026-12-01')).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    expect(JSON.parse(await checkout.read('package.json'))).toMatchObject({ version: '7.8.9' });
    expect(JSON.parse(await checkout.read('package-lock.json'))).toMatchObject({
      version: '7.8.9',
      packages: { '': { version: '7.8.9' } },
    });
    expect(await checkout.read('src/cli/program.ts')).toContain("VERSION = '7.8.9'");
    expect(await checkout.read('docs/install.md')).toBe('npm install carbon-action-7.8.9.tgz\n');
    expect(await checkout.read('CHANGELOG.md')).toContain(
      '## [Unreleased]\n\n## [7.8.9] - 2026-12-01\n\n### Added\n\n- More.\n\n## [',
    );
    const changed = await checkout.git('diff', '--numstat');
    expect(changed.split('\n').map((line) => line.split('\t').slice(0, 2))).toEqual([
      ['2', '0'],
      ['1', '1'],
      ['2', '2'],
      ['1', '1'],
      ['1', '1'],
    ]);
  });

  it.each(['v7.8.9', '7.8', '7.8.9-rc.1', ''])('refuses %j', async (version) => {
    await using checkout = await Checkout.create();
    const { exitCode, stderr } = await checkout.run('prepare.mjs', version);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('is not a version such as 1.2.3')]);
    expect(await checkout.git('status', '--porcelain')).toBe('');
  });

  it('refuses to release nothing', async () => {
    await using checkout = await Checkout.create();
    await checkout.edit('CHANGELOG.md', '### Added\n\n- More.\n\n', '');
    const { exitCode, stderr } = await checkout.run('prepare.mjs', '7.8.9');
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('there is nothing to release')]);
  });
});

describe('check-tag.mjs', git, () => {
  const prepare = async (): Promise<Checkout> => {
    const checkout = await Checkout.create();
    await checkout.run('prepare.mjs', '7.8.9');
    return checkout;
  };

  it('prints the version of a tag that is a release', async () => {
    await using checkout = await prepare();
    await checkout.commit('Version 7.8.9');
    await checkout.tag('v7.8.9');
    const result = await checkout.run('check-tag.mjs', 'v7.8.9', 'org/carbon-action');
    expect(result).toMatchObject({ exitCode: 0, stdout: '7.8.9\n', stderr: '' });
  });

  it.each<[string, string, (checkout: Checkout) => Promise<unknown>]>([
    ['v7.8.10', 'package.json has the version 7.8.9', async () => {}],
    ['v7.8.9-rc.1', 'without a suffix', async () => {}],
    ['7.8.9', 'without a suffix', async () => {}],
    ['v07.8.9', 'without a suffix', async () => {}],
    ['v7.8', 'without a suffix', async () => {}],
    [
      'v7.8.9',
      'text under `Unreleased`',
      (checkout) => checkout.edit('CHANGELOG.md', '## [Unreleased]\n', '## [Unreleased]\n\n- Late.\n'),
    ],
    [
      'v7.8.9',
      'has 8.0.0 as its newest version',
      (checkout) =>
        checkout.edit('CHANGELOG.md', '## [7.8.9]', '## [8.0.0] - 2026-12-02\n\n- A.\n\n## [7.8.9]'),
    ],
    ['v7.8.9', 'no date for 7.8.9', (checkout) => checkout.edit('CHANGELOG.md', /(?<=7\.8\.9\]) - \S+/, '')],
    [
      'v7.8.9',
      'no text for 7.8.9',
      (checkout) => checkout.edit('CHANGELOG.md', '### Added\n\n- More.\n\n', ''),
    ],
    [
      'v7.8.9',
      'package.json has the repository git+https://github.com/acme/fork.git, and this is org/carbon-action',
      (checkout) =>
        checkout.edit('package.json', 'github.com/org/carbon-action.git', 'github.com/acme/fork.git'),
    ],
  ])('refuses %s because %s', async (tag, fault, change) => {
    await using checkout = await prepare();
    await change(checkout);
    await checkout.commit('Version 7.8.9');
    await checkout.tag(tag);
    const { exitCode, stdout, stderr } = await checkout.run('check-tag.mjs', tag, 'org/carbon-action');
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain(fault);
  });

  it('refuses a commit that is not on main, one that is not checked out, and a missing tag', async () => {
    await using checkout = await prepare();
    await checkout.commit('Version 7.8.9');
    const check = async (): Promise<string> =>
      (await checkout.run('check-tag.mjs', 'v7.8.9', 'org/carbon-action')).stderr;
    expect(await check()).toContain('This checkout has no such tag');
    await checkout.git('checkout', '--quiet', '-b', 'other');
    await checkout.git('commit', '--quiet', '--allow-empty', '--message', 'Not reviewed');
    await checkout.tag('v7.8.9');
    expect(await check()).toContain('is not on main');
    await checkout.git('checkout', '--quiet', 'main');
    expect(await check()).toContain('is checked out');
  });

  it('names all faults together', async () => {
    await using checkout = await prepare();
    const { stderr } = await checkout.run('check-tag.mjs', 'v1', 'acme/fork');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1 + 5);
  });
});

describe('print-notes.mjs', git, () => {
  it('prints the section of a version and nothing else', async () => {
    await using checkout = await Checkout.create();
    await checkout.run('prepare.mjs', '7.8.9');
    expect(await checkout.run('print-notes.mjs', 'v7.8.9')).toMatchObject({
      stdout: '### Added\n\n- More.\n',
    });
    const missing = await checkout.run('print-notes.mjs', 'v7.8.8');
    expect([missing.exitCode, missing.stderr]).toEqual([1, expect.stringContaining('no text for 7.8.8')]);
  });
});

describe('checksums.mjs', git, () => {
  it('lists every other file of the folder as sha256sum does, also a second time', async () => {
    await using checkout = await Checkout.create();
    await mkdir(join(checkout.path, 'release'));
    await checkout.write('release/b.txt', 'b');
    await checkout.write('release/a.txt', 'a');
    const line = (text: string): string =>
      `${createHash('sha256').update(text).digest('hex')}  ${text}.txt\n`;
    for (const _ of [1, 2]) {
      expect(await checkout.run('checksums.mjs')).toMatchObject({ exitCode: 0 });
      expect(await checkout.read('release/SHA256SUMS')).toBe(line('a') + line('b'));
    }
  });
});

describe('move-major-tag.mjs', git, () => {
  const find = async (checkout: Checkout, name: string): Promise<string> =>
    (await checkout.git('ls-remote', 'origin', `refs/tags/${name}`)).split('\t')[0] ?? '';

  it('moves the tag of the major version to the newest release, and never back', async () => {
    await using checkout = await Checkout.create();
    await checkout.tag('v1.9.0');
    expect((await checkout.run('move-major-tag.mjs', 'v1.9.0')).stdout).toBe('v1 is v1.9.0 now.\n');
    await checkout.commit('The next');
    await checkout.tag('v1.10.0');
    expect((await checkout.run('move-major-tag.mjs', 'v1.10.0')).stdout).toBe('v1 is v1.10.0 now.\n');
    const newest = await checkout.git('rev-parse', 'HEAD');
    expect(await find(checkout, 'v1')).toBe(newest);
    const again = await checkout.run('move-major-tag.mjs', 'v1.9.0');
    expect(again).toMatchObject({ exitCode: 0, stdout: 'v1 stays, because it is newer than v1.9.0.\n' });
    expect(await find(checkout, 'v1')).toBe(newest);
    await checkout.tag('v2.0.0');
    await checkout.run('move-major-tag.mjs', 'v2.0.0');
    expect([await find(checkout, 'v1'), await find(checkout, 'v2')]).toEqual([newest, newest]);
  });

  it('points to the commit, also if the tag of the release is an object', async () => {
    await using checkout = await Checkout.create();
    await checkout.git('tag', '--annotate', '--message', 'Version 1.0.0', 'v1.0.0');
    await checkout.git('push', '--quiet', 'origin', 'v1.0.0');
    await checkout.run('move-major-tag.mjs', 'v1.0.0');
    expect(await find(checkout, 'v1')).toBe(await checkout.git('rev-parse', 'HEAD'));
  });

  it.each(['v1.0.1', 'v1', 'main', ''])('refuses %j, which is no release of the remote', async (tag) => {
    await using checkout = await Checkout.create();
    await checkout.tag('v1.0.0');
    const { exitCode, stderr } = await checkout.run('move-major-tag.mjs', tag);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('of a release')]);
    expect(await find(checkout, 'v1')).toBe('');
  });
});

describe('publish-release.mjs', fakes, () => {
  const VIEW = 'gh release view v7.8.9 --json isDraft';
  const CREATE = 'gh release create v7.8.9 --draft --verify-tag --title v7.8.9 --notes-file -';
  const UPLOAD = 'gh release upload v7.8.9 --clobber release/SHA256SUMS release/carbonclient.cjs';
  const PUBLISH = 'gh release edit v7.8.9 --draft=false --latest=true';

  it.each([
    ['none', 'echo "release not found" >&2; exit 1', [VIEW, CREATE, UPLOAD, PUBLISH]],
    ['a draft', 'echo \'{"isDraft":true}\'', [VIEW, UPLOAD, PUBLISH]],
    ['a published one', 'echo \'{"isDraft":false}\'', [VIEW]],
  ])('publishes last, after all files were added, when there is %s', async (_, view, calls) => {
    await using checkout = await Checkout.create();
    await checkout.run('prepare.mjs', '7.8.9');
    for (const tag of ['v7.8.9', 'v7.8.8', 'v6.10.0']) await checkout.tag(tag);
    await mkdir(join(checkout.path, 'release'));
    for (const name of ['carbonclient.cjs', 'SHA256SUMS']) await checkout.write(`release/${name}`, name);
    await checkout.addProgram('gh', `case "$2" in view) ${view};; create) cat > ../notes;; esac`);
    expect(await checkout.run('publish-release.mjs', 'v7.8.9')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await checkout.readCalls()).toEqual(calls);
    if (calls.includes(CREATE)) expect(await checkout.read('../notes')).toBe('### Added\n\n- More.');
  });

  it.each(['v7.8.10', 'v7.10.0', 'v10.0.0'])('is not the latest release after %s', async (newer) => {
    await using checkout = await Checkout.create();
    await checkout.run('prepare.mjs', '7.8.9');
    for (const tag of ['v7.8.9', newer]) await checkout.tag(tag);
    await mkdir(join(checkout.path, 'release'));
    await checkout.addProgram('gh', 'case "$2" in view) echo \'{"isDraft":true}\';; esac');
    expect(await checkout.run('publish-release.mjs', 'v7.8.9')).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await checkout.readCalls()).at(-1)).toBe('gh release edit v7.8.9 --draft=false --latest=false');
  });

  it('stops when GitHub refuses to answer', async () => {
    await using checkout = await Checkout.create();
    await checkout.run('prepare.mjs', '7.8.9');
    await mkdir(join(checkout.path, 'release'));
    await checkout.addProgram('gh', 'echo "HTTP 502" >&2; exit 1');
    expect(await checkout.run('publish-release.mjs', 'v7.8.9')).toMatchObject({ exitCode: 1 });
    expect(await checkout.readCalls()).toEqual([VIEW]);
  });
});

describe('publish-package.mjs', fakes, () => {
  it.each([
    ['into an empty registry', undefined, ''],
    ['after the only older one', '"7.8.8"', ''],
    ['after older ones', '["6.10.0","7.8.8"]', ''],
    ['after a newer one', '["7.8.8","7.10.0"]', ' --tag release-7.8'],
    ['after the only newer one', '"10.0.0"', ' --tag release-7.8'],
    ['once', '["7.8.9","7.10.0"]', undefined],
  ])('publishes a version %s', async (_, versions, tag) => {
    await using checkout = await Checkout.create();
    await checkout.edit('package.json', /"version": ".+?"/, '"version": "7.8.9"');
    const view = versions === undefined ? 'echo "npm error code E404" >&2; exit 1' : `echo '${versions}'`;
    await checkout.addProgram('npm', `case "$1" in view) ${view};; esac`);
    expect(await checkout.run('publish-package.mjs', 'release/a.tgz')).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    const publish = `npm publish ${join(checkout.path, 'release/a.tgz')} --provenance --access public`;
    expect(await checkout.readCalls()).toEqual([
      'npm view carbon-action versions --json',
      ...(tag === undefined ? [] : [`${publish}${tag}`]),
    ]);
  });

  it('publishes nothing when the registry refuses to answer', async () => {
    await using checkout = await Checkout.create();
    await checkout.addProgram('npm', 'echo "npm error code E503" >&2; exit 1');
    expect(await checkout.run('publish-package.mjs', 'a.tgz')).toMatchObject({ exitCode: 1 });
    expect(await checkout.readCalls()).toHaveLength(1);
  });
});

describe('push-image.mjs', fakes, () => {
  it('pushes for both architectures under every name, and prints what to attest', async () => {
    await using checkout = await Checkout.create();
    for (const tag of ['v1.1.9', 'v1.2.3', 'v2.0.0']) await checkout.tag(tag);
    const script =
      'while [ "$1" != --metadata-file ]; do shift; done; echo pushed; echo \'{"containerimage.digest":"sha256:ab"}\' > "$2"';
    await checkout.addProgram('docker', script);
    const { exitCode, stdout } = await checkout.run('push-image.mjs', 'v1.2.3', 'ghcr.io/Acme/carbonclient');
    expect([exitCode, stdout]).toEqual([0, 'image=ghcr.io/acme/carbonclient\ndigest=sha256:ab\n']);
    const [call = ''] = await checkout.readCalls();
    expect(call).toContain('--platform linux/amd64,linux/arm64 ');
    expect([...call.matchAll(/--tag \S+:(\S+)/g)].map(([, name]) => name)).toEqual(['1.2.3', '1.2', '1']);
  });
});
