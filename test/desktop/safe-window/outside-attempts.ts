import type { LaunchedTillwise } from '../launch-tillwise.ts';

/** Attempts that a script inside the page cannot make by itself: dropping files, and pages that are not the till's
 *  speaking on its channel. Each answers what escaped, or null. */
export const outsideAttempts: readonly {
  name: string;
  run: (till: LaunchedTillwise) => Promise<string | null>;
}[] = [
  { name: 'a file dropped on the window', run: dropFile },
  {
    name: 'a port from a page of ours that is elsewhere',
    run: (till) => forgedSender(till, 'data:text/html,x', true),
  },
  { name: 'a port from an empty page', run: (till) => forgedSender(till, 'about:blank', true) },
  { name: 'a port from a view that is no till window', run: fromStrangeView },
  { name: 'an opener for pages that a page of ours opens', run: denyForAllPages },
];

async function dropFile({ page }: LaunchedTillwise): Promise<string | null> {
  const debuggerConnection = await page.context().newCDPSession(page);
  const data = { items: [], files: [import.meta.filename], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await debuggerConnection.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  }
  await page.waitForTimeout(500);
  await debuggerConnection.detach();
  return page.url().startsWith('app://tillwise/') ? null : page.url();
}

/** The address is one of ours, but a script's: the till's own page would hand over a port before we could. */
async function fromStrangeView(till: LaunchedTillwise): Promise<string | null> {
  return forgedSender(till, await till.page.evaluate(() => document.scripts[0]?.src ?? ''), false);
}

/** Opens another page with the till's own preload and lets it hand over a port; refused means the port closes. */
async function forgedSender(
  { app }: LaunchedTillwise,
  url: string,
  inWindow: boolean,
): Promise<string | null> {
  return app.evaluate(
    async ({ app: running, BrowserWindow, WebContentsView }, { address, asWindow }) => {
      const webPreferences = { preload: `${running.getAppPath()}/out/preload/index.cjs`, sandbox: true };
      const window = asWindow ? new BrowserWindow({ show: false, webPreferences }) : null;
      const view = asWindow ? null : new WebContentsView({ webPreferences });
      // Held, or it would be collected with its page while that still loads.
      Reflect.set(globalThis, 'strangeView', view);
      const contents = window?.webContents ?? view?.webContents;
      if (contents === undefined) return 'no page was made';
      await contents.loadURL(address);
      const refused: unknown = await contents.executeJavaScript(`new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onclose = () => done(true);
        port1.start();
        window.postMessage({ type: 'tillwise:port' }, '*', [port2]);
        setTimeout(() => done(false), 10_000);
      })`);
      const closed = new Promise<void>((done) => contents.once('destroyed', () => done()));
      contents.close();
      await closed;
      return refused === true ? null : `its port stayed open (${address})`;
    },
    { address: url, asWindow: inWindow },
  );
}

async function denyForAllPages({ app }: LaunchedTillwise): Promise<string | null> {
  return app.evaluate(async ({ BrowserWindow, webContents }) => {
    const window = new BrowserWindow({ show: false });
    await window.loadURL('about:blank');
    await window.webContents.executeJavaScript('void window.open("about:blank")', true);
    const pages = webContents.getAllWebContents().length;
    const closed = new Promise<void>((done) => window.once('closed', () => done()));
    window.destroy();
    await closed;
    return pages === 2 ? null : `${pages} pages`;
  });
}
