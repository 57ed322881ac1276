// Writes the software bill of materials of a release (CycloneDX 1.6): the packages that are bundled into dist/ and into the one
// file, and the Node of the executables. `node scripts/release/sbom.mjs [FOLDER]` needs `npm run build` and `npm run one-file`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPackageFolders } from '../licenses.mjs';

const [folder = 'release'] = process.argv.slice(2);
const { name, version, license, repository } = readJson('package.json');
const { packages: locked } = readJson('package-lock.json');

/** The modules of each program, as the bundler listed them. */
const bundles = ['main', 'cli', 'sampler'].flatMap((program) =>
  Object.values(readJson(`build/${program}.json`)),
);
const modules = [...bundles.flat(), ...readJson(join(folder, 'modules.json'))];
const found = listPackageFolders(modules).map(describePackage);
const components = [...new Map(found.map((one) => [one.purl, one])).values(), describeNode()].toSorted(
  (a, b) => (a.purl < b.purl ? -1 : 1),
);
const root = purlOf(name, version);

writeFileSync(
  join(folder, `${name}-${version}.cdx.json`),
  `${JSON.stringify(
    {
      $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: {
        component: {
          type: 'application',
          'bom-ref': root,
          name,
          version,
          licenses: [{ license: { id: license } }],
          purl: root,
          externalReferences: [{ type: 'vcs', url: repository.url }],
        },
      },
      components,
      dependencies: [{ ref: root, dependsOn: components.map((one) => one['bom-ref']) }],
    },
    null,
    2,
  )}\n`,
);

/** The package of a folder. The bundle's copy of the toolkit is a part of the package with that name. */
function describePackage(path) {
  const { name: fullName, version: own, license: id } = readJson(join(path, 'package.json'));
  const [, algorithm, hash] =
    /^(\w+)-(.+)$/.exec(locked[path.replace(/^build\//, '')]?.integrity ?? '') ?? [];
  if (algorithm !== 'sha512') throw new Error(`package-lock.json has no SHA-512 for ${path}`);
  const [, group, short = fullName] = /^(@[^/]+)\/(.+)$/.exec(fullName) ?? [];
  const purl = purlOf(fullName, own);
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group !== undefined && { group }),
    name: short,
    version: own,
    hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }],
    licenses: [{ license: { id } }],
    purl,
  };
}

/** The executables contain the Node that package-lock.json locks. */
function describeNode() {
  const own = readJson('tools/node24/package.json').version;
  const purl = `pkg:generic/node@${own}`;
  return {
    type: 'platform',
    'bom-ref': purl,
    name: 'node',
    version: own,
    licenses: [{ license: { id: 'MIT' } }],
    purl,
  };
}

function purlOf(fullName, own) {
  return `pkg:npm/${fullName.replace('@', '%40')}@${own}`;
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
