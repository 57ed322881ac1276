// Publishes a release on GitHub: `node scripts/release/publish-release.mjs v1.2.3 [FOLDER]`. It drafts it with the text of
// CHANGELOG.md, adds every file of the folder, and publishes it last: an immutable release takes no file afterwards.
// A run that failed may be repeated. `gh` finds its token in GH_TOKEN.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSection } from './changelog.mjs';
import { findShortNames } from './newest-tags.mjs';
import { runProgram } from './run-program.mjs';

const [tag = '', folder = 'release'] = process.argv.slice(2);
const { text } = findSection(readFileSync('CHANGELOG.md', 'utf8'), tag.replace(/^v/, ''));
const files = readdirSync(folder).toSorted();

const state = findState();
if (state === 'published') {
  console.log(`${tag} is published already.`);
} else {
  if (state === undefined)
    gh(['release', 'create', tag, '--draft', '--verify-tag', '--title', tag, '--notes-file', '-'], text);
  gh(['release', 'upload', tag, '--clobber', ...files.map((file) => join(folder, file))]);
  // GitHub would take a patch of an older version for the latest release.
  const isLatest = findShortNames(tag, 'origin').includes('latest');
  gh(['release', 'edit', tag, '--draft=false', `--latest=${isLatest}`]);
  console.log(`${tag} is published with ${files.length} files.`);
}

/** `draft` or `published`, or undefined if there is no such release. */
function findState() {
  try {
    return JSON.parse(gh(['release', 'view', tag, '--json', 'isDraft'])).isDraft ? 'draft' : 'published';
  } catch (error) {
    if (/release not found/.test(error.stderr)) return undefined;
    throw error;
  }
}

function gh(args, input) {
  return runProgram('gh', args, { input, isQuiet: true });
}
