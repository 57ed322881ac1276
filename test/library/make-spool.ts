import { Spool } from '../../src/spool/spool.ts';

/**
 * Keeps a line in the given spool, and prints the reason if that failed. In its own process, so that a hang does not
 * block the test.
 */
const spool = new Spool(process.argv[2] ?? '', 0);
await spool.add([{ bytes: Buffer.from('a 1 1\n'), lines: 1 }]).catch((error: unknown) => {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
});
