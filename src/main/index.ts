import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, type MessagePortMain } from 'electron';
import { defaultDataFolder } from './default-data-folder.ts';
import { registerAppScheme, serveAppProtocol } from './electron/app-protocol.ts';
import { offerRestart, showPortTrouble, showRefusal } from './electron/dialogs.ts';
import { hostIpc } from './electron/ipc.host.ts';
import { setMenu } from './electron/menu.ts';
import { secureProcess, secureSession } from './electron/security.ts';
import { parseStartOptions } from './electron/start-options.ts';
import { openWindow } from './electron/window.ts';
import { type EngineHost, engineRunsBeside, startEngine } from './engine-host.ts';
import { EngineRefusal } from './engine-refusal.ts';

const rendererDir = join(import.meta.dirname, '..', 'renderer');
const resourcesDir = app.isPackaged
  ? join(process.resourcesPath, 'resources')
  : join(import.meta.dirname, '..', '..', 'resources');
const options = parseStartOptions(process.argv.slice(1));
const dataDir = options.dataDir ?? defaultDataFolder(options.demo);

/** The engine, from when it is started; null while there is none, or none any more. */
let engine: Promise<EngineHost> | null = null;
let lastLossAtMs = 0;

// Chromium's own files beside the shop's: two windows on two shops do not share a profile or an instance lock.
const profileDir = join(dataDir, 'window');
mkdirSync(profileDir, { recursive: true });
app.setPath('userData', profileDir);
app.setPath('sessionData', profileDir);

secureProcess();
registerAppScheme();

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', closeFirst);
  app.on('activate', () => {
    if (engine !== null && BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
  // Beside us it starts while Chromium does; within, it would hold Chromium up, so the window goes first.
  const early = engineRunsBeside ? openShop() : null;
  early?.catch(() => undefined);
  app
    .whenReady()
    .then(() => start(early))
    .catch(refuse);
} else {
  console.error('Tillwise is already open on this data folder; its window comes to the front.');
  app.quit();
}

async function start(early: Promise<EngineHost> | null): Promise<void> {
  setMenu();
  secureSession();
  serveAppProtocol(rendererDir);
  hostIpc(isTillPage, connect);
  openWindow();
  await serveBrowsers(await (early ?? openShop()));
}

/** A page may be there before the engine: what it asks waits in its port. */
function connect(port: MessagePortMain): void {
  if (engine === null) port.close();
  else
    engine.then(
      (host) => host.connectWindow(port),
      () => port.close(),
    );
}

function openShop(): Promise<EngineHost> {
  const engineOptions = {
    dataDir,
    demo: options.demo,
    withoutHistory: options.withoutHistory,
    automaticBackups: true,
    rendererDir,
    resourcesDir,
    version: app.getVersion(),
  };
  engine = startEngine(engineOptions, () => void recover().catch(refuse));
  return engine;
}

/** A port that cannot be had keeps browsers out, not the person at this till from selling. */
async function serveBrowsers(host: EngineHost): Promise<void> {
  const { http } = options;
  if (http === null) return;
  try {
    const { url, setupCode } = await host.serveHttp(http);
    console.log(`Tillwise also answers at ${url}`);
    if (setupCode !== null) console.log(`Code for setting up from another machine: ${setupCode}`);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    console.error(`Browsers cannot connect: ${why}`);
    void showPortTrouble(http.port, why.includes('EADDRINUSE'));
  }
}

/** The engine beside us died: its pages heard their port close. Start it again and load the pages anew; they show
 *  what is stored. Ask first when it died twice within a minute. */
async function recover(): Promise<void> {
  engine = null;
  console.error('The shop engine ended unexpectedly; starting it again.');
  const again = lastLossAtMs !== 0 && performance.now() - lastLossAtMs < 60_000;
  lastLossAtMs = performance.now();
  if (again && !(await offerRestart('startup:engineLost'))) return app.exit(1);
  await serveBrowsers(await openShop());
  for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
}

function isTillPage(contents: Electron.WebContents): boolean {
  return BrowserWindow.getAllWindows().some((window) => window.webContents === contents);
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Quitting waits until the shop is closed in order. */
function closeFirst(event: Electron.Event): void {
  if (engine === null) return;
  event.preventDefault();
  const closing = engine;
  engine = null;
  closing
    .then((host) => host.close())
    .catch((cause: unknown) => console.error(cause))
    .finally(() => app.quit());
}

/** Says why the shop cannot be opened, on the screen and on stderr, and ends with code 1. */
async function refuse(cause: unknown): Promise<void> {
  const known = cause instanceof EngineRefusal;
  const text = cause instanceof Error ? cause.message : String(cause);
  console.error(known ? `Tillwise cannot open: ${text}` : cause);
  await showRefusal(cause);
  app.exit(1);
}
