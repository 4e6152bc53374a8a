import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
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
  /** Acknowledged after the order to cut went out: the file system, half stopped, may call a sync done that is not. */
  readonly late: number;
  readonly lateLost: number;
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
  what: 'A till sells on a disk image of its own; at a random moment the file system is stopped without writing anything more, mounted anew and opened.',
  limits:
    'What the kernel handed to the device counts as kept: a disk that lies about flushing, or that tears single sectors, is not imitated. A sale called paid after the order to cut went out is counted apart: stopping a file system is not as sudden as a power cut, and a sync under way may be called done (not proven: before these were counted apart, a run of 240 cuts counted 4 of 950 acknowledged sales as lost).',
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
      short:
        full.lateLost === 0
          ? []
          : [
              `${full.lateLost} of ${full.late} sales called paid in the milliseconds while the file system was being stopped were lost; this harness cannot tell the kernel’s part in that from ours`,
            ],
      counts: {
        cuts: CUTS[size].full,
        'sales acknowledged': full.acknowledged,
        'acknowledged sales lost': full.lost,
        'half sales': full.halves,
        'numbers left out': full.gaps,
        'files that failed their check': full.unreadable,
        'acknowledged while the power was going': full.late,
        'of these lost': full.lateLost,
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
    late: 0,
    lateLost: 0,
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
        cpSync(ready.shop.dataDir, dataDir, { recursive: true });
        disk.settle();
      }
      const { paid, late } = await sellUntilCut(ready, disk, dataDir, { pragmas, random });
      disk.powerOn();
      const standing = readStanding(dataDir, BARCODES.length);
      const isLost = ([number, total]: [string, number]) => standing.sales.get(number) !== total;
      const lost = [...paid].filter(isLost).length;
      sum.acknowledged += paid.size;
      sum.lost += lost;
      sum.late += late.size;
      sum.lateLost += [...late].filter(isLost).length;
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

/** @returns what the till had called paid before the order to cut went out, and what it still did after. */
async function sellUntilCut(
  ready: ReadyShop,
  disk: LoopDisk,
  dataDir: string,
  { pragmas, random }: { pragmas: Record<string, string>; random: () => number },
): Promise<{ paid: Map<string, number>; late: Map<string, number> }> {
  const till = startTill('busy', ready, {
    dataDir,
    env: { FAULTS_PRAGMAS: JSON.stringify(pragmas) },
  });
  const [paid, late] = [new Map<string, number>(), new Map<string, number>()];
  let power = true;
  const sellForMs = 5 + random() * 250;
  let cutting: Promise<void> | null = null;
  for await (const line of till.facts) {
    const [fact, first = '', second = ''] = line.split(' ');
    if (fact === 'paid') (power ? paid : late).set(first, Number(second));
    cutting ??= wait(sellForMs).then(() => {
      power = false;
      disk.cutPower();
      till.child.kill('SIGKILL');
    });
  }
  await cutting;
  await till.ended();
  if (cutting === null) throw new Error(`the till sold nothing: ${till.said()}`);
  return { paid, late };
}
