import { join } from 'node:path';
import pdfmake from 'pdfmake';
import type { ReceiptModel } from '../../domain/receipt/receipt-model.ts';
import { type ReceiptRow, receiptRows } from '../../domain/receipt/receipt-rows.ts';
import type { ReceiptTexts } from '../../shared/messages/en/receipt.ts';
import { type PdfLook, pdfBlock } from './pdf-blocks.ts';
import { isPrintableLogo } from './receipt-paper.ts';
import { withoutLogo } from './without-logo.ts';

export type ReceiptPageSize = '58mm' | '80mm' | 'A4';

export interface PdfOptions {
  readonly pageSize: ReceiptPageSize;
  /** Folder of the receipt fonts (resources/fonts in the source tree). */
  readonly fontsDir: string;
}

interface Page extends Omit<PdfLook, 'baseFont'> {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

const pointsPerMm = 72 / 25.4;
const widestLogoPixels = 1_200;
/** PDF readers refuse pages longer than 14,400 points; a roll that would be longer becomes several pages. */
const longestPagePoints = 14_000;
const rowsOnLongestPage = 700;

/** The receipt as a PDF with its fonts inside: one page as long as the receipt on a roll, pages on A4.
 *  Touches no network and no file but the fonts. */
export async function toPdf(model: ReceiptModel, texts: ReceiptTexts, options: PdfOptions): Promise<Buffer> {
  const logo = model.shop.logoPngBase64;
  const printable = logo && !isPrintableLogo(logo, widestLogoPixels) ? withoutLogo(model) : model;
  const title = `${texts.title[model.kind]} ${model.fiscalNumber ?? model.orderNumber ?? ''}`.trim();
  const { locale, soldAtMs: createdAtMs } = model;
  const about = { title, author: model.shop.name, locale, createdAtMs };
  return rowsToPdf(receiptRows(printable, texts), about, options);
}

/** What a PDF says of itself. */
export interface PdfAbout {
  readonly title: string;
  readonly author: string;
  readonly locale: string;
  readonly createdAtMs: number;
}

export async function rowsToPdf(
  rows: readonly ReceiptRow[],
  about: PdfAbout,
  options: PdfOptions,
): Promise<Buffer> {
  loadFonts(options.fontsDir);
  const baseFont = about.locale.startsWith('zh') ? 'ReceiptChinese' : 'ReceiptLatin';
  const page = pageFor(options.pageSize, rows.length);
  return pdfmake
    .createPdf({
      pageSize: { width: page.width, height: page.height },
      pageMargins: page.margin,
      content: rows.map((row) => pdfBlock(row, { ...page, baseFont })),
      defaultStyle: { font: baseFont, fontSize: page.fontSize, lineHeight: 1.15 },
      info: {
        title: about.title,
        author: about.author,
        producer: 'Tillwise',
        creator: 'Tillwise',
        creationDate: new Date(about.createdAtMs),
      },
      language: about.locale,
    })
    .getBuffer();
}

function pageFor(pageSize: ReceiptPageSize, rowCount: number): Page {
  if (pageSize === 'A4') return page(595.28, 841.89, 72, 10);
  const height = rowCount > rowsOnLongestPage ? longestPagePoints : Number.POSITIVE_INFINITY;
  return pageSize === '58mm'
    ? page(58 * pointsPerMm, height, 9, 7.5)
    : page(80 * pointsPerMm, height, 14, 8.5);
}

function page(width: number, height: number, margin: number, fontSize: number): Page {
  return { width, height, margin, fontSize, contentWidth: width - 2 * margin };
}

function loadFonts(fontsDir: string): void {
  const file = (name: string) => join(fontsDir, name);
  pdfmake.addFonts({
    ReceiptLatin: { normal: file('inter-regular.ttf'), bold: file('inter-semibold.ttf') },
    ReceiptChinese: { normal: file('noto-sans-sc-regular.ttf'), bold: file('noto-sans-sc-semibold.ttf') },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontsDir));
}
