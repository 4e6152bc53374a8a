import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { notify } from '../../ui/index.ts';
import { type ExportView, saveList } from './save-list.ts';

/** Saving a list: whether one is on its way, how far it is, and what went wrong. */
export function useSaveList() {
  const { t } = useTranslation('products');
  const [running, setRunning] = useState<ExportView | 'asked' | null>(null);
  const [error, setError] = useState<string | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const save = async (begin: () => Promise<ExportView>): Promise<boolean> => {
    const stop = new AbortController();
    abort.current = stop;
    setError(null);
    setRunning('asked');
    try {
      const view = await saveList(await begin(), { signal: stop.signal, onProgress: setRunning });
      if (view?.state === 'failed') setError(t([`errors:${view.errorCode}`, 'errors:internal']));
      else if (view) notify({ message: t('export.saved', { name: view.fileName }), tone: 'success' });
      return view?.state === 'ready';
    } catch (caught) {
      setError(errorMessage(t, caught));
      return false;
    } finally {
      setRunning(null);
    }
  };
  const rows = running === null || running === 'asked' ? 0 : running.rows;
  return { save, stop: () => abort.current?.abort(), isRunning: running !== null, rows, error };
}
