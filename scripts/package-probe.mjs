// Imports the given entry. Prints one line: what it exports and which side effects the import had. package-check.mjs
// copies this file next to an installed package and runs it there.
const globalsBefore = new Set(Reflect.ownKeys(globalThis));
const listenersBefore = countListeners();
const environmentBefore = JSON.stringify(process.env);

const imported = await import(process.argv[2]);
// Work that an import starts without waiting for it has begun by the next turn of the event loop.
await new Promise((resolve) => setImmediate(resolve));

const open = process.getActiveResourcesInfo().filter((name) => name !== 'TTYWrap' && name !== 'PipeWrap');
const globals = Reflect.ownKeys(globalThis).filter((name) => !globalsBefore.has(name));
const sideEffects = [
  ...open.map((name) => `it holds a ${name} open`),
  ...globals.map((name) => `it defines the global ${String(name)}`),
];
if (countListeners() !== listenersBefore) sideEffects.push(`it listens to the process: ${countListeners()}`);
if (JSON.stringify(process.env) !== environmentBefore) sideEffects.push('it changes the environment');
if (process.exitCode !== undefined) sideEffects.push('it sets the exit code');

const exports = Object.fromEntries(Object.entries(imported).map(([name, value]) => [name, typeof value]));
console.log(JSON.stringify({ version: process.version, exports, sideEffects }));

function countListeners() {
  return process
    .eventNames()
    .map((name) => `${String(name)} ${process.listenerCount(name)}`)
    .sort()
    .join(', ');
}
