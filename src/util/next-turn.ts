/** Waits for the event loop's next turn: what was written to sockets is then with the kernel. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
