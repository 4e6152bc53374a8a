import type { CheckOrder, CheckProgress, CheckResult } from './catalogue-import-check.ts';
import { type RunningJob, runAlone } from './run-alone.ts';

/** Its result is null where it was stopped. */
export type RunningCheck = RunningJob<CheckResult | null>;

/** Checks a file on a thread of its own. */
export function runCatalogueCheck(
  order: CheckOrder,
  onProgress: (progress: CheckProgress) => void,
): RunningCheck {
  return runAlone('checkCatalogue', order, onProgress);
}
