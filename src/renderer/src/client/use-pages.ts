import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { CallInput, CallOutput } from '../../../shared/contract/index.ts';
import type { CallError } from './call-error.ts';
import { type QueryName, query } from './client.ts';

interface Page<Row> {
  rows: Row[];
  total: number;
}

type PagedName = { [N in QueryName]: CallOutput<N> extends Page<unknown> ? N : never }[QueryName];
export type RowOf<N extends PagedName> = CallOutput<N> extends Page<infer Row> ? Row : never;

const PAGE_ROWS = 200;

/** A list of any length, loaded page by page as the end of what is loaded comes near; kept fresh by the change stream.
 *  While another filter's first page loads, the old rows stay. */
export function usePages<N extends PagedName>(name: N, input: Omit<CallInput<N>, 'offset' | 'limit'>) {
  const pages = useInfiniteQuery<unknown, CallError, { pages: Page<RowOf<N>>[] }, unknown[], number>({
    queryKey: [name, input, 'pages'],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      query(name, { ...input, offset: pageParam, limit: PAGE_ROWS } as unknown as CallInput<N>),
    getNextPageParam: (_last, all) => nextOffset(all as Page<unknown>[]),
    placeholderData: keepPreviousData,
  });
  const { data, error, isPending, refetch, hasNextPage, isFetching, fetchNextPage } = pages;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const total = data?.pages.at(-1)?.total ?? 0;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const first = data?.pages[0] as CallOutput<N> | undefined;
  return { first, state: { data: data && rows, error, isPending, refetch }, rows, total, loadMore };
}

function nextOffset(pages: readonly Page<unknown>[]): number | undefined {
  const loaded = pages.reduce((sum, page) => sum + page.rows.length, 0);
  const last = pages.at(-1);
  return last && last.rows.length > 0 && loaded < last.total ? loaded : undefined;
}
