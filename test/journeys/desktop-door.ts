import { join } from 'node:path';
import { launchTillwise } from '../desktop/launch-tillwise.ts';
import { type Door, type Till, theOne, watch } from './door.ts';

/** The real window of a real Electron on a data folder of its own. */
export const desktopDoor: Door = {
  name: 'desktop',
  open: async ({ demo = false }) => {
    const till = await launchTillwise({ args: ['--without-history', ...(demo ? ['--demo'] : [])] });
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
    return {
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
};
