import type { CallAnswer } from '../../../shared/contract/index.ts';
import { minor, multiplyRatio } from '../../../shared/values/money.ts';
import { WHOLE_PPM } from '../../../shared/values/tax-rate.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import {
  countImported,
  countVoidedCarts,
  findPreviousDay,
  type KindTotalsRow,
  sumByKind,
  sumDrawers,
  sumHours,
  sumProducts,
  sumStaff,
  sumTaxes,
  sumTenders,
} from './report.sql.ts';

type DayReport = CallAnswer<'report.today'>;

const TOP_PRODUCTS = 10;
const NOTHING: Omit<KindTotalsRow, 'kind'> = {
  receipts: 0,
  total_minor: 0,
  discount_minor: 0,
  tax_minor: 0,
  rounding_minor: 0,
  cost_minor: 0,
  unknown_costs: 0,
};

/** One business day, summed from the stored documents and never computed again (R7). Sales and refunds are both stated as
 *  positive amounts; every other figure is of both together. Net sales are without tax; tenders are what really came and
 *  went, so Σ in − Σ out = sales − refunds + rounding. */
export function dayReport(db: ReadableDb, businessDay: string, isToday: boolean): DayReport {
  const day = { business_day: businessDay };
  const kinds = db.all(sumByKind, day);
  const sales = kinds.find((row) => row.kind === 'sale') ?? NOTHING;
  const refunds = kinds.find((row) => row.kind === 'refund') ?? NOTHING;
  const of = (figure: 'total_minor' | 'discount_minor' | 'tax_minor' | 'rounding_minor') =>
    sales[figure] + refunds[figure];
  const netSalesMinor = of('total_minor') - of('tax_minor');
  return {
    businessDay,
    isToday,
    previousTradingDay: db.get(findPreviousDay, day)?.business_day ?? null,
    salesMinor: sales.total_minor,
    receipts: sales.receipts,
    importedReceipts: db.get(countImported, day)?.n ?? 0,
    averageMinor: sales.receipts === 0 ? 0 : share(sales.total_minor, 1, sales.receipts),
    refundsMinor: 0 - refunds.total_minor,
    refundReceipts: refunds.receipts,
    netSalesMinor,
    discountMinor: of('discount_minor'),
    taxMinor: of('tax_minor'),
    roundingMinor: of('rounding_minor'),
    ...margin([sales, refunds], netSalesMinor),
    voidedCarts: db.get(countVoidedCarts, day)?.n ?? 0,
    cashInDrawerMinor: db.get(sumDrawers, day)?.cash_minor ?? 0,
    ...breakdowns(db, day),
  };
}

/** Null as soon as one cost is unknown: half a margin is a wrong one. */
function margin(
  kinds: readonly Omit<KindTotalsRow, 'kind'>[],
  netSalesMinor: number,
): Pick<DayReport, 'marginMinor' | 'marginPpm'> {
  const known = kinds.every((row) => row.unknown_costs === 0) && kinds.some((row) => row.receipts > 0);
  if (!known) return { marginMinor: null, marginPpm: null };
  const costMinor = kinds.reduce((sum, row) => sum + (row.cost_minor ?? 0), 0);
  const marginMinor = netSalesMinor - costMinor;
  return { marginMinor, marginPpm: netSalesMinor > 0 ? share(marginMinor, WHOLE_PPM, netSalesMinor) : null };
}

function breakdowns(
  db: ReadableDb,
  day: { readonly business_day: string },
): Pick<DayReport, 'tenders' | 'taxes' | 'hours' | 'topProducts' | 'staff'> {
  return {
    tenders: db.all(sumTenders, day).map((row) => ({
      kind: row.kind,
      label: row.label,
      inMinor: row.in_minor,
      outMinor: row.out_minor,
      count: row.n,
    })),
    taxes: db.all(sumTaxes, day).map((row) => ({
      name: row.name,
      ratePpm: row.rate_ppm,
      baseMinor: row.base_minor,
      taxMinor: row.tax_minor,
    })),
    hours: db.all(sumHours, day).map((row) => ({
      hour: row.hour,
      salesMinor: row.sales_minor,
      receipts: row.receipts,
    })),
    topProducts: db.all(sumProducts, { ...day, limit: TOP_PRODUCTS }).map((row) => ({
      productId: row.product_id,
      name: row.name,
      categoryName: row.category_name,
      quantityMilli: row.quantity_milli,
      unit: row.unit,
      amountMinor: row.amount_minor,
    })),
    staff: db.all(sumStaff, day).map((row) => ({
      name: row.name,
      salesMinor: row.sales_minor,
      receipts: row.receipts,
    })),
  };
}

function share(amountMinor: number, numerator: number, denominator: number): number {
  return multiplyRatio(minor(amountMinor), numerator, denominator, 'half-away-from-zero');
}
