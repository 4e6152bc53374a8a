import { checkpoint } from '../storage/write-ahead-log.ts';

/** Off the main thread: see storage/write-ahead-log.ts. */
export async function checkpointDatabase(order: { readonly dataDir: string }): Promise<null> {
  checkpoint(order.dataDir);
  return null;
}
