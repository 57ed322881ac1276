// Refuses a tag that is not a release: `node scripts/release/check-tag.mjs v1.2.3 [OWNER/NAME]`, in the tag's checkout.
// It prints every fault and ends with 1, or prints the version.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseChangelog } from './changelog.mjs';

const [tag = '', repository = process.env['GITHUB_REPOSITORY']] = process.argv.slice(2);
const version = tag.replace(/^v/, '');
const faults = [...checkName(), ...checkPackage(), ...checkChangelog(), ...checkCommit()];
if (faults.length > 0) {
  console.error(`${JSON.stringify(tag)} is not released:`);
  for (const fault of faults) console.error(`- ${fault}`);
  process.exitCode = 1;
} else {
  console.log(version);
}

function checkName() {
  const isRelease = /^v(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/.test(tag);
  return isRelease ? [] : ['A tag of a release is `v1.2.3`: `v` and three numbers, without a suffix.'];
}

function checkPackage() {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const faults = [];
  if (manifest.version !== version)
    faults.push(
      `package.json has the version ${manifest.version}. Run \`npm run release:prepare -- ${version}\`.`,
    );
  const expected = `git+https://github.com/${repository}.git`;
  if (repository !== undefined && manifest.repository.url !== expected)
    faults.push(
      `package.json has the repository ${manifest.repository.url}, and this is ${repository}. docs/releasing.md says what a fork changes.`,
    );
  return faults;
}

function checkChangelog() {
  const sections = parseChangelog(readFileSync('CHANGELOG.md', 'utf8'));
  const unreleased = sections.find((one) => one.version === 'Unreleased');
  const newest = sections.find((one) => one !== unreleased);
  const faults = [];
  if (unreleased !== undefined && unreleased.text !== '')
    faults.push('CHANGELOG.md has text under `Unreleased`. Move it to the section of the version.');
  if (newest?.version !== version)
    faults.push(`CHANGELOG.md has ${newest?.version ?? 'no version'} as its newest version.`);
  else if (newest.text === '') faults.push(`CHANGELOG.md has no text for ${version}.`);
  else if (!/^\d{4}-\d{2}-\d{2}$/.test(newest.date ?? ''))
    faults.push(`CHANGELOG.md has no date for ${version}: \`## [${version}] - YYYY-MM-DD\`.`);
  return faults;
}

/** The tag must be checked out, and its commit must be on main, where it was reviewed. */
function checkCommit() {
  const resolve = (name) => tryGit('rev-parse', '--verify', '--quiet', `${name}^{commit}`);
  const [head, tagged] = [resolve('HEAD'), resolve(`refs/tags/${tag}`)];
  if (tagged === undefined) return ['This checkout has no such tag. Fetch the tags, with their history.'];
  if (tagged !== head) return [`It is ${tagged}, and ${head} is checked out.`];
  if (resolve('origin/main') === undefined)
    return ['This checkout has no origin/main. Fetch it, with its history.'];
  if (tryGit('merge-base', '--is-ancestor', tagged, 'origin/main') === undefined)
    return [`Its commit ${tagged} is not on main.`];
  return [];
}

/** The output of Git, or undefined if it refuses. */
function tryGit(...args) {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
