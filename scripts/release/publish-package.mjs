// Publishes a packed package on npm, unless this version is there: `node scripts/release/publish-package.mjs FILE.tgz`.
// In the workflow npm signs in with the identity of the run, and records where the package was built.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compareVersions } from './newest-tags.mjs';
import { runProgram } from './run-program.mjs';

const [file = ''] = process.argv.slice(2);
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const published = listPublished();

if (published.includes(version)) {
  console.log(`${name} ${version} is already on npm.`);
} else {
  runProgram('npm', ['publish', resolve(file), '--provenance', '--access', 'public', ...chooseTag()]);
  console.log(`${name} ${version} is on npm.`);
}

/** A patch of an older version must not become `latest`, and npm refuses it without another tag. */
function chooseTag() {
  if (published.every((one) => compareVersions(one, version) < 0)) return [];
  return ['--tag', `release-${version.split('.', 2).join('.')}`];
}

function listPublished() {
  try {
    // npm prints a single version as a text.
    return [JSON.parse(runProgram('npm', ['view', name, 'versions', '--json'], { isQuiet: true }))].flat();
  } catch (error) {
    if (/\bE404\b/.test(error.stderr)) return [];
    throw error;
  }
}
