import type { FaultCheck } from './check.ts';
import { corruption } from './corruption.ts';
import { diskFull } from './disk-full.ts';
import { ioErrors } from './io-errors.ts';
import { kills } from './kills.ts';
import { newerFiles } from './newer-files.ts';
import { openingErrors } from './opening-errors.ts';
import { powerCuts } from './power-cuts.ts';
import { restores } from './restores.ts';
import { twoInstances } from './two-instances.ts';
import { upgrades } from './upgrades.ts';

export const CHECKS: readonly FaultCheck[] = [
  powerCuts,
  kills,
  ioErrors,
  openingErrors,
  diskFull,
  corruption,
  upgrades,
  newerFiles,
  restores,
  twoInstances,
];
