import type { MessagePortMain } from 'electron';
import type { EngineOptions, HttpOptions } from './engine.ts';
import { BridgedEngine } from './engine-bridge.ts';

/** What the window needs of the engine, wherever that runs. */
export interface EngineHost {
  connectWindow(port: MessagePortMain): void;
  serveHttp(options: HttpOptions): Promise<HttpAddress>;
  close(): Promise<void>;
}

/** Where HTTP is answered, and the one-time code for setting up from another machine while the shop has no owner. */
export interface HttpAddress {
  url: string;
  setupCode: string | null;
}

const nodeApiOfDatabase = 10;

/** The one place that decides where the engine runs. The database's binding asks for Node-API 10: an Electron that
 *  has it runs the engine in its main process, an older one (development only) starts it on Node 24 beside itself. */
export const engineRunsBeside = Number(process.versions['napi']) < nodeApiOfDatabase;

/** Starts the engine where it runs.
 *  @param onLost  called when the engine beside us ended by itself
 *  @throws EngineRefusal */
export async function startEngine(options: EngineOptions, onLost: () => void): Promise<EngineHost> {
  if (engineRunsBeside) return BridgedEngine.start(options, onLost);
  // Imported late: the older Electron must not even load the database's binding.
  const { openEngine } = await import('./engine.ts');
  const engine = await openEngine(options);
  return {
    connectWindow: (port) => {
      engine.connectWindow(port);
      port.start();
    },
    serveHttp: async (http) => {
      const { url, setupCode } = await engine.serveHttp(http);
      return { url, setupCode };
    },
    close: () => engine.close(),
  };
}
