import { matchKeybindingPress, parseKeybinding } from 'tinykeys';

/** F1..F12, or Ctrl/⌘ with a key ("$mod+K"). Bare letters and digits belong to the scanner. */
export function isAllowedShortcut(shortcut: string): boolean {
  return (
    /^(Shift\+)?F([1-9]|1[0-2])$/.test(shortcut) ||
    /^\$mod\+(Shift\+)?([A-Z0-9]|Enter|Backspace|,)$/.test(shortcut)
  );
}

/** As printed on a key cap: "$mod+K" → "Ctrl K", on a Mac "⌘ K". */
export function shortcutText(shortcut: string, isMac: boolean): string {
  return shortcut.replace('$mod', isMac ? '⌘' : 'Ctrl').replaceAll('+', ' ');
}

export function matchesShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const press = parseKeybinding(shortcut)[0];
  return press !== undefined && matchKeybindingPress(event, press);
}
