import { existsSync, readFileSync } from 'node:fs';
import { kill } from 'node:process';

/** A process, distinguished from a later one with the same id by its start time if the system shows it. */
export interface ProcessIdentity {
  readonly pid: number;
  /** In the kernel's ticks, as Linux reports it. */
  readonly startedAt?: string;
}

/** Ids that are not a usable parent: 0 is outside of this container, 1 adopts orphans. */
const FIRST_PID = 2;
/** States of a process that has ended and whose parent has not read its exit status. */
const ENDED = /[ZXx]/;

/** The identity of a process; undefined if it cannot be seen, as from inside a container. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  if (!Number.isSafeInteger(pid) || pid < FIRST_PID) return undefined;
  if (!canSeeProcesses()) return isKnown(pid) ? { pid } : undefined;
  const startedAt = readStart(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether this very process still runs. */
export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  return startedAt === undefined || !canSeeProcesses() ? isKnown(pid) : readStart(pid) === startedAt;
}

/** Whether the system shows its processes: some containers have no `/proc`. */
export function canSeeProcesses(): boolean {
  return process.platform === 'linux' && existsSync('/proc/self/stat');
}

/** Kills a process, but only if it is certainly the right one. */
export function endProcess(identity: ProcessIdentity): void {
  if (identity.startedAt === undefined || !isAlive(identity)) return;
  try {
    kill(identity.pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

/** The 22nd field of /proc/PID/stat. The second is a name that may contain anything, so counting starts after it. */
export function parseStart(text: string): string | undefined {
  const [state = '', ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const startedAt = fields[18];
  return startedAt === undefined || ENDED.test(state) || !/^[0-9]+$/.test(startedAt) ? undefined : startedAt;
}

function readStart(pid: number): string | undefined {
  try {
    return parseStart(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return undefined;
  }
}

function isKnown(pid: number): boolean {
  try {
    // Signal 0 only checks whether the process exists.
    return kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
