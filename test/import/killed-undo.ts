import { setTimeout as wait } from 'node:timers/promises';
import { TestCaller, TestClock, TestShop } from '../helpers/open-shop.ts';

/** A process of its own that undoes an import until it is killed. Says 'undoing' once products were undone. */
const { TEST_FOLDER, TEST_SESSION, TEST_DEVICE, TEST_IMPORT } = process.env;
const shop = new TestShop(new TestClock(0x700), TEST_FOLDER ?? '');
await shop.start();
const manager = new TestCaller(shop);
manager.sessionToken = TEST_SESSION ?? '';
manager.deviceToken = TEST_DEVICE ?? '';
const id = TEST_IMPORT ?? '';
await manager.call('import.undo', { id });
while ((await manager.call('import.get', { id })).progress.done < 300) await wait(1);
process.stdout.write('undoing\n');
// Never ends by itself before the kill: were the parent gone, this ends anyway.
await wait(30_000);
