import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { BLOCKS, DOCUMENTS, type Document, listBlocks, listFiles, ROOT, readRoot } from './documents.ts';

const PAGES: readonly Document[] = [
  ...DOCUMENTS,
  ...['CONTRIBUTING.md', 'SECURITY.md', 'examples/README.md'].map((name) => ({ name, text: readRoot(name) })),
];

/** The anchors that GitHub gives the headings of a page. */
function listAnchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
}

it.each(PAGES)('$name has only links with a target', ({ name, text }) => {
  for (const [, target = ''] of text.matchAll(/\]\((?!https?:)(.*?)\)/g)) {
    const [file = '', anchor] = target.split('#');
    const path = file === '' ? name : join(dirname(name), file);
    expect(existsSync(join(ROOT, path)), target).toBe(true);
    if (anchor !== undefined) expect(listAnchors(readRoot(path)), target).toContain(anchor);
  }
});

it('has every page of docs within two links of the README', () => {
  const linked = (names: readonly string[]): string[] =>
    names.flatMap((name) =>
      [
        ...(DOCUMENTS.find((page) => page.name === name)?.text ?? '').matchAll(/\]\((?!https?:)(.*?)[#)]/g),
      ].map(([, target = '']) => join(dirname(name), target).replaceAll('\\', '/')),
    );
  const first = linked(['README.md']);
  const reached = new Set(['README.md', ...first, ...linked(first)]);
  expect(DOCUMENTS.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
});

it('has only blocks that a test runs', () => {
  const npm = listBlocks('sh').filter(({ text }) => !text.includes('carbonclient'));
  expect(npm.map(({ text }) => text.match(/^npm [\w ]+?(?= +#)/gm))).toEqual([['npm run demo', 'npm cit']]);
  expect(listBlocks('text').map(({ document, heading }) => `${document}: ${heading}`)).toEqual([
    'README.md: Your own numbers',
    'docs/paths.md: Metric paths',
  ]);
  const languages = new Set(BLOCKS.map(({ language }) => language));
  expect([...languages].toSorted()).toEqual(['graphite', 'ini', 'js', 'sh', 'text', 'yaml']);
});

it('docs/troubleshooting.md has messages that the program prints', () => {
  const source = listFiles('src', '.ts').map(readRoot).join('\n');
  const [, ...cells] = readRoot('docs/troubleshooting.md').split(/^\| Message .*\n.*$/m);
  const rows = cells.flatMap((part) => (part.split('\n\n')[0] ?? '').trim().split('\n'));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows)
    for (const [, message = ''] of (row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g))
      for (const part of message.split('…').map((text) => text.trim()))
        expect([message, source.includes(part)]).toEqual([message, true]);
});

it('has a compose file that mounts only existing files', () => {
  const folder = 'examples/graphite';
  const { services } = parse(readRoot(`${folder}/compose.yaml`)) as {
    services: Record<string, { image: string; ports: string[]; volumes: string[] }>;
  };
  const volumes = Object.values(services).flatMap((service) => service.volumes);
  const mounted = volumes
    .filter((volume) => volume.startsWith('./'))
    .map((volume) => volume.split(':')[0] ?? '');
  expect(mounted.toSorted()).toEqual([
    './grafana-datasource.yaml',
    './storage-aggregation.conf',
    './storage-schemas.conf',
  ]);
  for (const name of mounted) expect(existsSync(join(ROOT, folder, name)), name).toBe(true);
  for (const port of Object.values(services).flatMap((service) => service.ports))
    expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  expect(parse(readRoot(`${folder}/grafana-datasource.yaml`))).toMatchObject({
    datasources: [{ type: 'graphite', url: 'http://graphite:80' }],
  });
});

it('CONTRIBUTING.md names every folder of src', () => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const mapped = [...readRoot('CONTRIBUTING.md').matchAll(/^ {2}(\w+)\/ /gm)].map(([, name]) => name);
  expect(mapped.toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
});
