import receiptline from 'receiptline';
import { formatMoney } from '../../domain/receipt/format.ts';
import { receiptMarkup, rowsMarkup } from '../../domain/receipt/receipt-markup.ts';
import type { ReceiptModel } from '../../domain/receipt/receipt-model.ts';
import type { ReceiptRow } from '../../domain/receipt/receipt-rows.ts';
import { measureDoubleByte, measureSingleByte } from '../../domain/receipt/receipt-text.ts';
import type { ReceiptTexts } from '../../shared/messages/en/receipt.ts';
import { isPrintableLogo, type RollWidthMm, rolls } from './receipt-paper.ts';
import { withoutLogo } from './without-logo.ts';

/** Character sets that the printer's own fonts hold. `multilingual` switches code pages within a line. */
export type PrinterEncoding =
  | 'multilingual'
  | 'cp437'
  | 'cp852'
  | 'cp858'
  | 'cp866'
  | 'cp1252'
  | 'gb18030'
  | 'big5'
  | 'shiftjis'
  | 'ksc5601';

export interface EscPosOptions {
  readonly widthMm: RollWidthMm;
  readonly encoding: PrinterEncoding;
  readonly cut: boolean;
  readonly openDrawer: boolean;
}

/** ESC p: a 50 ms pulse on the drawer's pin 2, 500 ms rest. */
export const drawerKick = Buffer.from([0x1b, 0x70, 0x00, 25, 250]);

/** The receipt as ESC/POS bytes. The drawer opens first, so that the cashier need not wait for the paper. */
export function toEscPos(model: ReceiptModel, texts: ReceiptTexts, options: EscPosOptions): Buffer {
  const { columns, dots } = rolls[options.widthMm];
  const logo = model.shop.logoPngBase64;
  const printable = logo && !isPrintableLogo(logo, dots) ? withoutLogo(model) : model;
  const bytes = encode(printable, texts, options, columns);
  return options.openDrawer ? Buffer.concat([drawerKick, bytes]) : bytes;
}

/** Paper that is no receipt, as ESC/POS bytes. */
export function rowsToEscPos(rows: readonly ReceiptRow[], options: EscPosOptions): Buffer {
  const { columns } = rolls[options.widthMm];
  const measure = isDoubleByte(options.encoding) ? measureDoubleByte : measureSingleByte;
  const markup = rowsMarkup(rows, { columns, measure, symbolStyle: 'code', printerCharacters: true });
  return transform(markup, options, columns);
}

function encode(model: ReceiptModel, texts: ReceiptTexts, options: EscPosOptions, columns: number): Buffer {
  const { encoding } = options;
  const markup = receiptMarkup(model, texts, {
    columns,
    measure: isDoubleByte(encoding) ? measureDoubleByte : measureSingleByte,
    symbolStyle: hasCurrencySign(model, encoding) ? 'symbol' : 'code',
    printerCharacters: true,
  });
  return transform(markup, options, columns);
}

function transform(markup: string, { encoding, cut }: EscPosOptions, columns: number): Buffer {
  const command = receiptline.transform(markup, {
    cpl: columns,
    encoding,
    cutting: cut,
    spacing: true,
    gradient: false,
    command: 'escpos',
  });
  return Buffer.from(withoutStatusRequest(command), 'latin1');
}

/** receiptline ends with GS r 1; asking the printer what it has done is the connection's business. */
function withoutStatusRequest(command: string): string {
  return command.endsWith('\x1dr1') ? command.slice(0, -3) : command;
}

function isDoubleByte(encoding: PrinterEncoding): boolean {
  return encoding === 'gb18030' || encoding === 'big5' || encoding === 'shiftjis' || encoding === 'ksc5601';
}

/** Double-byte sets have ¥ (in its wide form) and $; what else they have sits in codes that printers' fonts lack. */
function hasCurrencySign(model: ReceiptModel, encoding: PrinterEncoding): boolean {
  const sample = formatMoney(0, model.currency, model.locale).replace(/[\x20-\x7e]/g, '');
  if (sample === '') return true;
  if (isDoubleByte(encoding)) return sample === '¥' || sample === '￥';
  return !receiptline.commands.escpos.text(sample, encoding).includes('?');
}
