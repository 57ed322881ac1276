import { listBlocks, listFiles, readRoot } from './documents.ts';

/** Steps without a job become the job `test`. */
const wrap = (text: string): string =>
  text.startsWith('- ')
    ? `on: push\njobs:\n  test:\n    strategy: { matrix: { os: [ubuntu-24.04], node: ['22'] } }\n    runs-on: ubuntu-24.04\n    steps:\n${text.replace(/^(?=.)/gm, '      ')}`
    : text;

/** Every workflow of the documents and of the examples; steps alone are made a workflow. */
export const workflows: ReadonlyArray<{ readonly id: string; readonly text: string }> = [
  ...listBlocks('yaml').map(({ document, heading, text }) => ({
    id: `${document}: ${heading}`,
    text: wrap(text),
  })),
  ...listFiles('examples/workflows', '.yml').map((name) => ({ id: name, text: readRoot(name) })),
];
