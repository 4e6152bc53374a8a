import { foldText } from '../product-search/tokens.ts';
import type { ImportUnit } from './types.ts';

const words: Readonly<Record<ImportUnit, string>> = {
  each: 'each ea pc pcs piece pieces unit units item st stk stuck stueck piece pieces piece(s) pce u ud uds unidad unidades pza pieza 个 個 件 只 瓶 包 袋 盒 罐 支 条 份',
  kg: 'kg kilo kilos kilogram kilograms kilogramm kilogramme kilogramo kilogramos 公斤 千克',
  g: 'g gr gram grams gramm gramme grammes gramo gramos 克',
  l: 'l lt ltr litre litres liter liters litro litros 升 公升',
  ml: 'ml millilitre milliliter mililitro 毫升',
  m: 'm metre metres meter meters metro metros 米 公尺',
  cm: 'cm centimetre centimeter zentimeter centimetro 厘米',
  m2: 'm2 sqm qm 平方米',
  hour: 'hour hours h hr std stunde stunden heure heures hora horas 小时',
};

const unitByWord = new Map<string, ImportUnit>();
for (const [unit, list] of Object.entries(words)) {
  for (const word of list.split(' ')) unitByWord.set(word, unit as ImportUnit);
}

/** 'Stück', 'KG', '公斤', 'per kg' → the unit, null for a word nobody taught us. */
export function readUnit(text: string): ImportUnit | null {
  const word = foldText(text)
    .trim()
    .replace(/^(?:per |pro |par |por |\/)/, '')
    .replace(/\.$/, '');
  return unitByWord.get(word) ?? null;
}
