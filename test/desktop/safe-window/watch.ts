import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LaunchedTillwise } from '../launch-tillwise.ts';

/** A server outside that answers everything and counts every connection: a watched-for escape. */
export class Canary {
  readonly visits: string[] = [];
  private readonly server: Server;

  static async start(): Promise<Canary> {
    const canary = new Canary();
    await new Promise<void>((listening) => canary.server.listen(0, '127.0.0.1', listening));
    return canary;
  }

  private constructor() {
    this.server = createServer((request, answer) => {
      this.visits.push(`${request.method} ${request.url}`);
      answer.setHeader('access-control-allow-origin', '*');
      answer.setHeader('content-type', request.url === '/script.js' ? 'text/javascript' : 'text/html');
      answer.end('globalThis.escapedRemote = "ran"');
    });
    this.server.on('connection', () => this.visits.push('connection'));
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

interface Outside {
  pages: number;
  ports: number;
  files: string[];
}

/** Starts counting in main, beside the app's own listeners, what arrives there. */
export async function watchMain({ app }: LaunchedTillwise): Promise<void> {
  await app.evaluate(({ ipcMain, session }) => {
    const seen = { ports: 0, files: [] as string[] };
    Reflect.set(globalThis, 'seenByTest', seen);
    ipcMain.on('tillwise:port', () => {
      seen.ports += 1;
    });
    session.defaultSession.on('will-download', (event, item) => {
      // The app's own listener came first; what it let through is stopped here so that no dialog hangs the test.
      if (event.defaultPrevented) return;
      seen.files.push(item.getURL());
      event.preventDefault();
    });
  });
}

/** What is to be seen outside the page now: null when all is as it should be. */
export async function escapeSeenOutside(launched: LaunchedTillwise, canary: Canary): Promise<string | null> {
  const outside = await launched.app.evaluate(({ webContents }) => {
    const seen = Reflect.get(globalThis, 'seenByTest') as { ports: number; files: string[] };
    return { pages: webContents.getAllWebContents().length, ...seen } satisfies Outside;
  });
  if (canary.visits.length > 0) return `reached the network: ${canary.visits.join(', ')}`;
  if (outside.pages !== 1) return `${outside.pages} pages instead of one`;
  if (outside.ports !== 0) return 'a further port reached main';
  if (outside.files.length > 0) return `downloaded ${outside.files.join(', ')}`;
  if (!launched.page.url().startsWith('app://tillwise/')) return `the window went to ${launched.page.url()}`;
  const strangeFrame = launched.page
    .frames()
    .find((frame) => /^(app|https?|file|data|blob):/.test(frame.url()) && frame.parentFrame());
  return strangeFrame === undefined ? null : `a frame of ${strangeFrame.url()}`;
}
