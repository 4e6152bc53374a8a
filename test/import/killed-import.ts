import { setTimeout as wait } from 'node:timers/promises';
import { TestCaller, TestClock, TestShop } from '../helpers/open-shop.ts';
import { longList, sendList, untilRest } from './list-import.ts';

/** A process of its own that imports a long list until it is killed. Says 'writing' once products are being written. */
const { TEST_FOLDER, TEST_SESSION, TEST_DEVICE, TEST_TAX } = process.env;
const shop = new TestShop(new TestClock(0x700), TEST_FOLDER ?? '');
await shop.start();
const manager = new TestCaller(shop);
manager.sessionToken = TEST_SESSION ?? '';
manager.deviceToken = TEST_DEVICE ?? '';
const { id, inspection } = await sendList(manager, longList(3000));
const options = {
  mapping: inspection?.guess ?? [],
  decimalStyle: 'point' as const,
  defaultTaxCategoryId: TEST_TAX ?? '',
};
await manager.call('import.check', { id, options });
await untilRest(manager, id);
await manager.call('import.apply', { id });
while ((await manager.call('import.get', { id })).progress.done < 500) await wait(1);
process.stdout.write('writing\n');
// Never ends by itself before the kill: were the parent gone, this ends anyway.
await wait(30_000);
