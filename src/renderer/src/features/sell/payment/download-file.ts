import { saveBlob } from '../../../client/save-blob.ts';

/** Hands a file to the person: the window's or browser's own "save". */
export function downloadFile(file: { fileName: string; mediaType: string; dataBase64: string }): void {
  const bytes = Uint8Array.from(atob(file.dataBase64), (char) => char.charCodeAt(0));
  saveBlob(new Blob([bytes], { type: file.mediaType }), file.fileName);
}
