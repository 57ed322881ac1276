const WIDTH = 30;
const REDRAW_MS = 100;

/** A progress bar on the screen. */
export interface Progress {
  add(bytes: number): void;
  /** Removes the bar. */
  end(): void;
}

/** Draws a progress bar for `totalBytes` on standard error; undefined without a terminal or a known total. */
export function startProgress(totalBytes: number | undefined): Progress | undefined {
  const { stderr } = process;
  if (totalBytes === undefined || totalBytes === 0 || !stderr.isTTY) return undefined;
  let read = 0;
  let drawnAt = 0;
  return {
    add(bytes) {
      read += bytes;
      const now = performance.now();
      if (now - drawnAt < REDRAW_MS) return;
      drawnAt = now;
      stderr.write(`\r${formatBar(read / totalBytes)}`);
    },
    end() {
      if (drawnAt > 0) stderr.write('\r\u001b[K');
    },
  };
}

/** `[#####     ]  50 %` for a share from 0 to 1. */
export function formatBar(share: number): string {
  const part = Math.min(1, Math.max(0, share));
  const full = Math.round(part * WIDTH);
  return `[${'#'.repeat(full)}${' '.repeat(WIDTH - full)}] ${String(Math.floor(part * 100)).padStart(3)} %`;
}
