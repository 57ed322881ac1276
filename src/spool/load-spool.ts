/** The only import of what keeps lines in files. It loads modules of Node that a run without such a file does not need. */
export function loadSpool(): Promise<typeof import('./spool-files.ts')> {
  return import('./spool-files.ts');
}
