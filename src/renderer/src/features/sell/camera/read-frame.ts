import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

const OPTIONS: ReaderOptions = {
  formats: ['EANUPC', 'Code128', 'ITF', 'DataBar', 'DataBarExp', 'QRCode', 'DataMatrix'],
  textMode: 'Plain',
  eanAddOnSymbol: 'Ignore',
  maxNumberOfSymbols: 2,
};
/** ISO/IEC 15424: the kinds of code whose text is a GS1 element string. */
const GS1 = /^\](?:C1|d2|Q3|e0)$/;

/** Starts the reader with the file that is bundled with the page: nothing is fetched from elsewhere. */
export async function startReader(): Promise<void> {
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
}

/** The codes in a picture, as a scanner would send them. */
export async function readFrame(picture: ImageData): Promise<readonly string[]> {
  const found = await readBarcodes(picture, OPTIONS);
  return found
    .filter(({ isValid, text }) => isValid && text !== '')
    .map(({ symbologyIdentifier, text }) =>
      GS1.test(symbologyIdentifier) ? `${symbologyIdentifier}${text}` : text,
    );
}
