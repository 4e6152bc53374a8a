import { checkpoint } from '../storage/checkpoint.ts';

/** Off the main thread: see storage/checkpoint.ts. */
export async function checkpointDatabase(order: { readonly dataDir: string }): Promise<null> {
  checkpoint(order.dataDir);
  return null;
}
