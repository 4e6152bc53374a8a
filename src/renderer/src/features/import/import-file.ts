import type { CallOutput } from '../../../../shared/contract/index.ts';
import { command } from '../../client/client.ts';
import { readBase64 } from '../products/editor/image-file.ts';
import { piecesOf } from './pieces.ts';

export type ImportView = CallOutput<'import.get'>;

/** Hands a file to the engine piece by piece. Stops quietly when told; the engine drops what was begun.
 *  @throws CallError */
export async function sendFile(
  file: File,
  {
    onBegun,
    onSent,
    signal,
  }: { onBegun: (id: string) => void; onSent: (bytes: number) => void; signal: AbortSignal },
): Promise<ImportView | null> {
  let view = await command('import.begin', { fileName: file.name.slice(-200), totalBytes: file.size });
  onBegun(view.id);
  for (const { offset, end, last } of piecesOf(file.size)) {
    if (signal.aborted) return null;
    const dataBase64 = await readBase64(file.slice(offset, end));
    view = await command('import.append', { id: view.id, offset, dataBase64, last });
    onSent(end);
  }
  return view;
}
