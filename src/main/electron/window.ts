import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { appOrigin } from './app-protocol.ts';
import { offerRestart } from './dialogs.ts';
import { readWindowState, rememberWindowState } from './window-state.ts';

/** Opens the till's window on the page; it shows itself once there is something to see. */
export function openWindow(): BrowserWindow {
  const { maximized, ...bounds } = readWindowState();
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: app.getName(),
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      // A dropped file must not replace the till.
      navigateOnDragDrop: false,
      // Chromium fetches its dictionaries from the network.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberWindowState(window);
  survivePageCrash(window);
  void window.loadURL(`${appOrigin}/`);
  return window;
}

/** The open sale is in the database, so a fresh page shows it again. A page that dies twice within a minute asks. */
function survivePageCrash(window: BrowserWindow): void {
  let lastCrashAtMs = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    console.error(`The window's page ended (${reason}).`);
    const nowMs = performance.now();
    const again = lastCrashAtMs !== 0 && nowMs - lastCrashAtMs < 60_000;
    lastCrashAtMs = nowMs;
    void (again ? offerRestart('startup:pageLost', { reason }) : Promise.resolve(true)).then((goOn) =>
      goOn ? window.webContents.reload() : app.quit(),
    );
  });
}
