import { parsePattern } from '../../../domain/codes/label-pattern.ts';
import { itemKeys, type LabelReading, type LabelTemplate } from '../../../domain/codes/scale-label.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { findSellableByKey, findSellableBySku, type Sellable } from '../product/sellable.ts';
import { type LabelRow, listLabels } from './label.sql.ts';

export type ShopTemplate = LabelTemplate & { readonly enabled: boolean };

/** The shop's labels, ready to read codes with. */
export function readTemplates(db: ReadableDb): readonly ShopTemplate[] {
  return db.all(listLabels, {}).map(toTemplate);
}

/** The product a label's item number names, or the one recorded under the label without its value. Index look-ups only. */
export function findLabelled(db: ReadableDb, reading: LabelReading): Sellable | null {
  const { own, gtin14 } = itemKeys(reading);
  for (const code of own) {
    const product = findSellableByKey(db, { key: code, kind: 'inStore' }) ?? findSellableBySku(db, code);
    if (product) return product;
  }
  return findSellableByKey(db, { key: gtin14, kind: 'gtin' });
}

function toTemplate(row: LabelRow): ShopTemplate {
  const pattern = parsePattern(row.pattern);
  if (!pattern.ok) throw new Error(`a stored label pattern cannot be read: ${row.pattern}`);
  const { id, name, decimals, bad_check: badCheck } = row;
  return { id, name, pattern: pattern.value, decimals, badCheck, enabled: row.enabled === 1 };
}
