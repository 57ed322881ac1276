// The licences of what a bundle holds of other people's work.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The packages that these modules came from, each with its licence and, where it brings one, the text; `''` for none. */
export function formatLicenses(moduleIds) {
  const folders = new Set(moduleIds.map(findPackage).filter((folder) => folder !== undefined));
  return [...folders].toSorted().map(formatLicense).join('\n');
}

function findPackage(id) {
  // What the bundler adds of its own has no file.
  if (id.startsWith('\0')) return 'node_modules/rolldown';
  return /.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];
}

function formatLicense(folder) {
  const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : `${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  return `${name}\n${license}\n${text}`.replaceAll('\r\n', '\n');
}
