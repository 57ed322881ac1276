import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UNITED_LIMITS } from '../../src/collect/coverage/limits.ts';
import { Faults } from '../../src/model/faults.ts';
import { readOptions } from '../../src/options/read-options.ts';
import { readCoverage } from '../../src/read/coverage-reports.ts';
import { FileReader } from '../../src/read/file-reader.ts';
import { ReportReader } from '../../src/read/report-reader.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { makeTree } from './make-tree.ts';

it.each(['warn', 'fail'])(
  'counts nothing of reports that are too large together: on-bad-report %s',
  async (onBadReport) => {
    await using folder = await createTempDir();
    const root = await realpath(folder.path);
    const lcov = (name: string): string => `SF:${name}\nDA:1,1\nend_of_record\n`;
    await makeTree(root, { 'a.info': lcov('a.js'), 'b.info': lcov('b.js') });
    const coverage = [join(root, 'a.info'), join(root, 'b.info')];
    const options = readOptions({ coverage, onBadReport }, { face: 'library', faults: new Faults() });
    const files = new FileReader(options, { face: 'library', nowMs: 0, faults: new Faults() });
    const read = async (most: number) => {
      const reader = new ReportReader(options, { files, workspace: undefined });
      const limits = { ...UNITED_LIMITS, files: most };
      return { reader, counted: await readCoverage(options, { reader, limits }) };
    };
    expect((await read(2)).counted).toMatchObject({ reports: 2 });
    const { reader, counted } = await read(1);
    expect(counted).toBeUndefined();
    const fault = 'all reports together have at most 1 source files';
    if (onBadReport === 'fail')
      expect(reader.problems).toMatchObject([{ location: 'coverage', rule: fault }]);
    else
      expect(reader.warnings).toContainEqual(
        expect.stringMatching(`^coverage: ${fault}\\..* It is not counted\\.$`),
      );
  },
);
