import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { copyShop } from '../helpers/copy-shop.ts';
import type { ReadyShop } from '../helpers/ready-shop.ts';
import { cannotRun, type FaultCheck, type FaultFigures, type Size } from './check.ts';
import { BARCODES, closedShopWithGoods } from './goods.ts';
import { type LoopDisk, openLoopDisk } from './loop-disk.ts';
import { randomFrom } from './random.ts';
import { startTill } from './till-process.ts';
import { readStanding } from './whole-sales.ts';

const SEED = 20_261_123;
const CUTS = { short: { full: 4, normal: 2 }, full: { full: 210, normal: 10 } } as const;

interface CutFigures {
  readonly acknowledged: number;
  readonly lost: number;
  readonly cutsThatLost: number;
  readonly halves: number;
  readonly gaps: number;
  readonly unreadable: number;
}

export const powerCuts: FaultCheck = {
  name: 'Power cuts',
  promises: [1, 2],
  what: 'A till sells on a disk of its own; at a random moment that disk stands still between two of the writes it is handed, the till is killed, and what the disk held at that instant is mounted anew and opened. Every sale the till called paid, up to its last breath, is looked for.',
  limits:
    'What the kernel handed to the device counts as kept: a disk that lies about flushing, or that tears single sectors, is not imitated. Why this cut is sound, and an earlier one was not: decisions/power-cuts.md.',
  run,
};

async function run(size: Size): Promise<FaultFigures> {
  const ready = await closedShopWithGoods();
  try {
    const full = await cutOften(ready, CUTS[size].full, {});
    if (typeof full === 'string') return cannotRun(full);
    // The same harness without a sync per commit: if it lost nothing here, it could not notice a loss at all.
    const normal = await cutOften(ready, CUTS[size].normal, { synchronous: 'NORMAL' });
    if (typeof normal === 'string') return cannotRun(normal);
    return {
      counts: {
        cuts: CUTS[size].full,
        'sales acknowledged': full.acknowledged,
        'acknowledged sales lost': full.lost,
        'half sales': full.halves,
        'numbers left out': full.gaps,
        'files that failed their check': full.unreadable,
        'cuts with synchronous=NORMAL': CUTS[size].normal,
        'of these, cuts that lost sales': normal.cutsThatLost,
        'sales acknowledged with NORMAL': normal.acknowledged,
        'lost with NORMAL': normal.lost,
      },
      wrong: [
        ...(full.lost > 0 ? [`${full.lost} acknowledged sales were lost`] : []),
        ...(full.halves + full.gaps > 0 ? [`${full.halves} half sales, ${full.gaps} gaps`] : []),
        ...(full.unreadable > 0 ? [`${full.unreadable} files failed their check`] : []),
        ...(full.acknowledged === 0 ? ['nothing was sold'] : []),
        ...(normal.lost === 0 ? ['NORMAL lost nothing, so this harness proves nothing'] : []),
      ],
    };
  } finally {
    ready.shop.discard();
  }
}

/** Sells and cuts `cuts` times on one disk. @returns the figures, or why there is no such disk. */
async function cutOften(
  ready: ReadyShop,
  cuts: number,
  pragmas: Record<string, string>,
): Promise<CutFigures | string> {
  const disk = openLoopDisk();
  if (typeof disk === 'string') return disk;
  const random = randomFrom(SEED);
  const dataDir = join(disk.folder, 'shop');
  const sum = {
    acknowledged: 0,
    lost: 0,
    cutsThatLost: 0,
    halves: 0,
    gaps: 0,
    unreadable: 0,
  };
  try {
    for (let cut = 0; cut < cuts; cut += 1) {
      // A new shop now and then keeps the files small and lets the first sales of a shop be cut as well.
      if (cut % 20 === 0) {
        rmSync(dataDir, { recursive: true, force: true });
        copyShop(ready.shop.dataDir, dataDir);
        disk.settle();
      }
      const paid = await sellUntilCut(ready, disk, dataDir, { pragmas, random });
      disk.powerOn();
      const standing = readStanding(dataDir, BARCODES.length);
      const lost = [...paid].filter(([number, total]) => standing.sales.get(number) !== total).length;
      sum.acknowledged += paid.size;
      sum.lost += lost;
      if (lost > 0) sum.cutsThatLost += 1;
      sum.halves += standing.halves.length;
      sum.gaps += standing.gaps.length;
      if (standing.integrity !== 'ok') sum.unreadable += 1;
    }
    return sum;
  } finally {
    disk.discard();
  }
}

/** @returns what the till called paid. */
async function sellUntilCut(
  ready: ReadyShop,
  disk: LoopDisk,
  dataDir: string,
  { pragmas, random }: { pragmas: Record<string, string>; random: () => number },
): Promise<Map<string, number>> {
  const till = await startTill('busy', ready, {
    dataDir,
    env: { FAULTS_PRAGMAS: JSON.stringify(pragmas) },
  });
  const paid = new Map<string, number>();
  // Counted in facts, about five a sale, so that a busy machine is cut as far into its sales as an idle one.
  const cutAtFact = 1 + Math.floor(random() * 60);
  const pauseMs = random() * 6;
  let facts = 0;
  let cutting: Promise<void> | null = null;
  for await (const line of till.facts) {
    const [fact, first = '', second = ''] = line.split(' ');
    if (fact === 'paid') paid.set(first, Number(second));
    facts += 1;
    if (facts >= cutAtFact)
      cutting ??= wait(pauseMs).then(() => disk.cutPower(() => till.child.kill('SIGKILL')));
  }
  await cutting;
  await till.ended();
  if (cutting === null) throw new Error(`the till sold nothing: ${till.said()}`);
  return paid;
}
