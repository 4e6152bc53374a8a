import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { launchTillwise } from '../desktop/launch-tillwise.ts';
import { type Door, type Till, watch } from './door.ts';
import type { Way } from './person.ts';

interface Opening {
  way: Way;
  demo?: boolean;
  /** Browsers reach the same shop, too. */
  withBrowsers?: boolean;
}

interface DesktopTill extends Till {
  /** The address that browsers go to. */
  browsersAt(): Promise<string>;
}

/** The real window of a real Electron on a data folder of its own. */
export const desktopDoor = {
  name: 'desktop',
  open: async ({ demo = false, withBrowsers = false }: Opening): Promise<DesktopTill> => {
    const words = [...(demo ? ['--demo'] : []), ...(withBrowsers ? ['--port', '0'] : [])];
    const till = await launchTillwise({ args: ['--without-history', ...words] });
    const { app, page, dataDir } = till;
    let files = 0;
    const address = () => /also answers at (http:\S+)/.exec(till.said())?.[1] ?? '';
    return {
      browsersAt: async () => {
        await expect.poll(address).not.toBe('');
        return address();
      },
      page,
      complaints: watch(page, 'app://'),
      saveFile: async (act) => {
        files += 1;
        const path = join(dataDir, `saved-${files}`);
        await answerSaveDialog(path);
        await act();
        await expect.poll(() => existsSync(path)).toBe(true);
        return path;
      },
      close: till.close,
    };

    /** The system's own dialog is outside the page; this says where, as the person would. */
    function answerSaveDialog(path: string): Promise<void> {
      return app.evaluate(({ BrowserWindow }, to) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.webContents.session.once('will-download', (_event, item) => item.setSavePath(to));
      }, path);
    }
  },
} satisfies Door;
