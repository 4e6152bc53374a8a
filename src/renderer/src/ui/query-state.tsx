import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton, type SkeletonProps } from './skeleton.tsx';
import { ErrorState } from './states.tsx';

/** The part of a query result this needs, as TanStack Query returns it. */
export interface QueryLike<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

export interface QueryStateProps<T> {
  query: QueryLike<T>;
  /** True when there is nothing to show yet. */
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  skeleton?: Pick<SkeletonProps, 'rows' | 'shape'>;
  /** The error as a text for people. */
  describeError?: (error: unknown) => string;
  children: (data: T) => ReactNode;
}

/** The four states of everything that is loaded: loading, error, empty, full. Old data stays while new is fetched. */
export function QueryState<T>({
  query,
  isEmpty,
  empty,
  skeleton,
  describeError,
  children,
}: QueryStateProps<T>) {
  const { t } = useTranslation('common');
  if (query.data !== undefined) return isEmpty?.(query.data) ? empty : children(query.data);
  if (query.error) {
    return (
      <ErrorState
        title={t('loadFailed')}
        next={{ label: t('tryAgain'), perform: () => void query.refetch() }}
      >
        {describeError ? describeError(query.error) : t('loadFailedHint')}
      </ErrorState>
    );
  }
  return <Skeleton label={t('loading')} {...skeleton} />;
}
