const KEPT_MS = 60_000;

/** Hands a file to the person: the window's or browser's own "save". */
export function downloadFile(file: { fileName: string; mediaType: string; dataBase64: string }): void {
  const bytes = Uint8Array.from(atob(file.dataBase64), (char) => char.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.fileName;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
