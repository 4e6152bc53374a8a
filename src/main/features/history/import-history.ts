import type { ClosedDocument } from '../../../domain/document/closed-document.ts';
import type { CommandCtx } from '../../context.ts';
import { storeDocument } from '../../journal/document-rows.ts';
import { addImportedCustomers } from '../customer/imported-customers.ts';
import { readShopFacts } from '../sale/shop-facts.ts';
import { addImportedRegister } from '../shop/register.service.ts';
import { addHistoryStaff } from '../staff/add-staff.ts';
import { addSoldLines, getDocumentSeq, insertImportedLine, insertItem } from './history.sql.ts';
import type { HistoryFile } from './history-file.ts';
import { importMovements } from './import-movements.ts';
import type { HistoryMoment } from './trading-days.ts';

export interface HistoryPlan {
  readonly file: HistoryFile;
  /** Of the file's items, then of its charges, in order. */
  readonly productIds: readonly string[];
  /** What there was of each of the file's items on the first day. */
  readonly openingsMilli: readonly number[];
  readonly momentOf: (minute: number) => HistoryMoment;
  /** What the register and the person that history stands under are called, and how its numbers begin. */
  readonly name: string;
  readonly prefix: string;
  readonly username: string;
}

const THOUSANDTHS = 1000;

/** Writes a year of trading that this program did not see: documents of a register that sells nothing, outside the journal,
 *  and the stock that moved. Inside the caller's transaction; one entry in the audit log stands for all of it. */
export function importHistory(ctx: CommandCtx, plan: HistoryPlan): void {
  const { file } = plan;
  const register = addImportedRegister(ctx, plan.name, plan.prefix);
  const staffId = addHistoryStaff(ctx, plan.name, plan.username);
  const customerIds = addImportedCustomers(
    ctx,
    file.customers.map(({ id, country }) => ({ name: `Customer ${id}`, note: country })),
  );
  const itemSeqs = plan.productIds.map((product_id) => {
    const item = ctx.db.returning(insertItem, { product_id });
    if (!item) throw new Error(`there is no product ${product_id}`);
    return item.seq;
  });
  importDocuments(ctx, plan, { register, staffId, customerIds, itemSeqs });
  ctx.db.run(addSoldLines, {});
  importMovements(ctx, plan, staffId);
  const after = { documents: file.invoices.numbers.length, lines: file.lines.items.length };
  ctx.audit({ action: 'import.history', subjectKind: 'register', subjectId: register.id, after, staffId });
}

interface Owners {
  readonly register: { readonly id: string; readonly name: string };
  readonly staffId: string;
  readonly customerIds: readonly string[];
  readonly itemSeqs: readonly number[];
}

function importDocuments(ctx: CommandCtx, plan: HistoryPlan, owners: Owners): void {
  const { invoices, lines } = plan.file;
  const shop = readShopFacts(ctx.db);
  let from = 0;
  invoices.numbers.forEach((number, index) => {
    const until = from + (invoices.lineCounts[index] ?? 0);
    const amounts = lines.quantities
      .slice(from, until)
      .map((quantity, at) => quantity * (lines.pricesMinor[from + at] ?? 0));
    const pieces = lines.quantities.slice(from, until).reduce((sum, quantity) => sum + Math.abs(quantity), 0);
    const document = toDocument(ctx, {
      number: `${plan.prefix}-${number}`,
      orderNumber: number,
      moment: plan.momentOf(invoices.minutes[index] ?? 0),
      customerId: owners.customerIds[invoices.customers[index] ?? -1] ?? null,
      totalMinor: amounts.reduce((sum, amount) => sum + amount, 0),
      pieces,
    });
    storeDocument(ctx.db, {
      ...document,
      registerId: owners.register.id,
      registerName: owners.register.name,
      staffId: owners.staffId,
      currency: shop.currency,
      currencyExponent: shop.currencyExponent,
      taxMode: shop.taxMode,
      taxRounding: shop.taxRounding,
    });
    const document_seq = ctx.db.get(getDocumentSeq, { id: document.id })?.seq ?? 0;
    amounts.forEach((payable_minor, position) => {
      ctx.db.runOne(insertImportedLine, {
        document_seq,
        position,
        item_seq: owners.itemSeqs[lines.items[from + position] ?? -1] ?? 0,
        quantity_milli: (lines.quantities[from + position] ?? 0) * THOUSANDTHS,
        unit_price_minor: lines.pricesMinor[from + position] ?? 0,
        payable_minor,
      });
    });
    from = until;
  });
}

interface Facts {
  readonly number: string;
  readonly orderNumber: string;
  readonly moment: HistoryMoment;
  readonly customerId: string | null;
  readonly totalMinor: number;
  readonly pieces: number;
}

type Unowned = Omit<
  ClosedDocument,
  'registerId' | 'registerName' | 'staffId' | 'currency' | 'currencyExponent' | 'taxMode' | 'taxRounding'
>;

/** How it was paid is not known: one payment of no kind covers it. A return names no sale: the source does not say which. */
function toDocument(ctx: CommandCtx, facts: Facts): Unowned {
  const { totalMinor } = facts;
  const returned = facts.orderNumber.startsWith('C');
  const { businessDay, atMs, zoneOffsetMinutes } = facts.moment;
  return {
    id: ctx.newId(),
    kind: returned ? 'refund' : 'sale',
    fiscalNumber: facts.number,
    seriesNumber: Number(facts.orderNumber.replace(/\D/g, '')),
    orderNumber: facts.orderNumber,
    cartId: null,
    originalDocumentId: null,
    deviceId: '',
    approverId: null,
    customerId: facts.customerId,
    closedAtMs: atMs,
    zoneOffsetMinutes,
    businessDay,
    itemCount: facts.pieces,
    subtotalMinor: totalMinor,
    discountMinor: 0,
    taxMinor: 0,
    totalMinor,
    roundingMinor: 0,
    changeMinor: 0,
    costMinor: null,
    reason: '',
    lines: [],
    payments: [
      {
        id: ctx.newId(),
        position: 0,
        kind: 'other',
        label: '',
        amountMinor: totalMinor,
        tenderedMinor: totalMinor,
        changeMinor: 0,
        roundingMinor: 0,
        reference: null,
        originalPaymentId: null,
      },
    ],
  };
}
