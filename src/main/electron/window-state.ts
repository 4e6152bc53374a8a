import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, type Rectangle, screen } from 'electron';

interface WindowState extends Partial<Rectangle> {
  width: number;
  height: number;
  maximized: boolean;
}

const firstState: WindowState = { width: 1280, height: 800, maximized: false };

function stateFile(): string {
  return join(app.getPath('userData'), 'window-state.json');
}

/** Where the window stood last; the plain first size when that is unknown or lies on a screen no longer there. */
export function readWindowState(): WindowState {
  try {
    const state = parseState(JSON.parse(readFileSync(stateFile(), 'utf8')));
    return state !== null && isOnScreen(state) ? state : firstState;
  } catch {
    return firstState;
  }
}

export function rememberWindowState(window: BrowserWindow): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(stateFile(), JSON.stringify(state));
    } catch {
      // A full or read-only disk must not keep the window from closing; the next start uses the first size.
    }
  });
}

function parseState(value: unknown): WindowState | null {
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, width, height, maximized } = value as Record<string, unknown>;
  if (![x, y, width, height].every(Number.isInteger)) return null;
  return { x, y, width, height, maximized: maximized === true } as WindowState;
}

function isOnScreen(state: WindowState): boolean {
  const { x = 0, y = 0, width, height } = state;
  return screen.getAllDisplays().some(({ workArea }) => {
    const visibleWidth = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    const visibleHeight = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y);
    return visibleWidth >= 200 && visibleHeight >= 200;
  });
}
