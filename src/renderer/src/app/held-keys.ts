import { asTextControl, pressEnter, typeText } from '../ui/keyboard-input.ts';
import { openDialogElement } from '../ui/open-dialog.ts';
import { keepFromScans } from './kept-typing.ts';

type HeldKey = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** Longer than a dialog takes to come and to fetch the focus. */
const MOST_WAIT_MS = 500;
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

/** Keeps what is typed while `opening` is under way and types it into the dialog that came of it, or where the focus is:
 *  a quick hand loses no digit between the key that charges and the sheet. Scans are heard as ever.
 *  @param opening  answers whether it came to what the keys were meant for; if not, they are forgotten: a question that
 *    came instead must not be answered by them */
export async function holdingKeys(opening: () => Promise<boolean>): Promise<void> {
  const held: HeldKey[] = [];
  const hold = (event: KeyboardEvent) => {
    if (event.isComposing || MODIFIERS.has(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) held.push(event);
  };
  // A scanner's keys are its own: they are forgotten with the rest of what its burst typed.
  const stopKeeping = keepFromScans(() => {
    const before = held.length;
    return () => held.splice(before);
  });
  window.addEventListener('keydown', hold, true);
  try {
    const asMeant = await opening();
    await dialogHasFocus();
    if (!asMeant) held.length = 0;
  } finally {
    window.removeEventListener('keydown', hold, true);
    stopKeeping();
    for (const key of held) typeKey(key);
  }
}

async function dialogHasFocus(): Promise<void> {
  const endMs = performance.now() + MOST_WAIT_MS;
  while (performance.now() < endMs) {
    const dialog = openDialogElement();
    if (dialog === null || dialog.contains(document.activeElement)) return;
    await new Promise((done) => setTimeout(done, 5));
  }
}

function typeKey({ key, code, shiftKey, ctrlKey, altKey, metaKey }: HeldKey): void {
  const target = document.activeElement ?? document.body;
  const control = asTextControl(target);
  if (control && key === 'Enter') {
    pressEnter(control);
    return;
  }
  const init = { key, code, shiftKey, ctrlKey, altKey, metaKey, bubbles: true, cancelable: true };
  const passed = target.dispatchEvent(new KeyboardEvent('keydown', init));
  if (!passed || ctrlKey || altKey || metaKey) return;
  if (control && key.length === 1) typeText(control, key);
  if (target instanceof HTMLButtonElement && key === 'Enter') target.click();
}
