import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce, notify } from '../../../ui/index.ts';
import { isDialogOpen } from '../../../ui/open-dialog.ts';
import { createScanQueue, type ScanQueue } from '../scanner/scan-queue.ts';
import { playSound } from '../scanner/sounds.ts';
import { useScanner } from '../scanner/use-scanner.ts';
import { setScansSettled } from './in-order.ts';
import { closeDialog, useTill } from './till-state.ts';

const LOOK_AGAIN_MS = 150;

/** Every scan of the till, in order; while a dialog is open they wait, and the person hears and reads that they do.
 *  @returns takes a code that was read in another way than by a scanner that types. */
export function useScans(scan: (code: string) => Promise<unknown>): (code: string) => void {
  const { t } = useTranslation('sell');
  const latest = useRef({ scan, t });
  latest.current = { scan, t };
  const queue = useRef<ScanQueue | null>(null);
  queue.current ??= createScanQueue({
    run: async (code) => void (await latest.current.scan(code)),
    isBlocked: isDialogOpen,
    onHeld: (count) => {
      playSound('held');
      const message = latest.current.t('scan.held', { count });
      announce(message);
      notify({ message });
    },
  });
  const take = useCallback((code: string) => {
    const push = () => queue.current?.push(code);
    if (!useTill.getState().done) {
      push();
      return;
    }
    // A scan while the change is shown is the next customer's first: it waits until that dialog is gone.
    closeDialog();
    window.setTimeout(push, 0);
  }, []);
  useScanner(take);
  useEffect(() => {
    setScansSettled(() => queue.current?.settled() ?? Promise.resolve());
    const timer = window.setInterval(() => {
      if (queue.current?.waiting) queue.current.resume();
    }, LOOK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, []);
  return take;
}
