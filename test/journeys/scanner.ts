import type { CDPSession, Page } from '@playwright/test';
import { ENTER, strokeFor } from './key-strokes.ts';

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** The page's own line to Chromium, in a browser and in Electron alike. */
export function devtoolsOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, known);
  return known;
}

/** Between two keys of a fast scanner. */
const KEY_GAP_MS = 2;

/** Plays a keyboard-wedge scanner: real key events in one burst, ended by Enter. Whoever has the focus gets them.
 *  Each carries the moment it was sent, as the system's own key events do, so that a busy page cannot tear a code. */
export async function scan(page: Page, code: string): Promise<void> {
  const devtools = await devtoolsOf(page);
  const startMs = Date.now();
  // Sent without waiting for answers in between, as a scanner does not wait either.
  const sending = [...[...code].map(strokeFor), ENTER].flatMap((stroke, index) => {
    const { text, ...key } = stroke;
    const timestamp = (startMs + index * KEY_GAP_MS) / 1000;
    return [
      devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', text, timestamp, ...key }),
      devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, ...key }),
    ];
  });
  await Promise.all(sending);
}
