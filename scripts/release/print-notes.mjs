// Prints the text of a release, which is its section of CHANGELOG.md: `node scripts/release/print-notes.mjs v1.2.3`.
import { readFileSync } from 'node:fs';
import { findSection } from './changelog.mjs';

const [tag = ''] = process.argv.slice(2);
console.log(findSection(readFileSync('CHANGELOG.md', 'utf8'), tag.replace(/^v/, '')).text);
