/**
 * A series as a render target. Its name alone finds a tagged series too; Graphite's tag database is not asked, as it
 * learns of new series late and answers with every series that has the tags among others. What the target grammar
 * reads as its own is escaped, and so is a dot that has no neighbour on one side.
 */
export function formatTarget(name: string): string {
  return name.replace(/[(){},'"\\|]/g, '\\$&').replace(/^\.|\.(?=\.|$)/g, '\\.');
}
