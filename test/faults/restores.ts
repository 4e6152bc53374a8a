import { setImmediate as turn } from 'node:timers/promises';
import {
  type Figures,
  figuresOf,
  openStockedShop,
  type StockedShop,
  sellOne,
  signInAgain,
} from '../backup/backup-shop.ts';
import type { FaultCheck, FaultFigures, Size } from './check.ts';

const ROUNDS: Readonly<Record<Size, number>> = { short: 10, full: 50 };
const WORST_SALE_MS = 200;

export const restores: FaultCheck = {
  name: 'Backups made while selling, and restored',
  promises: [15],
  what: 'A backup is made while the till sells, the till sells on, and the backup is restored: it must be the shop of one moment while it was made, whole, its journal must hold, and no number may be given out twice in any life of the shop.',
  limits:
    'A small shop; sales beside the backup of a large one are in performance.md. The restored shop stands on the same disk; a lost disk is a restore from a folder that was chosen elsewhere, by the same code.',
  run,
};

interface Tally {
  readonly wrong: string[];
  readonly numbers: string[];
  readonly besideMs: number[];
  soldSince: number;
  restoreMs: number;
}

async function run(size: Size): Promise<FaultFigures> {
  const stocked = await openStockedShop();
  const tally: Tally = { wrong: [], numbers: [], besideMs: [], soldSince: 0, restoreMs: 0 };
  try {
    for (let round = 0; round < ROUNDS[size]; round += 1) await backUpAndRestore(stocked, round, tally);
  } finally {
    await stocked.shop.close();
  }
  const { wrong, numbers, besideMs } = tally;
  const twice = numbers.length - new Set(numbers).size;
  if (twice > 0) wrong.push(`${twice} numbers given out twice`);
  const longest = Math.round(Math.max(...besideMs));
  return {
    counts: {
      restores: ROUNDS[size],
      'that failed': wrong.length,
      'mean milliseconds of a restore': Math.round(tally.restoreMs / ROUNDS[size]),
      'sales beside a backup': besideMs.length,
      'longest of these, in milliseconds': longest,
      'sales made after a backup, and put aside with the shop': tally.soldSince,
      'numbers given out twice': twice,
    },
    wrong,
    short:
      longest > WORST_SALE_MS
        ? [
            `a sale beside a backup took ${longest} ms (bar ${WORST_SALE_MS}), on whatever else this machine was doing`,
          ]
        : [],
  };
}

async function backUpAndRestore(stocked: StockedShop, round: number, tally: Tally): Promise<void> {
  const { shop, owner, productId } = stocked;
  const moments = new Map<number, Figures>();
  const note = () => moments.set(figuresOf(shop).documents, figuresOf(shop));
  note();
  let making = true;
  const made = owner.call('backup.make', {}).finally(() => {
    making = false;
  });
  while (making) {
    const started = performance.now();
    tally.numbers.push(await sellOne(owner, productId, 1000 * (1 + (round % 3))));
    tally.besideMs.push(performance.now() - started);
    note();
    await turn();
  }
  const backup = await made;
  tally.numbers.push(await sellOne(owner, productId));
  tally.soldSince += figuresOf(shop).documents - (backup.documents ?? 0);
  const started = performance.now();
  await owner.call('backup.restore', { file: backup.file });
  tally.restoreMs += performance.now() - started;
  const then = moments.get(backup.documents ?? -1);
  if (JSON.stringify(figuresOf(shop)) !== JSON.stringify(then))
    tally.wrong.push(
      `round ${round}: restored ${JSON.stringify(figuresOf(shop))}, not ${JSON.stringify(then)}`,
    );
  await signInAgain(owner);
  if (!(await owner.call('journal.verify', {})).ok)
    tally.wrong.push(`round ${round}: the journal does not hold`);
}
