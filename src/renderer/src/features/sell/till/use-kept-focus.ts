import { type MouseEvent, type RefObject, useEffect } from 'react';
import { isDialogOpen } from '../../../ui/open-dialog.ts';

const TEXT_CONTROLS = 'input, textarea, select, [contenteditable="true"]';

/** Keeps the focus in the scan field: pressing buttons does not take it, and a letter typed elsewhere goes there.
 *  Tab still reaches everything. @returns what to put on the screen's root as onMouseDown. */
export function useKeptFocus(field: RefObject<HTMLInputElement | null>): (event: MouseEvent) => void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typed =
        event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!typed || isDialogOpen()) return;
      if (event.target instanceof Element && event.target.closest(`${TEXT_CONTROLS}, [role="menu"]`)) return;
      field.current?.focus();
    };
    // A button that vanishes under the finger leaves the focus nowhere.
    const timer = window.setInterval(() => {
      if (document.activeElement === document.body && document.hasFocus() && !isDialogOpen())
        field.current?.focus({ preventScroll: true });
    }, 200);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [field]);
  return (event) => {
    if (event.target instanceof Element && !event.target.closest(TEXT_CONTROLS)) event.preventDefault();
  };
}
