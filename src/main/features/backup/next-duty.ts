const NIGHT_MINUTES = 3 * 60;
const IDLE_MS = 5 * 60_000;
/** Idle or not: a shop that never sleeps gets its backup too. */
const PATIENCE_MS = 2 * 60 * 60_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const PROVE_EVERY_MS = 7 * DAY_MS;
/** After this the screens warn. */
const STALE_MS = 8 * DAY_MS;
/** A failed one is tried again, but not every five minutes. */
const AGAIN_MS = 60 * 60 * 1000;

export interface NightClock {
  readonly nowMs: number;
  /** The day an instant counts for when days begin so many minutes after the shop's midnight. */
  readonly dayOf: (atMs: number, cutOffMinutes: number) => string;
  /** Something was written since the last backup. */
  readonly changed: boolean;
  /** Attempts by itself, also failed ones. */
  readonly lastAutoAtMs: number | null;
  readonly lastMadeAtMs: number | null;
  readonly lastProvenAtMs: number | null;
  readonly lastSeenAtMs: number | null;
}

/** What is due: the night's backup (at three, or as soon as the program runs and nobody is at it), then the weekly proof. */
export function nextDuty(clock: NightClock): 'backUp' | 'prove' | null {
  if (!mayWork(clock)) return null;
  if (clock.changed && isNightDue(clock, clock.nowMs)) return 'backUp';
  return clock.lastMadeAtMs !== null && isOlder(clock.lastProvenAtMs, PROVE_EVERY_MS, clock.nowMs)
    ? 'prove'
    : null;
}

export function isStale(provenAtMs: number | null, nowMs: number): boolean {
  return isOlder(provenAtMs, STALE_MS, nowMs);
}

function mayWork(clock: NightClock): boolean {
  if (!isOlder(clock.lastAutoAtMs, AGAIN_MS, clock.nowMs)) return false;
  return isOlder(clock.lastSeenAtMs, IDLE_MS, clock.nowMs) || isNightDue(clock, clock.nowMs - PATIENCE_MS);
}

/** By the wall clock's days, so a night of a clock change has no special case. */
function isNightDue({ dayOf, lastMadeAtMs }: NightClock, atMs: number): boolean {
  return lastMadeAtMs === null || dayOf(lastMadeAtMs, NIGHT_MINUTES) < dayOf(atMs, NIGHT_MINUTES);
}

/** An instant in the future (the clock was set back) counts as old. */
function isOlder(atMs: number | null, thanMs: number, nowMs: number): boolean {
  return atMs === null || nowMs - atMs > thanMs || atMs > nowMs;
}
