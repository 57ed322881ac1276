// Writes FOLDER/SHA256SUMS for the other files of the folder, in the form of `sha256sum`.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LIST = 'SHA256SUMS';
const [folder = 'release'] = process.argv.slice(2);
const lines = readdirSync(folder)
  .filter((name) => name !== LIST)
  .toSorted()
  .map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')}  ${name}\n`,
  );
if (lines.length === 0) throw new Error(`${folder} is empty.`);
writeFileSync(join(folder, LIST), lines.join(''));
