// Moves the tag that workflows use to a release: `node scripts/release/move-major-tag.mjs v1.2.3 [REMOTE]` moves v1, unless a
// newer version 1 has a tag. Git must be allowed to push.
import { findShortNames } from './newest-tags.mjs';
import { runProgram } from './run-program.mjs';

const [tag = '', remote = 'origin'] = process.argv.slice(2);
const [major = ''] = tag.split('.');

if (findShortNames(tag, remote).includes(major.slice(1))) {
  const change = `refs/tags/${tag}^{commit}:refs/tags/${major}`;
  runProgram('git', ['push', '--quiet', '--force', remote, change]);
  console.log(`${major} is ${tag} now.`);
} else {
  console.log(`${major} stays, because it is newer than ${tag}.`);
}
