import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';

/** A turn of the event loop that took so long answered somebody. */
const BUSY_TURN_MS = 0.1;
const QUIET_MS = 0.4;
const LONGEST_WAIT_MS = 6;

/** Lets calls be answered until none was for a while, though not for ever: one call takes a few turns of the event loop
 *  (socket, body, answer), and work that holds the thread must not come between them.
 *  @param clock  milliseconds; tests hand in their own */
export async function untilQuiet(clock = () => performance.now()): Promise<void> {
  let now = clock();
  const latest = now + LONGEST_WAIT_MS;
  let quietSince = now;
  while (now < latest && now - quietSince < QUIET_MS) {
    const before = now;
    await turn();
    now = clock();
    if (now - before > BUSY_TURN_MS) quietSince = now;
  }
}
