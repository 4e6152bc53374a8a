import type * as z from 'zod';
import type { scannerSettings } from './shop.contract.ts';

/** What most scanners do from the factory: for a device that says nothing else, and until its settings are known. */
export const PLAIN_SCANNER: Readonly<z.infer<typeof scannerSettings>> = {
  prefix: '',
  suffix: 'Enter',
  maxKeyGapMs: 35,
  minLength: 3,
  layout: 'us',
  groupSeparator: '',
};
