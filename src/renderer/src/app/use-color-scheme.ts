import { useSyncExternalStore } from 'react';
import { usePreferences } from './preferences.ts';

const darkSystem = () => window.matchMedia('(prefers-color-scheme: dark)');

/** The scheme in force: the one chosen, or the system's as it changes. */
export function useColorScheme(): 'light' | 'dark' {
  const choice = usePreferences((state) => state.theme);
  const systemIsDark = useSyncExternalStore(subscribe, () => darkSystem().matches);
  if (choice !== 'system') return choice;
  return systemIsDark ? 'dark' : 'light';
}

function subscribe(onChange: () => void): () => void {
  const query = darkSystem();
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
