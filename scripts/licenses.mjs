// The licences of what a bundle holds of other people's work.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages whose licence stands elsewhere: helpers that the bundler writes itself lie in no folder of their own. */
const ELSEWHERE = [
  { id: /^\0@oxc-project\+runtime/, name: '@oxc-project/runtime', folder: 'node_modules/@oxc-project/types' },
  { id: /^\0/, folder: 'node_modules/rolldown' },
];
/** The licence of those that name it and bring no text of it. */
const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF
CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

/** The packages that these modules came from, each with its licence and its text; `''` for none. */
export function formatLicenses(moduleIds) {
  const packages = moduleIds.map(findPackage).filter((found) => found !== undefined);
  const texts = new Map(packages.map(({ name, folder }) => [name ?? folder, formatLicense(folder, name)]));
  return [...texts.keys()]
    .toSorted()
    .map((key) => texts.get(key))
    .join('\n');
}

function findPackage(id) {
  const folder = /.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];
  return folder === undefined ? ELSEWHERE.find((one) => one.id.test(id)) : { folder };
}

function formatLicense(folder, otherName) {
  const { name, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').trim();
  if (text === undefined && license !== 'ISC') throw new Error(`${name} (${license}) brings no licence`);
  const told = text ?? `Copyright (c) ${author?.name ?? author}\n\n${ISC}`;
  return `${otherName ?? name}\n${license}\n${told}\n`.replaceAll('\r\n', '\n');
}
