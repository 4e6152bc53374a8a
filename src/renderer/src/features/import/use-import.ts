import { useQuery } from '@tanstack/react-query';
import type { CallError } from '../../client/call-error.ts';
import { query } from '../../client/client.ts';
import { callKey } from '../../client/hooks.ts';
import type { ImportView } from './import-file.ts';

const POLL_MS = 500;
const RUNNING: readonly ImportView['state'][] = ['checking', 'applying', 'cancelling', 'undoing'];

export const isRunning = (state: ImportView['state']): boolean => RUNNING.includes(state);

const isMoving = ({ state, searchable }: ImportView): boolean => isRunning(state) || !searchable;

/** One import as it stands, asked again twice a second while it is at work, and until search has caught up with it:
 *  progress is not announced row by row. */
export function useImport(id: string) {
  return useQuery<ImportView, CallError>({
    queryKey: callKey('import.get', { id }),
    queryFn: () => query('import.get', { id }),
    enabled: id !== '',
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? POLL_MS : false),
  });
}
