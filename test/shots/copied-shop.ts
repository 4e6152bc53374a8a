import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServedShop, serveShop } from '../journeys/serve-shop.ts';

/** The demo shop from a copy of its folder: nobody has said yet which of the two goes on. */
export async function serveCopiedShop(): Promise<ServedShop> {
  const first = await serveShop({ demo: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'tillwise-copied-'));
  try {
    await first.kill();
    cpSync(first.dataDir, dataDir, { recursive: true });
  } finally {
    await first.close();
  }
  return serveShop({ dataDir });
}
