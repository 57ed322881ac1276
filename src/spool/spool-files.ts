export { countLines, isLarge } from './count-lines.ts';
export { ReplayedFile } from './replayed-file.ts';
export { SpillFile } from './spill-file.ts';
export { Spool } from './spool.ts';
