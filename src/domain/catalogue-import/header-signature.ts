import { foldText } from '../product-search/tokens.ts';

/** What two lists with the same columns in the same order have in common; null where the columns have no names. */
export function headerSignature(headers: readonly string[]): string | null {
  const names = headers.map((header) => foldText(header).trim());
  return names.every((name) => name === '') ? null : names.join('\n');
}
