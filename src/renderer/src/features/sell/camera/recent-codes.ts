/** How long a code must have been out of sight before it counts again. */
export const SAME_CODE_MS = 1500;

/** Tells a code that came into sight from one that is still there: held before the camera it counts once. */
export function createRecentCodes(): (code: string, timeMs: number) => boolean {
  const seen = new Map<string, number>();
  return (code, timeMs) => {
    for (const [other, lastMs] of seen) if (timeMs - lastMs >= SAME_CODE_MS) seen.delete(other);
    const fresh = !seen.has(code);
    seen.set(code, timeMs);
    return fresh;
  };
}
