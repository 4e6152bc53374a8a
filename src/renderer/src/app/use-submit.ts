import { useRef, useState } from 'react';

/** Runs an act once at a time: a second Enter while it is under way does nothing. */
export function useSubmit<A extends readonly unknown[]>(
  act: (...args: A) => Promise<unknown>,
): { busy: boolean; submit: (...args: A) => Promise<void> } {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const submit = async (...args: A) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await act(...args);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, submit };
}
