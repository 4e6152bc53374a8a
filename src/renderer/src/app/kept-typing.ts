type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** Puts something back as it was before a scanner typed into it. */
export type Restore = () => void;

const keepers = new Set<() => Restore>();

/** What an input method is composing in. */
let composed: EventTarget | null = null;
window.addEventListener('compositionstart', ({ target }) => (composed = target), true);
window.addEventListener('compositionend', () => (composed = null), true);

/** For what is typed outside text fields, e.g. an amount on a payment sheet: `keep` remembers it now and returns what
 *  puts it back. Returns what ends this. */
export function keepFromScans(keep: () => Restore): () => void {
  keepers.add(keep);
  return () => keepers.delete(keep);
}

/** Remembers every place typing could land, as it is now. */
export function rememberFields(): Restore {
  const restores = [...keepers].map((keep) => keep());
  const control = focusedControl();
  if (control) restores.push(rememberControl(control));
  return () => {
    for (const restore of restores) restore();
  };
}

function focusedControl(): TextControl | null {
  const focused = document.activeElement;
  return focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused : null;
}

function rememberControl(control: TextControl): Restore {
  const { value, selectionStart, selectionEnd } = control;
  return () => {
    endComposition(control);
    if (control.value !== value) setValue(control, value);
    if (selectionStart !== null) control.setSelectionRange(selectionStart, selectionEnd ?? selectionStart);
  };
}

/** An input method keeps the letters it is composing; leaving the field makes it let go of them. */
function endComposition(control: TextControl): void {
  if (composed !== control || document.activeElement !== control) return;
  control.blur();
  control.focus({ preventScroll: true });
}

/** Sets a value as if typed, so that the field's owner hears of it. */
function setValue(control: TextControl, value: string): void {
  const prototype =
    control instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
  control.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
}
