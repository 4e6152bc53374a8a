import type { CallOutput } from '../../../../shared/contract/index.ts';

export type DayReport = CallOutput<'report.today'>;
