// The licences of the packages in a bundle. The list that ncc writes lacks packages and texts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bundler writes helper code that belongs to no module. */
const BUNDLER = 'node_modules/@vercel/ncc';
/** The text of this licence, for packages that name it but do not contain it. */
const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF
CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

/** The folders of the packages that contain these files, and of the bundler. */
export function listPackageFolders(files) {
  const folders = files.flatMap(
    (file) => /.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0] ?? [],
  );
  return [...new Set([BUNDLER, ...folders])];
}

/** The packages that contain these files, and the bundler, each under a heading `=== name (licence) ===`. */
export function formatLicenses(files) {
  const texts = new Map(listPackageFolders(files).map(formatLicense));
  return [...texts.keys()]
    .toSorted()
    .map((name) => texts.get(name))
    .join('\n');
}

/** The name of a package and its text in the file. */
function formatLicense(folder) {
  const { name, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const ownText = file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').trim();
  if (ownText === undefined && license !== 'ISC') throw new Error(`${name} (${license}) has no licence text`);
  const text = ownText ?? `Copyright (c) ${author?.name ?? author}\n\n${ISC}`;
  return [name, `=== ${name} (${license}) ===\n\n${text}\n`.replaceAll('\r\n', '\n')];
}
