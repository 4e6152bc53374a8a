import { useEffect, useRef } from 'react';
import { useCall } from '../../../client/hooks.ts';
import type { ScannerSettings } from './burst-detector.ts';
import { listenForScans } from './scanner-listener.ts';

/** Until the device's own settings are known: what most scanners do from the factory. */
export const FACTORY_SCANNER: ScannerSettings = {
  prefix: '',
  suffix: 'Enter',
  maxKeyGapMs: 35,
  minLength: 4,
  layout: 'us',
  groupSeparator: '',
};

/** Calls back for every code scanned while the component is mounted, whatever has the focus. */
export function useScanner(onScan: (code: string) => void): void {
  const latest = useRef(onScan);
  latest.current = onScan;
  const { data: settings } = useCall('device.getScanner', {});
  const known = JSON.stringify(settings ?? FACTORY_SCANNER);
  useEffect(
    () => listenForScans(JSON.parse(known) as ScannerSettings, (code) => latest.current(code)),
    [known],
  );
}
