import { command } from '../../client/client.ts';
import styles from './receipt/print-sheet.module.css';
import { svgAddress } from './receipt/svg-address.ts';

/** Prints the picture of a receipt through the system's printer: on paper there is nothing but it, marked as a copy where
 *  one was handed out before. Works in the window and in a browser. Resolves when the print dialog was closed.
 *  @throws CallError */
export async function printReceiptPicture(documentId: string, widthMm: 58 | 80 = 80): Promise<void> {
  const { svg } = await command('order.issueReceiptSvg', { id: documentId, widthMm });
  const picture = new Image();
  picture.src = svgAddress(svg);
  picture.alt = '';
  picture.style.inlineSize = `${widthMm}mm`;
  await picture.decode();
  const sheet = document.createElement('div');
  sheet.className = styles.sheet ?? '';
  sheet.setAttribute('aria-hidden', 'true');
  sheet.style.inlineSize = `${widthMm}mm`;
  sheet.append(picture);
  document.body.append(sheet);
  document.body.dataset['printing'] = 'receipt';
  await new Promise<void>((resolve) => {
    window.addEventListener('afterprint', () => resolve(), { once: true });
    window.print();
  });
  sheet.remove();
  delete document.body.dataset['printing'];
}
