import type { ReceiptTexts } from '../../shared/messages/en/receipt.ts';
import { assertNever } from '../../shared/result.ts';
import type { SymbolStyle } from './format.ts';
import type { ReceiptModel } from './receipt-model.ts';
import { type ReceiptRow, receiptRows } from './receipt-rows.ts';
import {
  cutText,
  escapeMarkup,
  escapeProperty,
  type Measure,
  plainForPrinter,
  widthOf,
  wrapText,
} from './receipt-text.ts';

const LONG_CODE = 100;

/** The paper: 32 columns on 58 mm, 48 on 80 mm. */
export interface MarkupPaper {
  readonly columns: number;
  readonly measure: Measure;
  readonly symbolStyle: SymbolStyle;
  /** True for printers' built-in characters: pictures are left out, typographic signs made plain. */
  readonly printerCharacters: boolean;
}

interface Pen {
  readonly paper: MarkupPaper;
  readonly lines: string[];
  /** The column widths in force, so that they are written only when they change. */
  widths: string;
}

/** Writes the receipt as a receiptline document (https://github.com/receiptline/receiptline). Lines are
 *  broken here, to the column, so that receiptline never wraps: no amount can be pushed off the paper. */
export function receiptMarkup(model: ReceiptModel, texts: ReceiptTexts, paper: MarkupPaper): string {
  return rowsMarkup(receiptRows(model, texts, paper.symbolStyle), paper);
}

export function rowsMarkup(rows: readonly ReceiptRow[], paper: MarkupPaper): string {
  const pen: Pen = { paper, lines: [], widths: '' };
  for (const row of paper.printerCharacters ? rows.map((each) => plainRow(each, paper.measure)) : rows)
    writeRow(pen, row);
  return pen.lines.join('\n');
}

function writeRow(pen: Pen, row: ReceiptRow): void {
  switch (row.kind) {
    case 'logo':
      writeProperty(pen, 'image', row.pngBase64.replace(/[^A-Za-z0-9+/]/g, ''));
      writeGap(pen);
      break;
    case 'shopName':
      writeCentre(pen, row.text, '"^^^', 2);
      writeGap(pen);
      break;
    case 'centre':
      writeCentre(pen, row.text, '', 1);
      break;
    case 'banner':
      writeBanner(pen, row.text);
      break;
    case 'mark':
      writeCentre(pen, row.text, '', 1);
      break;
    case 'rule':
      writeLine(pen, '*', '-');
      break;
    case 'pair':
      writePair(pen, row.left, row.right, row.tone === 'strong' ? '"' : '');
      break;
    case 'item':
      writeItem(pen, row);
      break;
    case 'detail':
      writeDetail(pen, row.text);
      break;
    case 'total':
      writeGap(pen);
      writeTotal(pen, row.left, row.right);
      writeGap(pen);
      break;
    case 'table':
      writeTable(pen, row.head, row.body);
      break;
    case 'qr':
      writeQr(pen, row.data);
      break;
    default:
      assertNever(row);
  }
}

function writeLine(pen: Pen, widths: string, line: string): void {
  if (pen.widths !== widths) pen.lines.push(`{width:${widths}}`);
  pen.widths = widths;
  pen.lines.push(line);
}

function writeGap(pen: Pen): void {
  writeLine(pen, '*', '~');
}

function writeProperty(pen: Pen, key: string, value: string): void {
  pen.widths = '*';
  pen.lines.push(`{width:*;${key}:${escapeProperty(value)}}`);
}

/** @param marks receiptline's decoration, opened before the text and ended with the line
 *  @param scale how much wider the decoration makes each character */
function writeCentre(pen: Pen, text: string, marks: string, scale: number): void {
  const { columns, measure } = pen.paper;
  for (const line of wrapText(text, Math.floor(columns / scale), measure, 4)) {
    writeLine(pen, '*', `${marks}${escapeMarkup(line)}`);
  }
}

function writeBanner(pen: Pen, text: string): void {
  const { columns, measure } = pen.paper;
  const scale = widthOf(text, measure) * 2 + 4 <= columns ? '^^^' : '';
  writeGap(pen);
  writeLine(pen, '*', `\`${scale}~${escapeMarkup(cutText(text, columns - 2, measure))}~`);
}

/** The right value is never cut: it gets the columns it needs and, where that leaves too few, its own line. */
function writePair(pen: Pen, left: string, right: string, marks: string): void {
  const { columns, measure } = pen.paper;
  const rightWidth = widthOf(right, measure);
  const leftWidth = columns - rightWidth - 1;
  if (right === '') {
    writeLeft(pen, left, marks);
    return;
  }
  if (leftWidth < Math.min(8, widthOf(left, measure))) {
    writeLeft(pen, left, marks);
    for (const line of wrapText(right, columns, measure, 4)) writeRight(pen, line, marks);
    return;
  }
  const [first = '', ...more] = wrapText(left, leftWidth, measure);
  const line = `${marks}${cell(first)} | ${marks}${escapeMarkup(right)}`;
  writeLine(pen, `*,${rightWidth}`, line);
  for (const each of more) writeLeft(pen, each, marks);
}

/** An empty first column would be read as the edge of the paper. */
function cell(text: string): string {
  return escapeMarkup(text) || '~';
}

function writeLeft(pen: Pen, text: string, marks: string): void {
  for (const line of wrapText(text, pen.paper.columns, pen.paper.measure)) {
    writeLine(pen, '*', `|${marks}${escapeMarkup(line)} |`);
  }
}

function writeRight(pen: Pen, text: string, marks: string): void {
  writeLine(pen, '*', `| ${marks}${escapeMarkup(text)}|`);
}

function writeItem(pen: Pen, row: ReceiptRow & { kind: 'item' }): void {
  writePair(pen, row.name, row.mark === '' ? row.amount : `${row.amount} ${row.mark}`, '');
}

function writeDetail(pen: Pen, text: string): void {
  const { columns, measure } = pen.paper;
  for (const line of wrapText(text, columns - 2, measure)) {
    writeLine(pen, '*', `|~~${escapeMarkup(line)} |`);
  }
}

/** Double size where it fits beside its label, else double height, which takes no more columns. */
function writeTotal(pen: Pen, left: string, right: string): void {
  const { columns, measure } = pen.paper;
  const doubled = widthOf(right, measure) * 2;
  if (widthOf(left, measure) * 2 + doubled + 2 <= columns) {
    const line = `"^^^${escapeMarkup(left)} | "^^^${escapeMarkup(right)}`;
    writeLine(pen, `*,${doubled}`, line);
  } else {
    writePair(pen, left, right, '"^^');
  }
}

function writeTable(pen: Pen, head: readonly string[], body: readonly (readonly string[])[]): void {
  const { columns, measure } = pen.paper;
  const widths = head.map((_, column) =>
    Math.max(...[head, ...body].map((cells) => widthOf(cells[column] ?? '', measure))),
  );
  const amountWidths = widths.slice(1).map((width) => width + 1);
  const first = columns - amountWidths.reduce((sum, width) => sum + width + 1, 0);
  if (first < Math.min(8, widths[0] ?? 0)) {
    writeNarrowTable(pen, head, body);
    return;
  }
  for (const cells of [head, ...body]) {
    const [label = '', ...amounts] = cells;
    const right = amounts.map((amount) => `| ${escapeMarkup(amount)}`).join('');
    writeLine(pen, ['*', ...amountWidths].join(','), `${cell(cutText(label, first, measure))} ${right}`);
  }
}

function writeNarrowTable(pen: Pen, head: readonly string[], body: readonly (readonly string[])[]): void {
  for (const [label = '', ...amounts] of body) {
    writeLeft(pen, label, '');
    amounts.forEach((amount, index) => {
      writePair(pen, head[index + 1] ?? '', amount, '');
    });
  }
}

function writeQr(pen: Pen, data: string): void {
  writeGap(pen);
  // Squares of four dots let a signed code of some 230 letters fit 58 mm paper.
  pen.lines.push(`{option:qrcode,${data.length > LONG_CODE ? 4 : 5},m}`);
  writeProperty(pen, 'code', data);
}

/** An item whose name was all pictures keeps its line: the amount must print. */
function plainRow(row: ReceiptRow, measure: Measure): ReceiptRow {
  const plain = (text: string) => withPrintableYen(plainForPrinter(text), measure);
  switch (row.kind) {
    case 'pair':
    case 'total':
      return { ...row, left: plain(row.left), right: plain(row.right) };
    case 'item':
      return { ...row, name: plain(row.name) || '*' };
    case 'shopName':
    case 'centre':
    case 'banner':
    case 'mark':
    case 'detail':
      return { ...row, text: plain(row.text) };
    case 'table':
      return { ...row, head: row.head.map(plain), body: row.body.map((cells) => cells.map(plain)) };
    default:
      return row;
  }
}

/** Double-byte printers have the yuan and yen sign in its wide form only. */
function withPrintableYen(text: string, measure: Measure): string {
  return measure('\u00a5') === 2 ? text.replaceAll('\u00a5', '\uffe5') : text;
}
