/** Stands in for the toolkit's process starter: this action starts no process. */
export function getExecOutput(): Promise<never> {
  return Promise.reject(new Error('This action starts no process.'));
}
