/** The same list with the item at `index` one place on; the list itself at an edge. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const item = list[index];
  const other = list[index + by];
  if (item === undefined || other === undefined) return list;
  return list.map((one, at) => (at === index ? other : at === index + by ? item : one));
}
