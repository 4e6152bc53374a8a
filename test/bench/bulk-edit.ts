import { newId, openTillCalls, type TillCalls } from '../faults/till-calls.ts';
import { copyOf, productsFor, shopOf } from './bench-shop.ts';
import { missingList } from './real-list.ts';
import type { BenchOptions, Measured, Scenario } from './scenario.ts';
import { quantile, timed } from './statistics.ts';

const ROUNDS = 10;
/** Of the list's prices, which are spread evenly from 1.00 to 40.99, this range holds a twentieth. */
const RANGE_MINOR = 200;
const DEARER = { kind: 'price', how: { kind: 'percent', ppm: 50_000 } } as const;

export const bulkEditing: Scenario = {
  name: 'Many prices at once',
  what: 'A twentieth of 100,000 products is made a twentieth dearer in one go, and taken back: a scan that meets it waits for the rest of it.',
  run,
};

async function run({ data, quick }: BenchOptions): Promise<Measured> {
  const missing = missingList(data);
  if (missing) return { figures: [], cannot: missing };
  const shop = await shopOf(data, productsFor(quick));
  const office = await openTillCalls(copyOf(shop), shop.sessions.manager, shop.deviceToken);
  try {
    const changed: number[] = [];
    const takenBack: number[] = [];
    let products = 0;
    for (let round = 0; round < (quick ? 2 : ROUNDS); round += 1) {
      const edit = await raise(office, 100 + round * RANGE_MINOR);
      products = edit.value.changed;
      changed.push(edit.ms);
      const undo = await timed(() =>
        office.call('product.undoBulkEdit', { commandId: newId(), id: edit.value.id }),
      );
      takenBack.push(undo.ms);
    }
    return {
      figures: [
        { name: 'change, longest', value: quantile(changed, 1), unit: 'ms', bar: { atMost: 500 } },
        { name: 'taking it back, longest', value: quantile(takenBack, 1), unit: 'ms', bar: { atMost: 500 } },
      ],
      notes: [`${changed.length} times, about ${products.toLocaleString('en')} products each.`],
    };
  } finally {
    await office.engine.close();
  }
}

async function raise(office: TillCalls, priceFromMinor: number) {
  const filter = { priceFromMinor, priceToMinor: priceFromMinor + RANGE_MINOR - 1 };
  const edit = { selection: { kind: 'filter' as const, filter }, change: DEARER };
  const { changed: expectedChanged } = await office.call('product.previewBulkEdit', edit);
  return timed(() => office.call('product.bulkEdit', { ...edit, commandId: newId(), expectedChanged }));
}
