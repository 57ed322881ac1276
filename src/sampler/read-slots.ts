import {
  type ParsedSlots,
  parseSlotRecords,
  RECORD_BYTES,
  type SlotLimits,
} from '../collect/runner/slot-records.ts';
import { openRegularFile } from '../util/open-regular-file.ts';
import { MAX_SLOTS } from './slot-writer.ts';

const MAX_BYTES = MAX_SLOTS * RECORD_BYTES;

/** Reads what a sampler wrote. Whatever else the job put in its place gives no slot, and holds nobody up. */
export async function readSlots(path: string, limits: SlotLimits): Promise<ParsedSlots> {
  try {
    await using file = await openRegularFile(path);
    if (file === undefined) return { slots: [], badLines: 0 };
    const buffer = Buffer.allocUnsafe(Math.min((await file.stat()).size, MAX_BYTES));
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
