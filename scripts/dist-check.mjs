// Fails when dist/ differs from the index. The action runs the committed bundle, so it must be what src/ builds.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Files of dist/ that differ from the index, each with the difference. */
function listDifferences() {
  const args = [
    'status',
    '--porcelain',
    '--no-renames',
    '--ignored',
    '--untracked-files=all',
    '-z',
    '--',
    'dist',
  ];
  const entries = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0');
  // The second letter compares the working tree with the index. Staged files are about to be committed.
  const differing = entries.filter((entry) => entry !== '' && entry[1] !== ' ');
  return differing.map((entry) => `${describe(entry.slice(0, 2))}: ${entry.slice(3)}`);
}

function describe(letters) {
  if (letters === '??') return 'not committed';
  if (letters === '!!') return 'ignored by git';
  return letters[1] === 'D' ? 'no longer built' : 'differs';
}

// Only a missing .git is harmless. If git fails in a checkout, nothing was compared, so report an error.
if (!existsSync(join(root, '.git'))) {
  console.log('dist-check: no git checkout here, so there is nothing to compare dist/ with.');
} else if (!existsSync(join(root, 'dist'))) {
  console.error('dist-check: there is no dist/. Run `npm run build` and commit dist/.');
  process.exitCode = 1;
} else {
  const differences = listDifferences();
  if (differences.length > 0) {
    console.error('dist-check: the committed dist/ is not what src/ builds:');
    for (const line of differences) console.error(`  ${line}`);
    console.error('Run `npm run build` and commit dist/.');
    process.exitCode = 1;
  }
}
