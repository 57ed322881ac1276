import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import {
  type ParsedSlots,
  parseSlotRecords,
  RECORD_BYTES,
  type SlotLimits,
} from '../collect/runner/slot-records.ts';
import { MAX_SLOTS } from './slot-writer.ts';

const MAX_BYTES = MAX_SLOTS * RECORD_BYTES;

/** Reads what a sampler wrote. Whatever else the job put in its place gives no slot, and holds nobody up. */
export async function readSlots(path: string, limits: SlotLimits): Promise<ParsedSlots> {
  // Neither through a link nor from a pipe that nobody writes to; Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  try {
    await using file = await open(path, flags);
    const stats = await file.stat();
    if (!stats.isFile()) return { slots: [], badLines: 0 };
    const buffer = Buffer.allocUnsafe(Math.min(stats.size, MAX_BYTES));
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = (await file.read(buffer, length, buffer.length - length, length)).bytesRead;
    }
    return parseSlotRecords(buffer.toString('latin1', 0, length), limits);
  } catch {
    // A file that is gone or cannot be read is as good as an empty one: the job has no such metrics.
    return { slots: [], badLines: 0 };
  }
}
