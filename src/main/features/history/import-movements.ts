import type { CommandCtx } from '../../context.ts';
import { insertImportedMovement } from './history.sql.ts';
import type { HistoryPlan } from './import-history.ts';

interface Movement {
  readonly item: number;
  readonly kind: 'opening' | 'sale' | 'refund' | 'adjust';
  readonly quantityMilli: number;
  readonly reason: string;
  readonly note: string;
  readonly atMs: number;
}

const THOUSANDTHS = 1000;

/** What history did to the stock, oldest first: what there was, each correction, and a month's sales and returns of a product as one
 *  movement each. Charges move nothing. */
export function importMovements(ctx: CommandCtx, plan: HistoryPlan, staffId: string): void {
  const moved = [...monthlySums(plan), ...corrections(plan)].sort((a, b) => a.atMs - b.atMs);
  const movements = [...openings(plan), ...moved];
  for (const { item, kind, quantityMilli, reason, note, atMs } of movements) {
    ctx.db.runOne(insertImportedMovement, {
      id: ctx.newId(),
      product_id: plan.productIds[item] ?? '',
      kind,
      quantity_milli: quantityMilli,
      reason,
      note,
      at_ms: atMs,
      staff_id: staffId,
    });
  }
}

function openings({ openingsMilli, momentOf }: HistoryPlan): Movement[] {
  const { atMs } = momentOf(0);
  const of = { kind: 'opening', reason: 'opening', note: '', atMs } as const;
  return openingsMilli
    .map((quantityMilli, item) => ({ ...of, item, quantityMilli }))
    .filter(({ quantityMilli }) => quantityMilli !== 0);
}

interface MonthlySum {
  readonly item: number;
  readonly kind: 'sale' | 'refund';
  quantity: number;
  atMs: number;
}

function monthlySums({ file, momentOf }: HistoryPlan): Movement[] {
  const months = new Map<string, Map<number, MonthlySum>>();
  let line = 0;
  file.invoices.lineCounts.forEach((count, invoice) => {
    const { businessDay, atMs } = momentOf(file.invoices.minutes[invoice] ?? 0);
    const kind = file.invoices.numbers[invoice]?.startsWith('C') ? 'refund' : 'sale';
    const month = `${kind} ${businessDay.slice(0, 7)}`;
    const sums = months.get(month) ?? new Map<number, MonthlySum>();
    months.set(month, sums);
    for (const end = line + count; line < end; line += 1) {
      const item = file.lines.items[line] ?? 0;
      if (item >= file.items.length) continue;
      const sum = sums.get(item) ?? { item, kind, quantity: 0, atMs };
      sum.quantity -= file.lines.quantities[line] ?? 0;
      sum.atMs = Math.max(sum.atMs, atMs);
      sums.set(item, sum);
    }
  });
  return [...months.values()]
    .flatMap((sums) => [...sums.values()])
    .filter(({ quantity }) => quantity !== 0)
    .map(({ item, kind, quantity, atMs }) => ({
      item,
      kind,
      quantityMilli: quantity * THOUSANDTHS,
      reason: 'imported',
      note: '',
      atMs,
    }));
}

function corrections({ file, momentOf }: HistoryPlan): Movement[] {
  const { items, minutes, quantities, reasons, notes } = file.corrections;
  return items.map((item, at) => ({
    item,
    kind: 'adjust',
    quantityMilli: (quantities[at] ?? 0) * THOUSANDTHS,
    reason: reasons[at] ?? 'correction',
    note: notes[at] ?? '',
    atMs: momentOf(minutes[at] ?? 0).atMs,
  }));
}
