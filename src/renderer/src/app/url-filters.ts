import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

type FilterValues = Record<string, string>;

/** Filters kept in the address: reload, back and a copied link bring them back. All are texts;
 *  a value equal to its default stays out of the address. */
export function useUrlFilters<T extends FilterValues>(defaults: T): [T, (patch: Partial<T>) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const values = readFilters(search, defaults);
  const change = useCallback(
    (patch: Partial<T>) => {
      void navigate({
        to: '.',
        replace: true,
        search: (before: Record<string, unknown>) => writeFilters({ ...before, ...patch }, defaults),
      });
    },
    [navigate, defaults],
  );
  return [values, change];
}

export function readFilters<T extends FilterValues>(search: Record<string, unknown>, defaults: T): T {
  const entries = Object.entries(defaults).map(([key, fallback]) => [
    key,
    key in search ? String(search[key]) : fallback,
  ]);
  return Object.fromEntries(entries);
}

function writeFilters(search: Record<string, unknown>, defaults: FilterValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(search).filter(([key, value]) => value !== undefined && value !== defaults[key]),
  );
}
