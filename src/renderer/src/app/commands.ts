import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { MessageKey } from '../../../shared/messages/index.ts';
import { isDialogOpen } from '../ui/open-dialog.ts';
import { isAllowedShortcut, matchesShortcut, shortcutText } from './shortcut.ts';

/** One thing the till can do: its key, its words, whether it can be done now, and doing it. */
export interface Command {
  id: string;
  labelKey: MessageKey;
  icon?: LucideIcon;
  /** "F12" or "$mod+K"; see isAllowedShortcut. */
  shortcut?: string;
  isAvailable?: () => boolean;
  perform: () => void;
}

interface Layer {
  commands: readonly Command[];
  modal: boolean;
}

// Later layers lie above earlier ones: a payment sheet's F1 wins over the shell's.
const layers: Layer[] = [];

/** Puts commands in force while the component is mounted. A modal layer silences those below it;
 *  while any dialog is open only modal layers hear keys. */
export function useCommands(commands: readonly Command[], { modal = false }: { modal?: boolean } = {}): void {
  const layer = useRef<Layer>({ commands, modal });
  layer.current.commands = commands;
  useEffect(() => registerLayer(layer.current), []);
}

/** The same outside React; returns what takes the layer away. */
export function registerLayer(layer: Layer): () => void {
  for (const { id, shortcut } of layer.commands) {
    if (shortcut && !isAllowedShortcut(shortcut))
      throw new Error(`command ${id}: the key ${shortcut} belongs to the scan field`);
  }
  layers.push(layer);
  return () => {
    layers.splice(layers.indexOf(layer), 1);
  };
}

/** The commands in force, top layer first, each id once. */
export function commandsInForce(dialogOpen = isDialogOpen()): Command[] {
  const found = new Map<string, Command>();
  for (const layer of [...layers].reverse()) {
    if (dialogOpen && !layer.modal) continue;
    for (const command of layer.commands) if (!found.has(command.id)) found.set(command.id, command);
    if (layer.modal) break;
  }
  return [...found.values()];
}

export const isAvailable = (command: Command): boolean => command.isAvailable?.() ?? true;

/** Runs the command a key stands for. A held key acts once; a known key never reaches the browser. */
export function handleKey(event: KeyboardEvent): void {
  if (event.isComposing) return;
  const command = commandsInForce().find(({ shortcut }) => shortcut && matchesShortcut(event, shortcut));
  if (!command) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat && isAvailable(command)) command.perform();
}

/** Listens for every command's key; mounted once by the app. */
export function useKeyMap(): void {
  useEffect(() => {
    window.addEventListener('keydown', handleKey, true);
    return () => window.removeEventListener('keydown', handleKey, true);
  }, []);
}

const IS_MAC = /mac/i.test(navigator.platform);

/** A command's key as printed on its button. */
export function keyCap(command: { shortcut?: string }): string | undefined {
  return command.shortcut ? shortcutText(command.shortcut, IS_MAC) : undefined;
}
