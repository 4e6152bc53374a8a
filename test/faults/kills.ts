import type { ReadyShop } from '../helpers/ready-shop.ts';
import type { FaultCheck, FaultFigures, Size } from './check.ts';
import { compileFailingDisk } from './compile.ts';
import { makeControl } from './failing-disk.ts';
import { BARCODES, closedShopWithGoods } from './goods.ts';
import { randomFrom } from './random.ts';
import { startTill } from './till-process.ts';
import { readStanding } from './whole-sales.ts';

const SEED = 20_260_302;
const KILLS: Readonly<Record<Size, number>> = { short: 200, full: 1000 };
/** Shops that are killed side by side: a till waits for the disk and its own start most of the time. */
const LANES: Readonly<Record<Size, number>> = { short: 2, full: 5 };
/** Of the calls on the disk that one checkout makes, every so many-th is one to be killed at. */
const STRIDE: Readonly<Record<Size, number>> = { short: 8, full: 1 };

export const kills: FaultCheck = {
  name: 'Kills',
  promises: [2, 3],
  what: 'A selling till is killed (SIGKILL) at random moments, most of them inside a checkout; then once at each call on the disk that a checkout makes.',
  limits:
    'What the kernel had been handed survives a kill, so this cannot show durability: the power cuts do.',
  run,
};

interface Book {
  readonly paid: Map<string, number>;
  /** The last thing acknowledged of the cart that was open at the kill. */
  openOrder: string;
  openLines: number;
  insidePayment: boolean;
}

interface Tally {
  inside: number;
  acknowledged: number;
  lost: number;
  halves: number;
  gaps: number;
  readonly wrong: string[];
}

async function run(size: Size): Promise<FaultFigures> {
  const tally: Tally = { inside: 0, acknowledged: 0, lost: 0, halves: 0, gaps: 0, wrong: [] };
  const lanes = Array.from({ length: LANES[size] }, (_, lane) => lane);
  const stepwise = await Promise.all(
    lanes.map((lane) =>
      killOften(KILLS[size] / lanes.length, {
        seed: SEED + lane,
        tally,
        stride: lane === 0 ? STRIDE[size] : null,
      }),
    ),
  );
  return {
    counts: {
      'kills at random moments': KILLS[size],
      'of these inside a checkout': tally.inside,
      'kills at a call on the disk': stepwise.reduce((sum, count) => sum + count, 0),
      'sales acknowledged': tally.acknowledged,
      'acknowledged sales lost': tally.lost,
      'half sales': tally.halves,
      'numbers left out': tally.gaps,
      'carts reopened wrongly': tally.wrong.filter((line) => line.startsWith('kill ')).length,
    },
    wrong: tally.wrong,
  };
}

interface Lane {
  readonly seed: number;
  readonly tally: Tally;
  /** Kills at every so many-th call on the disk as well; null: none. */
  readonly stride: number | null;
}

/** One shop, killed again and again and judged at the end. @returns kills at a call on the disk */
async function killOften(kills: number, { seed, tally, stride }: Lane): Promise<number> {
  const { wrong } = tally;
  const ready = await closedShopWithGoods();
  try {
    const random = randomFrom(seed);
    const book: Book = { paid: new Map(), openOrder: '', openLines: 0, insidePayment: false };
    for (let kill = 0; kill < kills; kill += 1) {
      const expected = { order: book.openOrder, lines: book.openLines, mayBePaid: book.insidePayment };
      const reopened = await sellUntilKilled(ready, random, book);
      if (book.insidePayment) tally.inside += 1;
      if (kill > 0 && !reopensRightly(expected, reopened))
        wrong.push(
          `kill ${kill}: reopened on ${reopened.order} with ${reopened.lines} lines, not ${expected.order} with ${expected.lines}`,
        );
    }
    const shim = stride === null ? null : compileFailingDisk();
    const stepwise = shim === null ? 0 : await killAtEachCall(ready, shim, stride ?? 1);
    const { sales, halves, gaps, integrity } = readStanding(ready.shop.dataDir, BARCODES.length);
    const lost = [...book.paid].filter(([number, total]) => sales.get(number) !== total);
    tally.acknowledged += book.paid.size;
    tally.lost += lost.length;
    tally.halves += halves.length;
    tally.gaps += gaps.length;
    if (lost.length > 0) wrong.push(`${lost.length} acknowledged sales lost`);
    if (halves.length > 0) wrong.push(`half sales: ${halves.join(' ')}`);
    if (gaps.length > 0) wrong.push(`gaps before ${gaps.join(' ')}`);
    if (integrity !== 'ok') wrong.push(`integrity: ${integrity}`);
    return stepwise;
  } finally {
    ready.shop.discard();
  }
}

/** Starts the till, lets it sell, kills it at a random moment (most often inside a checkout). */
async function sellUntilKilled(
  ready: ReadyShop,
  random: () => number,
  book: Book,
): Promise<{ order: string; lines: number }> {
  const till = await startTill('busy', ready);
  const killAfterPayments = 1 + Math.floor(random() * 4);
  const insideCheckout = random() < 0.85;
  let payments = 0;
  let reopened = { order: 'none', lines: 0 };
  for await (const line of till.facts) {
    const [fact, first = '', second = ''] = line.split(' ');
    if (fact === 'open') reopened = { order: first, lines: Number(second) };
    if (fact === 'scanned') [book.openOrder, book.openLines] = [first, Number(second)];
    if (fact === 'paid') {
      book.paid.set(first, Number(second));
      book.openLines = 0;
    }
    book.insidePayment = fact === 'paying';
    if (fact === 'paying') payments += 1;
    const now = insideCheckout ? fact === 'paying' : fact === 'scanned';
    if (now && payments >= killAfterPayments) setTimeout(() => till.child.kill('SIGKILL'), random() * 3);
  }
  await till.ended();
  return reopened;
}

/** The cart is there with every line acknowledged, or with one more that was stored and not yet acknowledged; only a cart
 *  whose payment was under way may be gone, closed whole. */
function reopensRightly(
  expected: { order: string; lines: number; mayBePaid: boolean },
  reopened: { order: string; lines: number },
): boolean {
  if (expected.lines === 0) return reopened.order === 'none' || reopened.lines === 1;
  if (reopened.order !== expected.order) return expected.mayBePaid;
  return reopened.lines === expected.lines || reopened.lines === expected.lines + 1;
}

/** A till that ends itself at the Nth call of a checkout, N growing until a checkout is through first. @returns kills */
async function killAtEachCall(ready: ReadyShop, shim: string, stride: number): Promise<number> {
  const control = makeControl();
  let count = 0;
  try {
    for (let nth = 1; ; nth += stride) {
      const till = await startTill('faulty', ready, {
        words: [control.file, `any:kill:${nth}`, ...BARCODES],
        env: control.environment(shim, ready.shop.dataDir),
      });
      let through = false;
      for await (const line of till.facts) {
        if (line.startsWith('point ')) through = true;
      }
      await till.ended();
      if (through) return count;
      if (till.child.signalCode !== 'SIGKILL') throw new Error(`the till ended by itself: ${till.said()}`);
      count += 1;
    }
  } finally {
    control.discard();
  }
}
