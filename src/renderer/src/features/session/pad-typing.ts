import { useEffect, useRef } from 'react';
import { keepFromScans } from '../../app/kept-typing.ts';
import type { PadKey } from '../../ui/index.ts';

export interface PadTyping {
  text: string;
  setText: (text: string) => void;
  onKey: (key: PadKey) => void;
  onEnter: () => void;
  /** False while something above has the keyboard. */
  enabled?: boolean;
}

const NAMED: Readonly<Record<string, PadKey>> = {
  Backspace: 'backspace',
  Delete: 'clear',
  '.': 'decimal',
  ',': 'decimal',
};

/** Pads on screen, the one on top last: an approval's PIN pad lies over the pad of what it approves. */
const pads: object[] = [];

/** Lets the hardware keyboard press the number pad's keys wherever the focus is, but in text fields.
 *  A scan undoes what its digits did to `text`. */
export function usePadKeys(typing: PadTyping): void {
  const latest = useRef(typing);
  latest.current = typing;
  const enabled = typing.enabled ?? true;
  useEffect(() => {
    if (!enabled) return;
    const stopKeeping = keepFromScans(() => {
      const { text } = latest.current;
      return () => latest.current.setText(text);
    });
    pads.push(latest);
    const listen = (event: KeyboardEvent) => {
      if (pads.at(-1) === latest) pressPad(event, latest.current);
    };
    document.addEventListener('keydown', listen);
    return () => {
      stopKeeping();
      pads.splice(pads.indexOf(latest), 1);
      document.removeEventListener('keydown', listen);
    };
  }, [enabled]);
}

function pressPad(event: KeyboardEvent, { onKey, onEnter }: PadTyping): void {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target instanceof Element ? event.target : null;
  if (event.key === 'Enter') {
    // A button that has the focus answers Enter itself.
    if (target?.closest('button, a, textarea, [role="option"]')) return;
    event.preventDefault();
    onEnter();
    return;
  }
  if (target?.closest('input, textarea, select')) return;
  const key = /^[0-9]$/.test(event.key) ? (event.key as PadKey) : NAMED[event.key];
  if (!key) return;
  event.preventDefault();
  onKey(key);
}
