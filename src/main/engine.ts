import { contract } from '../shared/contract/index.ts';
import { CallRunner } from './calls/run-call.ts';
import { type Clock, systemClock } from './clock.ts';
import type { EngineOptions } from './engine-options.ts';
import { handlers } from './features/index.ts';
import { openServices, type Services } from './features/services.ts';
import { LiveChanges } from './live.ts';
import { openLog } from './log.ts';
import { buildPortHost, type EnginePort, windowCaller } from './rpc/port.host.ts';
import { buildRouter } from './rpc/router.ts';
import { lockDataFolder } from './storage/data-folder.ts';
import { openDatabase } from './storage/open-database.ts';
import { openWindowCredentials, type WindowCredentials } from './window-credentials.ts';

export type { EngineOptions } from './engine-options.ts';
export type { EnginePort } from './rpc/port.host.ts';

export interface HttpOptions {
  readonly port: number;
  readonly lan: boolean;
  readonly insecureHttp: boolean;
}

export interface Engine {
  /** Answers one page's calls until its port closes. */
  connectWindow(port: EnginePort): void;
  serveHttp(options: HttpOptions): Promise<{ url: string; setupCode: string | null; close(): Promise<void> }>;
  /** The oRPC router, for direct callers (tests, benchmarks). */
  readonly router: ReturnType<typeof buildRouter>;
  close(): Promise<void>;
}

/** Opens a data folder as a running shop: lock, database, features, jobs. Knows no door by itself.
 *  @throws EngineRefusal when the folder is in use, damaged or newer than this program. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const clock = options.clock ?? systemClock;
  const lock = lockDataFolder(options.dataDir, clock.nowMs());
  const closers: (() => void | Promise<void>)[] = [() => lock.release()];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const log = openLog(options.dataDir, clock);
    closers.push(() => log.close());
    const { db, migratedFrom, checkedAfterUncleanStop } = openDatabase(options.dataDir);
    closers.push(() => db.close());
    log.info('opened', { version: options.version, migratedFrom, checkedAfterUncleanStop });
    const live = new LiveChanges();
    const services: Services = openServices({ db, clock, log, live, options });
    closers.push(() => services.close());
    const runner = new CallRunner({
      db,
      clock,
      dataDir: options.dataDir,
      services,
      handlers,
      notify: (notice) => live.notify(notice),
    });
    const router = buildRouter(runner, live, log);
    const credentials = openWindowCredentials(options.dataDir);
    if (options.demo && !services.shopExists()) await fillWithDemo(runner, credentials, clock);
    const connectWindow = buildPortHost(router, credentials);
    return {
      router,
      connectWindow,
      serveHttp: async (http) => {
        // Loaded when a door is opened: the window starts without a web server.
        const { startHttpHost } = await import('./http/http.host.ts');
        const host = await startHttpHost({
          ...http,
          router,
          clock,
          log,
          dataDir: options.dataDir,
          rendererDir: options.rendererDir,
          version: options.version,
          shopExists: () => services.shopExists(),
          setSetupCode: (code) => {
            services.setupCode = code;
          },
        });
        closers.push(() => host.close());
        return { url: host.url, setupCode: host.setupCode, close: () => host.close() };
      },
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** The window asks for the demo shop as it would on the first screen, and so is enrolled in it. */
async function fillWithDemo(runner: CallRunner, credentials: WindowCredentials, clock: Clock): Promise<void> {
  const call = contract.setup.loadDemo;
  const input = { commandId: clock.newId(), carrier: 'cookie' };
  const admitted = runner.admit(call, windowCaller(credentials), input);
  const outcome = admitted.ok ? await runner.run('setup.loadDemo', call, admitted.value, input) : admitted;
  if (!outcome.ok) throw new Error(`the demo shop was not filled: ${outcome.error.code}`);
}
