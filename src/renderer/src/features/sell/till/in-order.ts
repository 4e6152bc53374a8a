let last: Promise<unknown> = Promise.resolve();

/** Runs acts of the till one after the other: a quick hand and a scanner never overtake each other. */
export function inOrder<T>(act: () => Promise<T>): Promise<T> {
  const next = last.then(act, act);
  last = next.catch(() => undefined);
  return next;
}

let scansSettled: () => Promise<void> = () => Promise.resolve();

/** Told by the scanner's queue, so that charging waits for what was scanned before the key was pressed. */
export function setScansSettled(settled: () => Promise<void>): void {
  scansSettled = settled;
}

/** Runs an act once everything scanned and pressed before is done. */
export async function afterAll<T>(act: () => Promise<T>): Promise<T> {
  await scansSettled();
  return inOrder(act);
}
