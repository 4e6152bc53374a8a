// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Command,
  commandsInForce,
  handleKey,
  registerLayer,
} from '../../src/renderer/src/app/commands.ts';
import { isAllowedShortcut, shortcutText } from '../../src/renderer/src/app/shortcut.ts';

let done: string[] = [];
let removers: (() => void)[] = [];
const command = (id: string, shortcut: string, more: Partial<Command> = {}): Command => ({
  id,
  labelKey: 'common:close',
  shortcut,
  perform: () => done.push(id),
  ...more,
});
const inForce = (commands: Command[], modal = false) => removers.push(registerLayer({ commands, modal }));
const press = (key: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, ...more });
  handleKey(event);
  return event;
};

beforeEach(() => {
  done = [];
});
afterEach(() => {
  for (const remove of removers) remove();
  removers = [];
  document.body.innerHTML = '';
});

describe('the key map', () => {
  it('does what is printed on the button, and keeps the key from the browser', () => {
    inForce([command('charge', 'F12')]);
    expect(press('F12').defaultPrevented).toBe(true);
    expect(done).toEqual(['charge']);
  });
  it('leaves other keys to the search field', () => {
    inForce([command('charge', 'F12'), command('palette', '$mod+K')]);
    expect(press('k').defaultPrevented).toBe(false);
    press('k', { ctrlKey: true });
    expect(done).toEqual(['palette']);
  });
  it('acts once while a key is held down', () => {
    inForce([command('charge', 'F12')]);
    press('F12');
    press('F12', { repeat: true });
    expect(done).toEqual(['charge']);
  });
  it('does nothing for what cannot be done now', () => {
    inForce([command('charge', 'F12', { isAvailable: () => false })]);
    press('F12');
    expect(done).toEqual([]);
  });
  it('gives the payment sheet its F1 and the shell its own back afterwards', () => {
    inForce([command('keys', 'F1'), command('drawer', 'F9')]);
    const close = registerLayer({ commands: [command('cash', 'F1')], modal: true });
    press('F1');
    press('F9');
    expect(done).toEqual(['cash']);
    close();
    press('F1');
    expect(done).toEqual(['cash', 'keys']);
  });
  it('charges nothing while a dialog is open over the cart', () => {
    inForce([command('charge', 'F12')]);
    document.body.innerHTML = '<section role="dialog" aria-modal="true"></section>';
    press('F12');
    expect(done).toEqual([]);
    expect(commandsInForce(false).map(({ id }) => id)).toEqual(['charge']);
  });
  it('refuses keys that a scanner types', () => {
    for (const key of ['a', '7', 'Enter', 'Shift+A', 'Escape']) expect(isAllowedShortcut(key)).toBe(false);
    for (const key of ['F1', 'F12', '$mod+K', '$mod+Shift+P']) expect(isAllowedShortcut(key)).toBe(true);
    expect(() => registerLayer({ commands: [command('typo', 'p')], modal: false })).toThrow(/scan field/);
  });
  it('prints keys as the keyboard shows them', () => {
    expect(shortcutText('$mod+N', false)).toBe('Ctrl N');
    expect(shortcutText('$mod+N', true)).toBe('⌘ N');
  });
});
