import type { DayLog } from './day-log.ts';

/** Lists in and out: a price list comes, is undone; the catalogue and the rows left out leave as files. */
export async function importMore(day: DayLog, defaultTaxCategoryId: string): Promise<void> {
  const file = Buffer.from('name,sku,price\nBread,BR-1,2.40\nButter,BU-1,3.10\n,,\n');
  const send = async (): Promise<string> => {
    const { id } = await day.does('import.begin', { fileName: 'goods.csv', totalBytes: file.length });
    await day.does('import.append', { id, offset: 0, dataBase64: file.toString('base64'), last: true });
    return id;
  };
  const id = await send();
  await day.does('import.readAgain', { id, delimiter: ',' });
  await day.does('import.check', {
    id,
    options: { mapping: ['name', 'sku', 'price'], defaultTaxCategoryId, decimalStyle: 'point' },
  });
  await day.waitsFor('import.get', { id }, ({ state }) => state === 'checked');
  await day.does('import.listFaults', { id });
  const faulty = await day.does('export.faultyRows', { importId: id, format: 'csv' });
  await day.waitsFor('export.get', { id: faulty.id }, ({ state }) => state === 'ready');
  await day.does('import.apply', { id });
  await day.waitsFor('import.get', { id }, ({ state, searchable }) => state === 'applied' && searchable);
  await day.does('import.get', { id });
  const goods = await day.does('export.catalogue', { format: 'csv', status: 'any' });
  await day.waitsFor('export.get', { id: goods.id }, ({ state }) => state === 'ready');
  await day.does('export.get', { id: goods.id });
  await day.does('export.read', { id: goods.id, offset: 0 });
  await day.does('import.undo', { id });
  await day.waitsFor('import.get', { id }, ({ state }) => state === 'undone');
  await day.does('import.listNotUndone', { id });
  const second = await send();
  await day.does('import.cancel', { id: second });
  await day.waitsFor('import.get', { id: second }, ({ state }) => state === 'cancelled');
  await day.does('import.list', {});
}
