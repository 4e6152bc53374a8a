import receiptline from 'receiptline';
import { cleanText, escapeMarkup, plainForPrinter } from '../../../domain/receipt/receipt-text.ts';
import type { ReceiptTexts } from '../../../shared/messages/en/receipt.ts';
import { rolls } from '../../receipt-output/receipt-paper.ts';
import type { RegisterPrinter } from './register-printer.ts';

/** A page that shows at a glance whether width and characters are set right: a rule from edge to edge, letters of
 *  several languages, and a cut. ESC/POS bytes. */
export function testPage(printer: RegisterPrinter, texts: ReceiptTexts['printer']): Buffer {
  const { columns } = rolls[printer.widthMm];
  const lines = [
    `^^^${oneLine(texts.testTitle)}`,
    oneLine(printer.registerName),
    oneLine(`${printer.widthMm} mm, ${columns}, ${printer.encoding}`),
    '-',
    '1234567890'.repeat(5).slice(0, columns),
    'àéîõü ÄÖß ñ £ €',
    ...(printer.encoding === 'gb18030' ? ['收据打印正常'] : []),
    '-',
  ];
  const command = receiptline.transform(lines.join('\n'), {
    cpl: columns,
    encoding: printer.encoding,
    cutting: true,
    spacing: true,
    gradient: false,
    command: 'escpos',
  });
  return Buffer.from(command.replace(/\x1dr1$/, ''), 'latin1');
}

function oneLine(text: string): string {
  return escapeMarkup(plainForPrinter(cleanText(text)).slice(0, 24));
}
