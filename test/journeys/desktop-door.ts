import { join } from 'node:path';
import { expect } from '@playwright/test';
import { launchTillwise } from '../desktop/launch-tillwise.ts';
import { type Door, type Till, theOne, watch } from './door.ts';
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
    const saveFiles: Till['saveFiles'] = async (count, act) => {
      const paths = Array.from({ length: count }, () => {
        files += 1;
        return join(dataDir, `saved-${files}`);
      });
      const dialogs = await answerSaveDialogs(paths);
      await act();
      await dialogs.evaluate(({ saved }) => saved);
      return paths;
    };
    const address = () => /also answers at (http:\S+)/.exec(till.said())?.[1] ?? '';
    return {
      browsersAt: async () => {
        await expect.poll(address).not.toBe('');
        return address();
      },
      page,
      complaints: watch(page, 'app://'),
      saveFile: async (act) => theOne(await saveFiles(1, act)),
      saveFiles,
      close: till.close,
    };

    /** The system's own dialogs are outside the page; this says where, as the person would. */
    function answerSaveDialogs(paths: readonly string[]) {
      return app.evaluateHandle(({ BrowserWindow }, wanted) => {
        const own = BrowserWindow.getAllWindows()[0]?.webContents.session;
        const ways = [...wanted];
        let open = wanted.length;
        const saved = new Promise<void>((resolve, reject) => {
          own?.on('will-download', function answer(_event, item) {
            item.setSavePath(ways.shift() ?? '');
            if (ways.length === 0) own.off('will-download', answer);
            item.once('done', (_done, state) => {
              open -= 1;
              if (state !== 'completed') reject(new Error(`the save was ${state}`));
              else if (open === 0) resolve();
            });
          });
        });
        return { saved };
      }, paths);
    }
  },
} satisfies Door;
