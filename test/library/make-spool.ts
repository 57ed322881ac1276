import { Spool } from '../../src/spool/spool.ts';

/** Keeps a line in the spool that is named, and prints why that failed: one that never ends ends no test with it. */
const spool = new Spool(process.argv[2] ?? '', 0);
await spool.add([{ bytes: Buffer.from('a 1 1\n'), lines: 1 }]).catch((error: unknown) => {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
});
