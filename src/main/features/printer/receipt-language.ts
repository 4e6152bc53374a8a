import { receipt as en, type ReceiptTexts } from '../../../shared/messages/en/receipt.ts';
import { receipt as zh } from '../../../shared/messages/zh/receipt.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { getShopLanguage } from './print-job.sql.ts';

/** The words that go on paper: in the shop's language, whoever prints. */
export function receiptTexts(db: ReadableDb): ReceiptTexts {
  return shopLanguage(db).language === 'zh' ? zh : en;
}

/** How the shop writes amounts and dates, BCP 47: its language as its country uses it. */
export function receiptLocale(db: ReadableDb): string {
  const { language, country } = shopLanguage(db);
  return `${language}-${country}`;
}

function shopLanguage(db: ReadableDb): { readonly language: string; readonly country: string } {
  return db.get(getShopLanguage, {}) ?? { language: 'en', country: 'GB' };
}
