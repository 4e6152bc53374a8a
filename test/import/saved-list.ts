import { setTimeout as wait } from 'node:timers/promises';
import type { CallInput, CallOutput } from '../../src/shared/contract/index.ts';
import type { TestCaller } from '../helpers/open-shop.ts';

/** Waits for a file the engine writes and fetches it as a page does. */
export async function fetchList(by: TestCaller, begun: CallOutput<'export.get'>): Promise<Buffer> {
  for (let view = begun; view.state !== 'ready'; view = await by.call('export.get', { id: begun.id })) {
    if (view.state === 'failed') throw new Error(`not written: ${view.errorCode}`);
    await wait(10);
  }
  const pieces: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const piece: CallOutput<'export.read'> = await by.call('export.read', { id: begun.id, offset });
    pieces.push(Buffer.from(piece.dataBase64, 'base64'));
    offset = piece.nextOffset;
  }
  return Buffer.concat(pieces);
}

export async function saveCatalogue(
  by: TestCaller,
  input: CallInput<'export.catalogue'> | Omit<CallInput<'export.catalogue'>, 'commandId'>,
): Promise<Buffer> {
  return fetchList(by, await by.call('export.catalogue', input));
}
