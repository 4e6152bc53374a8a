import type { CallInput } from '../../../../../shared/contract/index.ts';

/** Which rows of a list are chosen: some by id, or all that match but some. */
export type Chosen =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'allBut'; readonly ids: ReadonlySet<string> };

export const NONE: Chosen = { kind: 'some', ids: new Set() };
export const ALL: Chosen = { kind: 'allBut', ids: new Set() };

export const isChosen = ({ kind, ids }: Chosen, id: string): boolean => ids.has(id) === (kind === 'some');

/** These rows chosen, or no longer. */
export function choose(now: Chosen, rowIds: readonly string[], chosen: boolean): Chosen {
  const ids = new Set(now.ids);
  for (const id of rowIds) {
    if (chosen === (now.kind === 'some')) ids.add(id);
    else ids.delete(id);
  }
  return { kind: now.kind, ids };
}

export function countChosen({ kind, ids }: Chosen, total: number): number {
  return kind === 'some' ? ids.size : Math.max(0, total - ids.size);
}

type Selection = CallInput<'product.previewBulkEdit'>['selection'];
type Filter = Extract<Selection, { kind: 'filter' }>['filter'];

/** The choice as the engine takes it. */
export function toSelection({ kind, ids }: Chosen, filter: Filter): Selection {
  if (kind === 'some') return { kind: 'ids', ids: [...ids] };
  return { kind: 'filter', filter, except: [...ids] };
}
