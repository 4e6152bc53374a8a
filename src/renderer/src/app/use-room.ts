import { useSyncExternalStore } from 'react';

/** Wide enough for every column beside the panel, or without it. */
const BESIDE_PANEL = '(width >= 1500px)';
const ALONE = '(width >= 1100px)';

/** Whether the list has place for all its columns. */
export function useRoom(panelOpen: boolean): boolean {
  const media = panelOpen ? BESIDE_PANEL : ALONE;
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(media);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => window.matchMedia(media).matches,
  );
}
