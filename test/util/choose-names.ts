const PRIME = 0x01000193;
const START = 0x811c9dc5 | 0;
const BLOCK = 5;

/**
 * 2^`bits` names with the same 32-bit FNV-1a hash, the usual hash without a key. Each of `bits` blocks has two texts
 * that lead from one state to the same next state. Every combination of them is a name. All begin with `start`.
 */
export function chooseNames(bits: number, start = ''): string[] {
  let state = step(START, start);
  let names = [start];
  for (let block = 0; block < bits; block += 1) {
    const [one, other] = findPair(state);
    names = names.flatMap((name) => [name + one, name + other]);
    state = step(state, one);
  }
  return names;
}

/** Finds a collision by the birthday paradox in some 80,000 tries. */
function findPair(state: number): readonly [string, string] {
  const seen = new Map<number, string>();
  for (let index = 62 ** 4; ; index += 7919) {
    const text = index.toString(36).padStart(BLOCK, 'x').slice(-BLOCK);
    const next = step(state, text);
    const other = seen.get(next);
    if (other !== undefined && other !== text) return [other, text];
    seen.set(next, text);
  }
}

function step(state: number, text: string): number {
  let next = state;
  for (let index = 0; index < text.length; index += 1) next = Math.imul(next ^ text.charCodeAt(index), PRIME);
  return next;
}
