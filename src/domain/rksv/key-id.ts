/** The name of a closed system's key: who the company is, then which key. A VAT number is told by its form (U); any
 *  other number a shop has goes under S, and a shop without one under a number of its own.
 *  @param taxNumber  as the shop wrote it
 *  @param shopMark   stands for a shop without a number
 *  @param keyName    no two keys of a shop share one */
export function keyIdOf(taxNumber: string, shopMark: string, keyName: string): string {
  const number = taxNumber.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const company = /^ATU\d{8}$/.test(number) ? `U:${number}` : `S:${number || `TW${shopMark}`}`;
  return `${company}-${keyName}`;
}
