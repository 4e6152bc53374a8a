let last = 0;

/** A key for a row that exists on this page only, until it is saved. */
export function newRowKey(): string {
  last += 1;
  return `new-${last}`;
}
