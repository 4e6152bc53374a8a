import { useCallback, useEffect, useState } from 'react';
import { CallError } from '../../../client/call-error.ts';

/** Seconds until the next try is allowed, counting down; 0 when it is. */
export function useCountdown(): [number, (error: unknown) => void] {
  const [endsAt, setEndsAt] = useState(0);
  const [secondsLeft, setSecondsLeft] = useState(0);
  useEffect(() => {
    const tick = () => setSecondsLeft(Math.max(0, Math.ceil((endsAt - performance.now()) / 1000)));
    tick();
    if (endsAt <= performance.now()) return;
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [endsAt]);
  const heed = useCallback((error: unknown) => {
    const waitMs = waitOf(error);
    if (waitMs > 0) setEndsAt(performance.now() + waitMs);
  }, []);
  return [secondsLeft, heed];
}

/** How long a throttled try must wait, milliseconds; 0 for other errors. */
export function waitOf(error: unknown): number {
  if (!(error instanceof CallError) || error.code !== 'auth.throttled') return 0;
  const waitMs = Number(error.data['waitMs']);
  return Number.isFinite(waitMs) ? waitMs : 30_000;
}
