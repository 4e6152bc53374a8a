import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { launchTillwise } from '../desktop/launch-tillwise.ts';
import { type Door, watch } from './door.ts';

/** The real window of a real Electron on a data folder of its own. */
export const desktopDoor: Door = {
  name: 'desktop',
  open: async ({ demo = false }) => {
    const till = await launchTillwise({ args: ['--without-history', ...(demo ? ['--demo'] : [])] });
    const { app, page, dataDir } = till;
    let files = 0;
    return {
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
};
