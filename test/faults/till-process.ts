import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { ReadyShop } from '../helpers/ready-shop.ts';
import { childEnvironment } from './child-environment.ts';
import { compiledTill } from './compiled-tills.ts';
import { BARCODES } from './goods.ts';

export interface TillProcess {
  readonly child: ChildProcess;
  /** What it acknowledges, a line a fact; ends with the process. */
  readonly facts: AsyncIterable<string>;
  /** Its standard error so far. */
  said(): string;
  ended(): Promise<void>;
}

/** Starts one of the tills of this folder on `dataDir` in a process of its own. */
export async function startTill(
  kind: 'busy' | 'faulty',
  ready: ReadyShop,
  options: { dataDir?: string; env?: Record<string, string>; words?: readonly string[] } = {},
): Promise<TillProcess> {
  const args = [
    await compiledTill(`${kind}-till`),
    options.dataDir ?? ready.shop.dataDir,
    ready.cashier.sessionToken ?? '',
    ready.cashier.deviceToken ?? '',
    ...(options.words ?? BARCODES),
  ];
  const env = childEnvironment(options.env);
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'pipe', 'pipe'], env });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk));
  return {
    child,
    facts: createInterface({ input: child.stdio[3] as Readable }),
    said: () => said,
    ended: async () => {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
