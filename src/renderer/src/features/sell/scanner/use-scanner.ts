import { useEffect, useRef } from 'react';
import { PLAIN_SCANNER } from '../../../../../shared/contract/plain-scanner.ts';
import { useCall } from '../../../client/hooks.ts';
import type { ScannerSettings } from './burst-detector.ts';
import { listenForScans } from './scanner-listener.ts';

/** Calls back for every code scanned while the component is mounted, whatever has the focus. */
export function useScanner(onScan: (code: string) => void): void {
  const latest = useRef(onScan);
  latest.current = onScan;
  const { data: settings } = useCall('device.getScanner', {});
  const wanted = useRef<ScannerSettings>(PLAIN_SCANNER);
  wanted.current = settings ?? PLAIN_SCANNER;
  useEffect(
    () =>
      listenForScans(
        () => wanted.current,
        (code) => latest.current(code),
      ),
    [],
  );
}
