import { type Restore, rememberFields } from '../../../app/kept-typing.ts';
import { type BurstEvent, createBurstDetector, type ScannerSettings } from './burst-detector.ts';

const NOTHING: Restore = () => undefined;

/** Hears a scanner wherever the focus is: codes go to `onScan`, fields get back what they held, and the key that ends
 *  a code submits nothing. Returns what stops listening. */
export function listenForScans(
  settingsNow: () => ScannerSettings,
  onScan: (code: string) => void,
): () => void {
  let settings = settingsNow();
  let detector = createBurstDetector(settings);
  let lastMs = Number.NEGATIVE_INFINITY;
  let restore = NOTHING;
  let timer = 0;
  const conclude = (event: BurstEvent): boolean => {
    if (event.kind !== 'scanned') return false;
    restore();
    restore = NOTHING;
    onScan(event.code);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    window.clearTimeout(timer);
    // What becomes known while a code is heard is for the next one.
    if (settingsNow() !== settings && event.timeStamp - lastMs > detector.idleAfterMs) {
      settings = settingsNow();
      detector = createBurstDetector(settings);
    }
    lastMs = event.timeStamp;
    const press = {
      key: event.key,
      code: event.code,
      shift: event.shiftKey,
      timeMs: event.timeStamp,
      repeat: event.repeat,
      chord: event.ctrlKey || event.metaKey || event.altKey,
      ctrl: event.ctrlKey,
      alt: event.altKey,
    };
    const meant = detector.feed(press);
    if (meant.kind === 'began') restore = rememberFields();
    // A space inside a code must not press the focused button, nor the key that ends it, nor what stands for ASCII 29.
    const hidden = meant.kind === 'going' && (meant.hidden || (event.code === 'Space' && !isTyping()));
    const ended = conclude(meant);
    if (ended || hidden) swallow(event);
    if (!ended)
      timer = window.setTimeout(() => conclude(detector.idle(performance.now())), detector.idleAfterMs);
  };
  window.addEventListener('keydown', onKeyDown, true);
  return () => {
    window.clearTimeout(timer);
    window.removeEventListener('keydown', onKeyDown, true);
  };
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function isTyping(): boolean {
  const focused = document.activeElement;
  return focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
}
