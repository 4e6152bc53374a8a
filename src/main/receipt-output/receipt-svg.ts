import receiptline, { type BaseCommand } from 'receiptline';
import { receiptMarkup } from '../../domain/receipt/receipt-markup.ts';
import type { ReceiptModel } from '../../domain/receipt/receipt-model.ts';
import { measureScreen, widthOf } from '../../domain/receipt/receipt-text.ts';
import type { ReceiptTexts } from '../../shared/messages/en/receipt.ts';
import { isPrintableLogo, type RollWidthMm, rolls } from './receipt-paper.ts';
import { withoutLogo } from './without-logo.ts';

const fonts =
  "'Noto Sans Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans SC Variable', 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace";
const paddingDots = 24;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The receipt as it will look on the roll, for the screen. A whole SVG document of fixed size (one unit a
 *  printer dot) without script, style sheet or any address outside itself. */
export function toSvg(model: ReceiptModel, texts: ReceiptTexts, widthMm: RollWidthMm): string {
  const { columns, dots } = rolls[widthMm];
  const paper = { columns, measure: measureScreen, symbolStyle: 'symbol', printerCharacters: false } as const;
  const logo = model.shop.logoPngBase64;
  const shown = logo && !isPrintableLogo(logo, dots) ? withoutLogo(model) : model;
  const markup = receiptMarkup(shown, texts, paper);
  return receiptline.transform(markup, { cpl: columns, command: screenCommand(), spacing: true });
}

/** receiptline's own SVG writer loads its font from the web, measures Chinese as narrow and draws bold as an outline. */
function screenCommand(): BaseCommand {
  return {
    ...(receiptline.commands.svg as BaseCommand),
    measureText: (text) => widthOf(text, measureScreen),
    arrayFrom: (text) => [...graphemes.segment(text)].map((each) => each.segment),
    open: openPaper,
    em: boldText,
    close: closePaper,
  };
}

function openPaper(this: BaseCommand, printer: { cpl?: number }): string {
  const columns = printer.cpl ?? 48;
  const fresh = { receiptId: 'invert', svgWidth: columns * this.charWidth, svgHeight: 0, svgContent: '' };
  const line = {
    lineMargin: 0,
    lineAlign: 0,
    lineWidth: columns,
    lineHeight: 1,
    textScale: 1,
    textPosition: 0,
  };
  Object.assign(this, fresh, line, { textElement: '', textAttributes: {}, feedMinimum: 30, spacing: true });
  return '';
}

function boldText(this: BaseCommand): string {
  this.textAttributes['font-weight'] = '700';
  return '';
}

function closePaper(this: BaseCommand): string {
  const [width, height] = [this.svgWidth + 2 * paddingDots, this.svgHeight + 2 * paddingDots];
  const box = `x="${-paddingDots}" y="${-paddingDots}" width="${width}" height="${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-paddingDots} ${-paddingDots} ${width} ${height}">`,
    `<defs><filter id="receipt-invert" x="0" y="0" width="100%" height="100%"><feFlood flood-color="#000"/><feComposite in2="SourceGraphic" operator="out"/></filter></defs>`,
    `<rect ${box} fill="#fff"/>`,
    `<g font-family="${fonts}" fill="#000" font-size="20" dominant-baseline="text-after-edge" text-anchor="middle">`,
    `${this.svgContent}</g></svg>`,
  ].join('');
}
