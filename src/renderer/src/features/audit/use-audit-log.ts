import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { query } from '../../client/client.ts';

export type AuditEntry = CallOutput<'audit.list'>['rows'][number];

export interface AuditFilters {
  /** Beginning of the action's code, e.g. "sale."; empty for all. */
  action: string;
  staffId: string | null;
  subjectId: string;
}

const PAGE_ROWS = 200;

/** The log page by page, newest first; more is fetched as one scrolls. */
export function useAuditLog({ action, staffId, subjectId }: AuditFilters) {
  const log = useInfiniteQuery({
    queryKey: ['audit.list', { action, staffId, subjectId }],
    queryFn: ({ pageParam }) =>
      query('audit.list', { action, staffId, subjectId, offset: pageParam, limit: PAGE_ROWS }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((count, page) => count + page.rows.length, 0);
      return loaded < last.total && last.rows.length > 0 ? loaded : undefined;
    },
    staleTime: 0,
  });
  const rows = useMemo(() => log.data?.pages.flatMap((page) => page.rows), [log.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = log;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    state: { data: rows, error: log.error, isPending: log.isPending, refetch: log.refetch },
    total: log.data?.pages[0]?.total,
    loadMore,
  };
}
