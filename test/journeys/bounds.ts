import type { Effort } from './person.ts';

/** The most that each journey may ask of a person. A change that needs more has made the product worse. */
export const BOUNDS: Readonly<Record<string, Effort>> = {
  'demo shop, keyboard': { keys: 26, taps: 0, scans: 3, typedFields: 0 },
  'demo shop, touch': { keys: 0, taps: 12, scans: 3, typedFields: 0 },
  'own shop, keyboard': { keys: 130, taps: 0, scans: 3, typedFields: 3 },
  'own shop, touch': { keys: 0, taps: 64, scans: 3, typedFields: 3 },
  'cash sale, keyboard': { keys: 2, taps: 0, scans: 3, typedFields: 0 },
  'cash sale, touch': { keys: 0, taps: 2, scans: 3, typedFields: 0 },
};
