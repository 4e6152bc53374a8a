import type { CallOutput } from '../../src/shared/contract/index.ts';
import { newId, openTillCalls, tell } from './till-calls.ts';
import { openAsTold } from './weaker-disk.ts';

/** A till of its own in its own process, selling until it is killed. What it acknowledges goes to a pipe that outlives
 *  it, one line a fact, written before anything else happens:
 *  `open <order number> <line count>` · `scanned <line count>` · `paying` · `paid <fiscal number> <total>`. */
const [dataDir = '', sessionToken = '', deviceToken = '', ...barcodes] = process.argv.slice(2);

openAsTold();
const till = await openTillCalls(dataDir, sessionToken, deviceToken);

const { sale: found } = await till.call('sale.getOpen', {});
tell(`open ${found?.orderNumber ?? 'none'} ${found?.lines.length ?? 0}`);
let lines = found?.lines.length ?? 0;
let view: CallOutput<'sale.getOpen'>['sale'] = found;
for (;;) {
  for (const barcode of barcodes.slice(lines)) {
    ({ sale: view } = await till.call('sale.scanBarcode', { commandId: newId(), barcode }));
    lines = view.lines.length;
    tell(`scanned ${view.orderNumber} ${lines}`);
  }
  const { id: saleId, totalMinor } = view!;
  tell('paying');
  const paid = await till.call('sale.complete', {
    commandId: newId(),
    saleId,
    expectedTotalMinor: totalMinor,
    payment: { kind: 'cash', amountMinor: totalMinor + 500 },
  });
  tell(`paid ${paid.fiscalNumber} ${paid.totalMinor}`);
  lines = 0;
}
