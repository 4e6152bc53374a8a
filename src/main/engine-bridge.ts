import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { MessagePortMain } from 'electron';
import type { EngineOptions, HttpOptions } from './engine.ts';
import type { FromEngine, ToEngine } from './engine-bridge.protocol.ts';
import type { EngineHost, HttpAddress } from './engine-host.ts';
import { EngineRefusal } from './engine-refusal.ts';

const slowestCloseMs = 10_000;

/** The engine in a process of its own on Node 24, with every page port carried over one channel. */
export class BridgedEngine implements EngineHost {
  private readonly child: ChildProcess;
  private readonly ports = new Map<number, MessagePortMain>();
  private nextPortId = 1;
  private closing = false;

  /** @throws EngineRefusal, or Error when the process ends before it opened the shop */
  static async start(options: EngineOptions, onLost: () => void): Promise<BridgedEngine> {
    const bridge = new BridgedEngine(startChild());
    const answer = await bridge.ask({ kind: 'open', options }, ['opened', 'refused']);
    if (answer.kind === 'refused') throw new EngineRefusal(answer.code, answer.message);
    bridge.child.once('exit', () => bridge.ended(onLost));
    return bridge;
  }

  private constructor(child: ChildProcess) {
    this.child = child;
    child.on('message', (message) => this.receive(message as FromEngine));
  }

  connectWindow(port: MessagePortMain): void {
    const portId = this.nextPortId;
    this.nextPortId += 1;
    this.ports.set(portId, port);
    this.send({ kind: 'connect', portId });
    port.on('message', (event) => this.send({ kind: 'message', portId, data: event.data }));
    port.on('close', () => {
      if (this.ports.delete(portId)) this.send({ kind: 'disconnect', portId });
    });
    port.start();
  }

  async serveHttp(options: HttpOptions): Promise<HttpAddress> {
    const answer = await this.ask({ kind: 'serveHttp', options }, ['serving', 'notServing']);
    if (answer.kind === 'serving') return { url: answer.url, setupCode: answer.setupCode };
    throw new Error(answer.kind === 'notServing' ? answer.message : answer.kind);
  }

  async close(): Promise<void> {
    this.closing = true;
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.send({ kind: 'close' });
    const patience = setTimeout(() => this.child.kill('SIGKILL'), slowestCloseMs);
    await exited;
    clearTimeout(patience);
  }

  private send(message: ToEngine): void {
    if (this.child.connected) this.child.send(message);
  }

  /** Sends, and waits for the first answer of one of the kinds given. */
  private ask(message: ToEngine, kinds: readonly FromEngine['kind'][]): Promise<FromEngine> {
    return new Promise((answered, failed) => {
      const listen = (answer: unknown) => {
        if (!kinds.includes((answer as FromEngine).kind)) return;
        this.child.off('message', listen);
        this.child.off('exit', gone);
        this.child.off('error', gone);
        answered(answer as FromEngine);
      };
      const gone = (why: unknown) => failed(new Error(`the engine's process ended (${String(why)})`));
      this.child.on('message', listen).once('exit', gone).once('error', gone);
      this.send(message);
    });
  }

  private receive(message: FromEngine): void {
    if (message.kind === 'message') this.ports.get(message.portId)?.postMessage(message.data);
    if (message.kind === 'disconnect') this.closePort(message.portId);
  }

  private closePort(portId: number): void {
    const port = this.ports.get(portId);
    this.ports.delete(portId);
    port?.close();
  }

  /** Every page hears the close event of its port, and main decides what comes next. */
  private ended(onLost: () => void): void {
    for (const portId of [...this.ports.keys()]) this.closePort(portId);
    if (!this.closing) onLost();
  }
}

function startChild(): ChildProcess {
  return fork(join(import.meta.dirname, 'engine-child.js'), [], {
    execPath: nodeForEngine(),
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** The project's own Node 24: the machine's may be older. */
function nodeForEngine(): string {
  const named = process.env['TILLWISE_NODE'];
  if (named !== undefined && named !== '') return named;
  return join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'node');
}
