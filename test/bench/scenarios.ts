import { backingUp } from './backup.ts';
import { bulkEditing } from './bulk-edit.ts';
import { checkout } from './checkout.ts';
import { growth } from './growth.ts';
import { importing } from './import.ts';
import { scan } from './scan.ts';
import type { Scenario } from './scenario.ts';
import { search } from './search.ts';
import { starting } from './start.ts';
import { inWindow } from './window.ts';

export const SCENARIOS: readonly Scenario[] = [
  checkout,
  scan,
  inWindow,
  search,
  importing,
  bulkEditing,
  backingUp,
  starting,
  growth,
];
