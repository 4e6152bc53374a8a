import type { CallOutput } from '../../../../shared/contract/index.ts';
import { query } from '../../client/client.ts';
import { saveBlob } from '../../client/save-blob.ts';

export type ExportView = CallOutput<'export.get'>;

const POLL_MS = 250;

/** Waits for a list that the engine writes, fetches it piece by piece and hands it to the person: the browser's
 *  download, or the window's save dialog.
 *  @returns the list as it ended: ready, or failed with its code; null when the person stopped waiting.
 *  @throws CallError */
export async function saveList(
  begun: ExportView,
  { onProgress, signal }: { onProgress: (view: ExportView) => void; signal: AbortSignal },
): Promise<ExportView | null> {
  let view = begun;
  while (view.state === 'writing') {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    if (signal.aborted) return null;
    view = await query('export.get', { id: view.id });
    onProgress(view);
  }
  if (view.state === 'failed') return view;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const piece: CallOutput<'export.read'> = await query('export.read', { id: view.id, offset });
    if (signal.aborted) return null;
    pieces.push(Uint8Array.from(atob(piece.dataBase64), (char) => char.charCodeAt(0)));
    offset = piece.nextOffset;
  }
  saveBlob(new Blob(pieces, { type: view.mediaType }), view.fileName);
  return view;
}
