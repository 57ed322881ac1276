import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of the checkout. */
export const ROOT = join(import.meta.dirname, '../..');

/** A page of the documentation: `README.md`, `docs/paths.md`. */
export interface Document {
  readonly name: string;
  readonly text: string;
}

/** A fenced block of a page. */
export interface Block {
  readonly document: string;
  /** The heading above it. */
  readonly heading: string;
  /** The word after the fence: `yaml`. */
  readonly language: string;
  readonly text: string;
}

/** Reads a file of the checkout. */
export const readRoot = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** The README and the pages below docs/. */
export const DOCUMENTS: readonly Document[] = ['README.md', ...listFiles('docs', '.md')].map((name) => ({
  name,
  text: readRoot(name),
}));

/** Pages whose examples have their own tests: of other CI systems, of `doctor`, of installing, of releases. */
const ELSEWHERE = /^docs\/(?:ci\/|(?:doctor|install|releasing)\.md$)/;

/** Every fenced block of the other pages. */
export const BLOCKS: readonly Block[] = DOCUMENTS.filter(({ name }) => !ELSEWHERE.test(name)).flatMap(
  ({ name, text }) =>
    text.split(/^#+ (?=.*$)/m).flatMap((section) =>
      [...section.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = '', block = '']) => ({
        document: name,
        heading: section.split('\n', 1)[0] ?? '',
        language,
        text: block,
      })),
    ),
);

/** The blocks in one language. */
export const listBlocks = (language: string): readonly Block[] =>
  BLOCKS.filter((block) => block.language === language);

/** The files of a folder of the checkout with this ending, with paths from the root, sorted. */
export function listFiles(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .toSorted();
}
