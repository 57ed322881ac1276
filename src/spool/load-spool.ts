/** The only import of the files that keep lines on disk. They load Node modules that most runs do not need. */
export function loadSpool(): Promise<typeof import('./spool-files.ts')> {
  return import('./spool-files.ts');
}
