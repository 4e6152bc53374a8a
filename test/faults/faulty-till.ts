import { DiskControl, type Mode, type Operation } from './failing-disk.ts';
import { codeOf, newId, openTillCalls, tell } from './till-calls.ts';
import { openAsTold } from './weaker-disk.ts';

/** A till whose disk fails inside checkouts, one call further each time, until one passes clean. It tells
 *  `point <operation> <mode> <nth> <answer> <file> <stored> <again>`: what the first try answered, the file whose call
 *  failed, whether its sale was stored all the same, and what the same command answered once the disk worked again. */
const [dataDir = '', sessionToken = '', deviceToken = '', control = '', orders = '', ...barcodes] =
  process.argv.slice(2);

openAsTold();
const till = await openTillCalls(dataDir, sessionToken, deviceToken);
const disk = new DiskControl(control);

/** A cart with one line a barcode. */
async function fillCart(): Promise<{ saleId: string; totalMinor: number }> {
  let { sale } = await till.call('sale.getOpen', {});
  for (const barcode of barcodes.slice(sale?.lines.length ?? 0)) {
    ({ sale } = await till.call('sale.scanBarcode', { commandId: newId(), barcode }));
  }
  return { saleId: sale!.id, totalMinor: sale!.totalMinor };
}

async function tryAt(operation: Operation, mode: Mode, nth: number): Promise<boolean> {
  const { saleId, totalMinor } = await fillCart();
  const commandId = newId();
  const complete = async (): Promise<string> => {
    const payment = { kind: 'cash' as const, amountMinor: totalMinor };
    const input = { commandId, saleId, expectedTotalMinor: totalMinor, payment };
    return till.call('sale.complete', input).then(({ fiscalNumber }) => fiscalNumber, codeOf);
  };
  if (mode === 'kill') tell(`trying ${operation} ${nth}`);
  disk.order({ operation, nth, mode, error: operation === 'write' ? 'ENOSPC' : 'EIO' });
  const answer = await complete();
  const told = disk.stop();
  const stored = (await till.call('sale.getOpen', {})).sale?.id !== saleId;
  const again = await complete();
  tell(`point ${operation} ${mode} ${nth} ${answer} ${told.file || '-'} ${stored} ${again}`);
  return told.hits > 0;
}

for (const order of orders.split(',')) {
  const [operation, mode, first = '1'] = order.split(':') as [Operation, Mode, string?];
  for (let nth = Number(first); await tryAt(operation, mode, nth); nth += 1);
  tell(`clean ${operation} ${mode}`);
}
await till.engine.close();
tell('done');
