import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { electronCommand } from '../desktop/launch-tillwise.ts';

const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 5;

export interface BareElectron {
  readonly process: ChildProcess;
  /** What a script of the page comes to, awaited in the page. */
  evaluate<Answer>(expression: string): Promise<Answer>;
  /** Undefined where the page could not answer. */
  send(method: string, params: object): Promise<unknown>;
  close(): Promise<void>;
}

interface Evaluated<Answer> {
  readonly result: { readonly value: Answer };
  readonly exceptionDetails?: object;
}

/** Starts a program in Electron and speaks to its page over one plain line: Playwright would look for what is awaited
 *  at moments of its own, up to a second apart, and hold the start up while it connects. */
export async function startBare(args: readonly string[]): Promise<BareElectron> {
  const { executable, flags, env } = await electronCommand();
  const child = spawn(executable, [...flags, '--remote-debugging-port=0', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const send = await openLine(await pageOf(await portOf(child)));
  const evaluate = async <Answer>(expression: string): Promise<Answer> => {
    const params = { expression, awaitPromise: true, returnByValue: true };
    const latest = performance.now() + PATIENCE_MS;
    while (performance.now() < latest) {
      const answer = (await send('Runtime.evaluate', params)) as Evaluated<Answer> | undefined;
      // The page went to its address meanwhile: what was asked went with the empty one before.
      if (answer === undefined) continue;
      if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails).slice(0, 500));
      return answer.result.value;
    }
    throw new Error(`no page answered: ${expression}`);
  };
  return {
    process: child,
    send,
    evaluate,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function portOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((found, failed) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk;
      const port = /DevTools listening on ws:\/\/[^/]+:(\d+)\//.exec(said)?.[1];
      if (port) found(port);
    });
    child.once('exit', () => failed(new Error(`Electron ended:\n${said}`)));
  });
}

async function pageOf(port: string): Promise<string> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += LOOK_EVERY_MS) {
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as readonly {
      type: string;
      url: string;
      webSocketDebuggerUrl: string;
    }[];
    // Before it goes to its address a page has none.
    const page = targets.find(({ type, url }) => type === 'page' && url !== '' && url !== 'about:blank');
    if (page) return page.webSocketDebuggerUrl;
    await wait(LOOK_EVERY_MS);
  }
  throw new Error('the program opened no window');
}

async function openLine(address: string): Promise<BareElectron['send']> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (answer: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id: number; result: unknown };
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  await new Promise((opened, failed) => {
    socket.addEventListener('open', opened);
    socket.addEventListener('error', failed);
  });
  let last = 0;
  return (method, params) =>
    new Promise((answered) => {
      last += 1;
      waiting.set(last, answered);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}
