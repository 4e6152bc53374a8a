import type { LineTrace } from '../../domain/document/closed-document.ts';

export type TraceColumns = {
  label_code: string | null;
  batch: string | null;
  serial: string | null;
  expires_on: string | null;
  best_before: string | null;
};

/** For a spread: a line of which nothing is known has no `trace` at all. */
export function traceOf(row: TraceColumns): { trace?: LineTrace } {
  const { label_code: labelCode, batch, serial, expires_on: expiresOn, best_before: bestBefore } = row;
  const trace = { labelCode, batch, serial, expiresOn, bestBefore };
  return Object.values(trace).some((fact) => fact !== null) ? { trace } : {};
}

export function traceColumns(trace: LineTrace | undefined): TraceColumns {
  return {
    label_code: trace?.labelCode ?? null,
    batch: trace?.batch ?? null,
    serial: trace?.serial ?? null,
    expires_on: trace?.expiresOn ?? null,
    best_before: trace?.bestBefore ?? null,
  };
}
