import { EventEmitter } from 'node:events';
import { type Engine, openEngine } from './engine.ts';
import type { FromEngine, ToEngine } from './engine-bridge.protocol.ts';
import { EngineRefusal } from './engine-refusal.ts';

/** The engine's own process, for an Electron too old to run it inside. Started by engine-bridge.ts alone. */

/** One page's port on this side of the channel; looks to the engine as Electron's own port does. */
class CarriedPort extends EventEmitter {
  private readonly portId: number;

  constructor(portId: number) {
    super();
    this.portId = portId;
  }

  postMessage(data: unknown): void {
    tell({ kind: 'message', portId: this.portId, data });
  }

  close(): void {
    if (!ports.delete(this.portId)) return;
    tell({ kind: 'disconnect', portId: this.portId });
    this.emit('close');
  }
}

const ports = new Map<number, CarriedPort>();
let engine: Engine | null = null;

function tell(message: FromEngine): void {
  if (process.connected) process.send?.(message);
}

async function obey(message: ToEngine): Promise<void> {
  switch (message.kind) {
    case 'open':
      engine = await openEngine(message.options);
      return tell({ kind: 'opened' });
    case 'connect':
      return connect(message.portId);
    case 'message':
      return void ports.get(message.portId)?.emit('message', { data: message.data });
    case 'disconnect':
      return disconnect(message.portId);
    case 'serveHttp':
      return serve(message.options);
    case 'close':
      return leave(0);
  }
}

function connect(portId: number): void {
  const port = new CarriedPort(portId);
  ports.set(portId, port);
  engine?.connectWindow(port);
}

function disconnect(portId: number): void {
  const port = ports.get(portId);
  ports.delete(portId);
  port?.emit('close');
}

async function serve(options: Extract<ToEngine, { kind: 'serveHttp' }>['options']): Promise<void> {
  try {
    if (engine === null) throw new Error('the engine is not open');
    const { url, setupCode } = await engine.serveHttp(options);
    tell({ kind: 'serving', url, setupCode });
  } catch (cause) {
    tell({ kind: 'notServing', message: cause instanceof Error ? cause.message : String(cause) });
  }
}

async function leave(exitCode: number): Promise<void> {
  await engine?.close();
  process.exit(exitCode);
}

process.on('message', (message) => {
  obey(message as ToEngine).catch((cause: unknown) => {
    if (!(cause instanceof EngineRefusal)) throw cause;
    tell({ kind: 'refused', code: cause.code, message: cause.message });
    process.disconnect();
  });
});
// Whatever ends the window ends this process, with the shop closed in order.
process.once('disconnect', () => void leave(0));
// Ctrl+C reaches the whole group: the window decides when to close, then tells us.
process.on('SIGINT', () => undefined);
