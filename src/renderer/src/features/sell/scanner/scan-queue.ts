export interface ScanQueue {
  /** Takes a code; it runs at once, or as soon as what runs or is open is done. */
  push(code: string): void;
  /** Looks again whether the next code may run: call it when a dialog has closed. */
  resume(): void;
  readonly waiting: number;
  /** Resolves when every code that may run has run. */
  settled(): Promise<void>;
}

export interface ScanQueueOptions {
  readonly run: (code: string) => Promise<void>;
  /** True while a dialog needs its answer first. */
  readonly isBlocked: () => boolean;
  /** A code has to wait: the person should hear that it was not lost. */
  readonly onHeld: (waiting: number) => void;
}

/** Codes in the order they were scanned, one at a time; none is dropped (R38). */
export function createScanQueue({ run, isBlocked, onHeld }: ScanQueueOptions): ScanQueue {
  const codes: string[] = [];
  let running: Promise<void> | null = null;
  const runAll = async () => {
    while (codes.length > 0 && !isBlocked()) {
      const code = codes.shift();
      // run reports its own failures; one bad code must not hold up the next.
      if (code !== undefined) await run(code).catch(() => undefined);
    }
  };
  const drain = () => {
    if (running || codes.length === 0 || isBlocked()) return;
    running = runAll().finally(() => {
      running = null;
      // What came in while the last one ended.
      drain();
    });
  };
  return {
    push(code) {
      codes.push(code);
      if (isBlocked()) onHeld(codes.length);
      drain();
    },
    resume: drain,
    get waiting() {
      return codes.length;
    },
    settled: () => running ?? Promise.resolve(),
  };
}
