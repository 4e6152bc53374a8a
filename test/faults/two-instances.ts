import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadyShop } from '../helpers/ready-shop.ts';
import type { FaultCheck, FaultFigures, Size } from './check.ts';
import { BARCODES, closedShopWithGoods } from './goods.ts';
import { startTill, type TillProcess } from './till-process.ts';
import { readStanding } from './whole-sales.ts';

const RACES: Readonly<Record<Size, number>> = { short: 3, full: 50 };
const COPIES: Readonly<Record<Size, number>> = { short: 2, full: 20 };

export const twoInstances: FaultCheck = {
  name: 'Two instances',
  promises: [40],
  what: 'Two tills are started at the same moment on one data folder, again and again. Then the folder is copied, and a till is started on the copy.',
  limits:
    'Two users of one machine were not tried apart: the folder is closed to other users. A disk cloned byte by byte is told by the machine alone: on macOS, or where two machines have the same id, it is not noticed.',
  run,
};

async function run(size: Size): Promise<FaultFigures> {
  const ready = await closedShopWithGoods();
  const wrong: string[] = [];
  let both = 0;
  let refused = 0;
  let soldOnCopies = 0;
  let noticed = 0;
  try {
    for (let race = 0; race < RACES[size]; race += 1) {
      const answers = await startPair(ready);
      const selling = answers.filter(({ sold }) => sold > 0).length;
      if (selling > 1) both += 1;
      if (selling !== 1)
        wrong.push(`race ${race}: ${selling} tills sold (${answers.map((one) => one.said).join('; ')})`);
      refused += answers.filter(({ said }) => said.includes('is open in another Tillwise')).length;
    }
    for (let copy = 0; copy < COPIES[size]; copy += 1) {
      const { sold, said } = await sellOnCopy(ready);
      if (sold > 0) soldOnCopies += 1;
      if (said.includes('register.inDoubt')) noticed += 1;
      else wrong.push(`copy ${copy}: not noticed; ${said.slice(-300)}`);
    }
    const { halves, gaps } = readStanding(ready.shop.dataDir, BARCODES.length);
    if (halves.length + gaps.length > 0) wrong.push(`${halves.length} half sales, ${gaps.length} gaps`);
  } finally {
    ready.shop.discard();
  }
  return {
    counts: {
      'pairs started': RACES[size],
      'both sold': both,
      'the other refused by name': refused,
      'copied folders opened': COPIES[size],
      'copies that sold before anybody answered': soldOnCopies,
      'copies that said what they are': noticed,
    },
    wrong,
  };
}

/** On a copy of the folder as it is, until the till ends. */
async function sellOnCopy(ready: ReadyShop): Promise<{ sold: number; said: string }> {
  const copy = mkdtempSync(join(tmpdir(), 'tillwise-copy-'));
  try {
    cpSync(ready.shop.dataDir, copy, { recursive: true });
    const till = await startTill('busy', ready, { dataDir: copy });
    let sold = 0;
    for await (const line of till.facts) {
      if (!line.startsWith('paid ')) continue;
      sold += 1;
      till.child.kill('SIGKILL');
    }
    await till.ended();
    return { sold, said: till.said() };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

interface Runner {
  readonly till: TillProcess;
  sold: number;
  over: boolean;
}

/** Until one was refused and the other sells, or both sell. */
async function startPair(ready: ReadyShop): Promise<{ sold: number; said: string }[]> {
  const tills = await Promise.all([0, 1].map(() => startTill('busy', ready)));
  const pair = tills.map((till): Runner => ({ till, sold: 0, over: false }));
  const look = () => {
    const decided = pair.every((one) => one.over || one.sold > 0);
    if (decided) for (const { till } of pair) till.child.kill('SIGKILL');
  };
  await Promise.all(
    pair.map(async (one) => {
      for await (const line of one.till.facts) {
        if (line.startsWith('paid ')) one.sold += 1;
        look();
      }
      await one.till.ended();
      one.over = true;
      look();
    }),
  );
  return pair.map(({ till, sold }) => ({
    sold,
    said:
      till
        .said()
        .split('\n')
        .find((text) => text.includes('Tillwise')) ?? '',
  }));
}
