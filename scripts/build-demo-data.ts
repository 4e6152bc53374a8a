/** Makes the demo shop's data in resources/demo from real data: the grocery aisle (Open Food Facts) and the gift shelves with
 *  their year of trading (UCI Online Retail).
 *  node scripts/build-demo-data.ts [--data DIR]     the prepared data, ../shared/data unless told
 *  The same input always gives the same files. docs/demo-shop.md holds the counts printed here. */
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { giftList, listGifts } from './demo-data/gifts.ts';
import { groceryList } from './demo-data/grocery.ts';
import { describeHistory, historyOf } from './demo-data/history.ts';
import { readRetail } from './demo-data/online-retail.ts';
import { readSource } from './demo-data/read-source.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: { data: { type: 'string', default: join(root, '../shared/data') } },
});
const source = (path: string) => readSource(resolve(values.data), path);
const write = (name: string, content: string | Buffer) =>
  writeFileSync(join(root, 'resources/demo', name), content);

const rows = readRetail(source('retail/online_retail.csv.gz'));
const gifts = listGifts(rows);
const history = historyOf(rows, gifts);

write('grocery.csv', groceryList(source('products/off_rich.csv.gz')));
write('gifts.csv', giftList(gifts));
// gzipSync writes no time into its header, so two builds give the same bytes.
write('history.json.gz', gzipSync(JSON.stringify(history), { level: 9 }));
console.log(JSON.stringify(describeHistory(rows, history), null, 2));
