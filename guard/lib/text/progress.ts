/** What is done sooner says nothing. */
const QUIET_MS = 2000;
/** A line that changes faster cannot be read. */
const INTERVAL_MS = 200;
const CLEAR_LINE = "\r\u001b[2K";

/**
 * Says on a terminal how far work is that takes more than two seconds: one line on standard error, which is gone at the end. Where nobody
 * watches, and in a pipeline (`CI`), it says nothing.
 */
export class Progress {
  private readonly started = Date.now();
  private readonly isWatched = process.stderr.isTTY && ["", "0", "false"].includes(process.env.CI?.toLowerCase() ?? "");
  private shown: number | undefined;

  /** Says what is being done now, such as `3 of 155 resources`. */
  public step(text: string): void {
    const now = Date.now();
    if (!this.isWatched || now - this.started < QUIET_MS) return;
    if (this.shown !== undefined && now - this.shown < INTERVAL_MS) return;
    this.shown = now;
    process.stderr.write(`${CLEAR_LINE}${text}…`);
  }

  /** Takes the line away, so that what is written next begins where it stood. */
  public clear(): void {
    if (this.shown === undefined) return;
    this.shown = undefined;
    process.stderr.write(CLEAR_LINE);
  }
}

/** Work that tells how far it is; the line is gone at its end, and where it fails. */
export async function telling<T>(work: (progress: Progress) => Promise<T>): Promise<T> {
  const progress = new Progress();
  try {
    return await work(progress);
  } finally {
    progress.clear();
  }
}

/** The same for work whose end alone can be waited for. */
export function withProgress<T>(what: string, work: Promise<T>): Promise<T> {
  return telling(async (progress) => {
    const timer = setInterval(() => {
      progress.step(what);
    }, QUIET_MS / 4);
    try {
      return await work;
    } finally {
      clearInterval(timer);
    }
  });
}
