import type { RowFault, RowFaultCode } from './types.ts';

export interface FaultSummary {
  readonly code: RowFaultCode;
  /** Faults of this code; a row can have several. */
  readonly count: number;
  readonly examples: readonly RowFault[];
}

export interface FaultCounter {
  add(faults: readonly RowFault[]): void;
  /** Rows with at least one fault. */
  readonly faultyRows: number;
  /** Most frequent first. */
  summary(): readonly FaultSummary[];
}

/** Counts faults by code and keeps the first few of each, so that a list of a million bad rows stays small. */
export function createFaultCounter(examplesKept = 5): FaultCounter {
  const byCode = new Map<RowFaultCode, { count: number; examples: RowFault[] }>();
  let faultyRows = 0;
  return {
    add(faults) {
      if (faults.length > 0) faultyRows++;
      for (const fault of faults) {
        const entry = byCode.get(fault.code) ?? { count: 0, examples: [] };
        entry.count++;
        if (entry.examples.length < examplesKept) entry.examples.push(fault);
        byCode.set(fault.code, entry);
      }
    },
    get faultyRows() {
      return faultyRows;
    },
    summary: () => [...byCode].map(([code, entry]) => ({ code, ...entry })).sort((a, b) => b.count - a.count),
  };
}
