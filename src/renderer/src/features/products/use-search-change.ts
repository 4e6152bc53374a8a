import { useCallback } from 'react';

/** The search text's way into a list's filters, steady between renders. */
export function useSearchChange(onChange: (patch: { q: string }) => void): (q: string) => void {
  return useCallback((q) => onChange({ q }), [onChange]);
}
