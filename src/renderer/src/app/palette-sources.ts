import type { LucideIcon } from 'lucide-react';

export interface PaletteItem {
  id: string;
  label: string;
  /** A few words more, e.g. a product's code and price. */
  hint?: string | undefined;
  icon?: LucideIcon | undefined;
  keyCap?: string | undefined;
  perform: () => void;
}

/** Answers a query of two characters or more, e.g. with products; the signal says the answer is no longer wanted. */
export interface PaletteSource {
  id: string;
  search: (query: string, signal: AbortSignal) => Promise<readonly PaletteItem[]>;
}

const sources = new Map<string, PaletteSource>();

/** Adds a search to the command palette; returns what takes it away. */
export function registerPaletteSource(source: PaletteSource): () => void {
  sources.set(source.id, source);
  return () => sources.delete(source.id);
}

/** Asks every source; one that fails or is late does not hold up the others. */
export function searchSources(
  query: string,
  signal: AbortSignal,
  onFound: (sourceId: string, items: readonly PaletteItem[]) => void,
): void {
  for (const source of sources.values()) {
    source.search(query, signal).then(
      (items) => {
        if (!signal.aborted) onFound(source.id, items);
      },
      () => undefined,
    );
  }
}
