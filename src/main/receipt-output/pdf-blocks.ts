import type { ReceiptRow } from '../../domain/receipt/receipt-rows.ts';
import { withoutPictures } from '../../domain/receipt/receipt-text.ts';
import { assertNever } from '../../shared/result.ts';
import { type PdfRun, pdfRuns } from './pdf-text.ts';

export interface PdfLook {
  /** Points of the running text; everything else is a multiple of it. */
  readonly fontSize: number;
  /** Points between the margins. */
  readonly contentWidth: number;
  readonly baseFont: PdfRun['font'];
}

type PdfBlock = Record<string, unknown>;

const grey = '#555555';
const longestName = 160;

export function pdfBlock(row: ReceiptRow, look: PdfLook): PdfBlock {
  const size = look.fontSize;
  switch (row.kind) {
    case 'logo':
      return image(row.pngBase64, look);
    case 'shopName':
      return { ...centred(row.text, look, size * 1.7), bold: true, margin: [0, 0, 0, size * 0.3] };
    case 'centre':
      return { ...centred(row.text, look, size), color: grey };
    case 'banner':
      return banner(row.text, look);
    case 'mark':
      return { ...centred(row.text, look, size * 0.8), bold: true, margin: [0, 0, 0, size * 0.3] };
    case 'rule':
      return rule(look);
    case 'pair':
      return pair(row, look);
    case 'item':
      return item(row, look);
    case 'detail':
      return {
        text: runs(row.text, look),
        color: grey,
        fontSize: size * 0.9,
        margin: [size, 0, size * 5, size * 0.15],
      };
    case 'total':
      return total(row.left, row.right, look);
    case 'table':
      return table(row.head, row.body, look);
    case 'qr':
      return {
        qr: row.data,
        fit: size * (row.data.length > LONG_CODE ? 15 : 11),
        eccLevel: 'M',
        alignment: 'center',
        margin: [0, size * 0.8, 0, size * 0.4],
      };
    default:
      return assertNever(row);
  }
}

/** A signed code has some 230 letters: smaller squares would be hard to read. */
const LONG_CODE = 100;

function runs(text: string, look: PdfLook): object[] {
  const known = withoutPictures(text);
  const shown = known.length > longestName ? `${known.slice(0, longestName).toWellFormed()}…` : known;
  return pdfRuns(shown, look.baseFont);
}

function centred(text: string, look: PdfLook, fontSize: number): PdfBlock {
  return { text: runs(text, look), alignment: 'center', fontSize };
}

function image(pngBase64: string, look: PdfLook): PdfBlock {
  const fit = [look.contentWidth * 0.6, look.fontSize * 8];
  return {
    image: `data:image/png;base64,${pngBase64}`,
    fit,
    alignment: 'center',
    margin: [0, 0, 0, look.fontSize * 0.6],
  };
}

/** White on black, as the printer's inverted text. */
function banner(text: string, look: PdfLook): PdfBlock {
  const cell = {
    ...centred(text, look, look.fontSize * 1.1),
    bold: true,
    color: '#ffffff',
    fillColor: '#000000',
  };
  return {
    table: { widths: ['*'], body: [[cell]] },
    layout: 'noBorders',
    margin: [0, look.fontSize * 0.6, 0, 0],
  };
}

function rule(look: PdfLook): PdfBlock {
  const line = {
    type: 'line',
    x1: 0,
    y1: 0,
    x2: look.contentWidth,
    y2: 0,
    lineWidth: 0.5,
    lineColor: '#999999',
  };
  return { canvas: [line], margin: [0, look.fontSize * 0.6, 0, look.fontSize * 0.6] };
}

function pair(row: ReceiptRow & { kind: 'pair' }, look: PdfLook): PdfBlock {
  const muted = row.tone === 'muted' ? { color: grey } : {};
  const left = { text: runs(row.left, look), width: '*', ...muted };
  const right = { text: runs(row.right, look), width: 'auto', alignment: 'right' };
  const columns =
    row.right === ''
      ? [left]
      : row.tone === 'muted'
        ? [
            { ...left, width: 'auto' },
            { ...right, width: '*' },
          ]
        : [left, right];
  return {
    columns,
    columnGap: look.fontSize,
    bold: row.tone === 'strong',
    margin: [0, 0, 0, look.fontSize * 0.15],
  };
}

function item(row: ReceiptRow & { kind: 'item' }, look: PdfLook): PdfBlock {
  const mark =
    row.mark === ''
      ? []
      : [{ text: runs(row.mark, look), width: look.fontSize, color: grey, alignment: 'right' }];
  return {
    columns: [
      { text: runs(row.name, look), width: '*' },
      { text: runs(row.amount, look), width: 'auto', alignment: 'right' },
      ...mark,
    ],
    columnGap: look.fontSize * 0.5,
    margin: [0, 0, 0, look.fontSize * 0.15],
  };
}

function total(left: string, right: string, look: PdfLook): PdfBlock {
  const fontSize = look.fontSize * 1.8;
  return {
    columns: [
      { text: runs(left, look), width: 'auto' },
      { text: runs(right, look), width: '*', alignment: 'right' },
    ],
    fontSize,
    bold: true,
    margin: [0, look.fontSize * 0.3, 0, look.fontSize * 0.4],
  };
}

function table(head: readonly string[], body: readonly (readonly string[])[], look: PdfLook): PdfBlock {
  const cells = (row: readonly string[], style: object) =>
    row.map((text, column) => ({
      text: runs(text, look),
      alignment: column === 0 ? 'left' : 'right',
      ...style,
    }));
  return {
    table: {
      widths: head.map((_, column) => (column === 0 ? '*' : 'auto')),
      body: [cells(head, { color: grey }), ...body.map((row) => cells(row, {}))],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: (column: number) => (column === 0 ? 0 : look.fontSize),
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 1,
    },
    fontSize: look.fontSize * 0.9,
  };
}
