export { countLines } from './count-lines.ts';
export { isSpooled, ReplayedFile } from './replayed-file.ts';
export { SpillFile } from './spill-file.ts';
export { Spool } from './spool.ts';
