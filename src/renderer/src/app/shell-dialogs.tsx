import { Keyboard, Search, SunMoon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandPalette } from './command-palette.tsx';
import { type Command, commandsInForce, isAvailable, keyCap, useCommands } from './commands.ts';
import { KeysDialog } from './keys-dialog.tsx';
import type { PaletteItem } from './palette-sources.ts';
import { setKeyboardMode, setTheme, usePreferences } from './preferences.ts';
import { navEntries } from './routes.tsx';
import { allows, useShell } from './shell-state.ts';

type Open = { kind: 'none' } | { kind: 'keys' | 'palette'; commands: readonly Command[] };

/** The shell's own commands and the two dialogs they open: the key list and the palette. */
export function ShellDialogs({ goTo }: { goTo: (path: string) => void }) {
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const show = (kind: 'keys' | 'palette') => () => setOpen({ kind, commands: commandsInForce(false) });
  useCommands([
    {
      id: 'shell.keys',
      labelKey: 'common:commands.keys',
      icon: Keyboard,
      shortcut: 'F1',
      perform: show('keys'),
    },
    {
      id: 'shell.palette',
      labelKey: 'common:commands.palette',
      icon: Search,
      shortcut: '$mod+K',
      perform: show('palette'),
    },
    { id: 'shell.theme', labelKey: 'common:commands.theme', icon: SunMoon, perform: switchTheme },
    {
      id: 'shell.keyboard',
      labelKey: 'common:commands.onScreenKeyboard',
      icon: Keyboard,
      perform: switchKeyboard,
    },
  ]);
  const close = () => setOpen({ kind: 'none' });
  if (open.kind === 'keys') return <KeysDialog commands={open.commands} onClose={close} />;
  if (open.kind === 'palette') return <PaletteOf commands={open.commands} goTo={goTo} onClose={close} />;
  return null;
}

interface PaletteOfProps {
  commands: readonly Command[];
  goTo: (path: string) => void;
  onClose: () => void;
}

function PaletteOf({ commands, goTo, onClose }: PaletteOfProps) {
  const { t } = useTranslation();
  const permissions = useShell((state) => state.permissions);
  const screens: PaletteItem[] = navEntries((entry) => allows(permissions, entry.permission)).map(
    (entry) => ({
      id: entry.path,
      label: t(entry.labelKey),
      hint: t('common:commands.screens'),
      icon: entry.icon,
      perform: () => goTo(entry.path),
    }),
  );
  const actions: PaletteItem[] = commands
    .filter((command) => command.id !== 'shell.palette' && isAvailable(command))
    .map((command) => ({
      id: command.id,
      label: t(command.labelKey),
      icon: command.icon,
      keyCap: keyCap(command),
      perform: command.perform,
    }));
  return <CommandPalette items={[...screens, ...actions]} onClose={onClose} />;
}

function switchTheme(): void {
  const dark = document.documentElement.dataset.mantineColorScheme === 'dark';
  setTheme(dark ? 'light' : 'dark');
}

function switchKeyboard(): void {
  setKeyboardMode(usePreferences.getState().keyboard === 'on' ? 'off' : 'on');
}
