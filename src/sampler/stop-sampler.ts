import { readFileSync } from 'node:fs';
import { lstat, rm, rmdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type ParsedSlots,
  parseSlotRecords,
  RECORD_BYTES,
  type SlotLimits,
} from '../collect/runner/slot-records.ts';
import { openRegularFile } from '../util/regular-file.ts';
import { canSeeProcesses, endProcess, isAlive, type ProcessIdentity } from './process-identity.ts';
import { parseSamplerConfig, runningFile, slotFile } from './sampler-config.ts';
import type { SamplerHandle } from './sampler-handle.ts';
import { MAX_SLOTS } from './slot-writer.ts';

const PAUSE_MS = 10;

/** The result of a sampler. */
interface SamplerReport extends ParsedSlots {
  /** Whether it still ran when it was asked to end; if not, the end of the job is missing. */
  readonly wasRunning: boolean;
  /** Whether it has certainly ended. */
  readonly hasEnded: boolean;
}

/**
 * Asks a sampler to end, waits for it (briefly), reads its slots and removes its folder. It never fails. It leaves
 * other processes and the targets of links alone, whatever the handle says.
 */
export async function stopSampler(
  handle: SamplerHandle,
  { nowMs, waitMs = 3_000 }: { readonly nowMs: number; readonly waitMs?: number },
): Promise<SamplerReport> {
  const { folder, slotMs, startedAtMs } = handle;
  const sampler = isSamplerOf(folder, handle.process) ? handle.process : undefined;
  const isThere = await isFolder(folder);
  if (isThere) await remove(runningFile(folder));
  const hasEnded = sampler === undefined || (await end(sampler, waitMs));
  const wasRunning = sampler !== undefined;
  if (!isThere) return { slots: [], badLines: 0, wasRunning, hasEnded };
  // The sampler's last sample is newer than the request to end.
  const limits = { slotMs, fromMs: startedAtMs, toMs: nowMs + 2 * waitMs };
  const parsed = await readSlots(slotFile(folder), limits);
  await remove(slotFile(folder));
  await rmdir(folder).catch(() => {
    // The folder has other content, or does not exist any more.
  });
  return { ...parsed, wasRunning, hasEnded };
}

async function end(sampler: ProcessIdentity, waitMs: number): Promise<boolean> {
  if (await waitForEnd(sampler, waitMs)) return true;
  endProcess(sampler);
  return waitForEnd(sampler, waitMs);
}

async function isFolder(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}

async function waitForEnd(process: ProcessIdentity, waitMs: number): Promise<boolean> {
  for (let waitedMs = 0; isAlive(process); waitedMs += PAUSE_MS) {
    if (waitedMs >= waitMs) return false;
    await delay(PAUSE_MS);
  }
  return true;
}

async function remove(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => {
    // A directory has replaced the file; the sampler ends by its time limit or with its parent.
  });
}

/**
 * Whether a process still runs and is the sampler of this folder. Where the system does not show arguments, running
 * is enough.
 */
function isSamplerOf(folder: string, identity: ProcessIdentity): boolean {
  if (!isAlive(identity)) return false;
  return !canSeeProcesses() || readConfigFolder(identity.pid) === folder;
}

/** The folder in a sampler's last argument. */
function readConfigFolder(pid: number): string | undefined {
  try {
    return parseSamplerConfig(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').at(-2)).folder;
  } catch {
    // The process has just ended, or is another program.
    return undefined;
  }
}

const MAX_BYTES = MAX_SLOTS * RECORD_BYTES;

/** Reads the slots of a sampler. Anything else that the job put there has no slots and blocks nothing. */
async function readSlots(path: string, limits: SlotLimits): Promise<ParsedSlots> {
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
    // An unreadable file counts as empty: the job then has no such metrics.
    return { slots: [], badLines: 0 };
  }
}
