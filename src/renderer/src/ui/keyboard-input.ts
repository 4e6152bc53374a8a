export type TextControl = HTMLInputElement | HTMLTextAreaElement;

const TYPED_INPUTS = new Set(['text', 'search', 'email', 'tel', 'url', 'password']);

/** The element when people type words into it; amounts, PINs and choices have the number pad or their own controls. */
export function asTextControl(element: EventTarget | null): TextControl | null {
  if (element instanceof HTMLTextAreaElement) return element.readOnly || element.disabled ? null : element;
  if (!(element instanceof HTMLInputElement) || element.readOnly || element.disabled) return null;
  return TYPED_INPUTS.has(element.type) ? element : null;
}

/** Types a text at the caret as a person would: the field's own change handling runs. */
export function typeText(control: TextControl, text: string): void {
  const start = control.selectionStart ?? control.value.length;
  const end = control.selectionEnd ?? start;
  control.setRangeText(text, start, end, 'end');
  control.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
}

/** Removes the selection, or the character before the caret. */
export function eraseBackwards(control: TextControl): void {
  const end = control.selectionEnd ?? control.value.length;
  const selectionStart = control.selectionStart ?? end;
  const start = selectionStart === end ? end - lengthOfLast(control.value.slice(0, end)) : selectionStart;
  control.setRangeText('', start, end, 'end');
  control.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteContentBackward' }));
}

/** Enter as the hardware key would send it. */
export function pressEnter(control: TextControl): void {
  if (control instanceof HTMLTextAreaElement) {
    typeText(control, '\n');
    return;
  }
  const passed = control.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
  );
  if (passed) control.form?.requestSubmit();
}

function lengthOfLast(text: string): number {
  return [...text].at(-1)?.length ?? 0;
}
