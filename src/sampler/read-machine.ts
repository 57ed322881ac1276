import {
  isVirtualInterface,
  parseCpuTimes,
  parseMemory,
  parseTransfers,
  sumCpuTimes,
} from '../collect/runner/parse-proc.ts';
import type { CpuTimes, MemorySpace, Reading, TransferCounters } from '../collect/runner/reading.ts';
import type { Machine } from './machine.ts';

/** Reads everything once. The numbers are of the whole machine, also inside a container with limits. */
export function readMachine(machine: Machine): Reading {
  const cpu = attempt(() => readCpu(machine));
  const memory = attempt(() => readMemory(machine));
  const disk = attempt(() => machine.diskSpace());
  const network = attempt(() => readNetwork(machine));
  return {
    atMs: machine.wallMs(),
    steadyMs: machine.steadyMs(),
    ...(cpu !== undefined && { cpu }),
    ...(memory !== undefined && { memory }),
    ...(disk !== undefined && { disk }),
    ...(network !== undefined && { network }),
  };
}

function readCpu(machine: Machine): CpuTimes | undefined {
  // On Linux, Node's own function opens a file for each core.
  return parseCpuTimes(machine.readProc('stat') ?? '') ?? sumCpuTimes(machine.coreTimes());
}

function readMemory(machine: Machine): MemorySpace | undefined {
  const memory = parseMemory(machine.readProc('meminfo') ?? '');
  if (memory !== undefined) return memory;
  const [totalBytes, available] = [machine.totalMemoryBytes(), machine.availableMemoryBytes()];
  if (available === undefined || totalBytes <= 0 || available > totalBytes) return undefined;
  return { usedBytes: totalBytes - available, totalBytes };
}

function readNetwork(machine: Machine): ReadonlyMap<string, TransferCounters> | undefined {
  const text = machine.readProc('net/dev');
  if (text === undefined) return undefined;
  const transfers = parseTransfers(text);
  return new Map([...transfers].filter(([name]) => !isVirtualInterface(name) && !machine.isPart(name)));
}

/** A number that this system does not provide must not prevent the others. */
function attempt<Value>(read: () => Value | undefined): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
