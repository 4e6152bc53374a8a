/** The little of pdfmake that is used here; the package brings no types. */
declare module 'pdfmake' {
  interface PdfFontFiles {
    readonly normal: string;
    readonly bold: string;
  }
  interface PdfMake {
    addFonts(fonts: Readonly<Record<string, PdfFontFiles>>): void;
    setUrlAccessPolicy(isAllowed: (url: string) => boolean): void;
    setLocalAccessPolicy(isAllowed: (path: string) => boolean): void;
    createPdf(definition: Record<string, unknown>): { getBuffer(): Promise<Buffer> };
  }
  const pdfmake: PdfMake;
  export default pdfmake;
}
