// Writes a new version everywhere: `node scripts/release/prepare.mjs 1.2.3 [DATE]`. The text under `Unreleased` in
// CHANGELOG.md becomes the section of the version. docs/releasing.md has the next steps.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseChangelog } from './changelog.mjs';

const [version = '', date = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);
const old = JSON.parse(readFileSync('package.json', 'utf8')).version;
const changelog = readFileSync('CHANGELOG.md', 'utf8');
const unreleased = parseChangelog(changelog).find((one) => one.version === 'Unreleased');

if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`"${version}" is not a version such as 1.2.3.`);
if (!unreleased?.text)
  throw new Error('CHANGELOG.md has no text under `## [Unreleased]`, so there is nothing to release.');

edit('package.json', `"version": "${old}"`, `"version": "${version}"`);
// The first two are those of this package.
edit('package-lock.json', `"version": "${old}"`, `"version": "${version}"`);
edit('package-lock.json', `"version": "${old}"`, `"version": "${version}"`);
edit('src/cli/program.ts', `'${old}'`, `'${version}'`);
edit('CHANGELOG.md', '## [Unreleased]', `## [Unreleased]\n\n## [${version}] - ${date}`);
for (const name of readdirSync('docs', { recursive: true }).filter((file) => file.endsWith('.md'))) {
  const path = join('docs', name);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replaceAll(`carbon-action-${old}`, `carbon-action-${version}`));
}

/** Replaces the first occurrence of a text, which must exist. */
function edit(path, before, after) {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(before)) throw new Error(`${path} lacks ${before}`);
  writeFileSync(
    path,
    text.replace(before, () => after),
  );
}
