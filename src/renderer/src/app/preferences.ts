import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Language } from '../../../shared/messages/index.ts';
import type { KeyboardMode } from '../ui/index.ts';

export type ThemeChoice = 'light' | 'dark' | 'system';

interface Preferences {
  theme: ThemeChoice;
  language: Language;
  keyboard: KeyboardMode;
}

/** What this device's user chose; kept in the browser's own storage, never in the shop's data. */
export const usePreferences = create<Preferences>()(
  persist((): Preferences => ({ theme: 'system', language: firstLanguage(), keyboard: 'auto' }), {
    name: 'tillwise.preferences',
  }),
);

export const setTheme = (theme: ThemeChoice) => usePreferences.setState({ theme });
export const setLanguage = (language: Language) => usePreferences.setState({ language });
export const setKeyboardMode = (keyboard: KeyboardMode) => usePreferences.setState({ keyboard });

function firstLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
