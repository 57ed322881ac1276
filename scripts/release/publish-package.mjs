// Publishes a packed package on npm, unless this version is there: `node scripts/release/publish-package.mjs FILE.tgz`.
// In the workflow npm signs in with the identity of the run, and records where the package was built.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runProgram } from './run-program.mjs';

const [file = ''] = process.argv.slice(2);
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));

if (isPublished()) {
  console.log(`${name} ${version} is already on npm.`);
} else {
  runProgram('npm', ['publish', resolve(file), '--provenance', '--access', 'public']);
  console.log(`${name} ${version} is on npm.`);
}

function isPublished() {
  try {
    return runProgram('npm', ['view', `${name}@${version}`, 'version'], { isQuiet: true }).trim() === version;
  } catch (error) {
    if (/\bE404\b/.test(error.stderr)) return false;
    throw error;
  }
}
