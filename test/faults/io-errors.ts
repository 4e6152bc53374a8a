import type { ReadyShop } from '../helpers/ready-shop.ts';
import { cannotRun, type FaultCheck, type FaultFigures, type Size } from './check.ts';
import { compileFailingDisk } from './compile.ts';
import { makeControl } from './failing-disk.ts';
import { BARCODES, closedShopWithGoods } from './goods.ts';
import { startTill } from './till-process.ts';
import { readStanding } from './whole-sales.ts';

const PATIENCE_MS = 300_000;
const SHORT = ['sync:once', 'write:fromThenOn', 'any:once'];
const FULL = ['write', 'sync', 'open', 'resize', 'name', 'any'].flatMap((operation) => [
  `${operation}:once`,
  `${operation}:fromThenOn`,
]);
/** As the program runs, and with a checkpoint after every commit, so that its calls fail too. */
const OPENED: Readonly<Record<Size, readonly Record<string, string>[]>> = {
  short: [{}],
  full: [{}, { wal_autocheckpoint: '1' }],
};

export const ioErrors: FaultCheck = {
  name: 'Failing disk in a checkout',
  promises: [2, 17],
  what: 'The Nth write, sync, open, resize or rename of a checkout fails (once, or from then on), N growing until a checkout passes clean; then the same command is sent again on a healthy disk.',
  limits: 'Calls through mapped memory (the log’s index) cannot fail this way; reads are not failed.',
  run,
};

interface Point {
  readonly answer: string;
  readonly file: string;
  readonly stored: boolean;
  readonly again: string;
  readonly where: string;
}

async function run(size: Size): Promise<FaultFigures> {
  const shim = compileFailingDisk();
  if (shim === null) return cannotRun('preloading a failing disk needs Linux and a C compiler');
  const points: Point[] = [];
  const wrong: string[] = [];
  for (const pragmas of OPENED[size]) {
    const ready = await closedShopWithGoods();
    try {
      const tried = await failInCheckouts(ready, shim, {
        orders: size === 'short' ? SHORT : FULL,
        env: { FAULTS_PRAGMAS: JSON.stringify(pragmas) },
      });
      points.push(...tried.points);
      wrong.push(...tried.wrong, ...judge(ready, tried.points));
    } finally {
      ready.shop.discard();
    }
  }
  const hit = points.filter((point) => point.file !== '-');
  const refused = hit.filter((point) => isRefusal(point.answer));
  return {
    counts: {
      'points tried': hit.length,
      'answered with a clear error': refused.length,
      'paid all the same, and stored': hit.length - refused.length,
      'paid without being stored': wrong.filter((line) => line.includes('not stored')).length,
      'half sales': wrong.filter((line) => line.includes('half')).length,
      'same command paid afterwards': points.filter((point) => !isRefusal(point.again)).length,
      hangs: wrong.filter((line) => line.includes('hang')).length,
    },
    wrong,
  };
}

const isRefusal = (answer: string): boolean => answer.includes('.') || answer === 'internal';

async function failInCheckouts(
  ready: ReadyShop,
  shim: string,
  { orders, env }: { orders: readonly string[]; env: Record<string, string> },
): Promise<{ points: Point[]; wrong: string[] }> {
  const control = makeControl();
  const till = await startTill('faulty', ready, {
    words: [control.file, orders.join(','), ...BARCODES],
    env: { ...env, ...control.environment(shim, ready.shop.dataDir) },
  });
  const points: Point[] = [];
  const last: string[] = [];
  let hung = false;
  const timer = setTimeout(() => {
    hung = true;
    till.child.kill('SIGKILL');
  }, PATIENCE_MS);
  for await (const line of till.facts) {
    last.push(line);
    const [fact, operation, mode, nth, answer = '', file = '', stored, again = ''] = line.split(' ');
    const where = `${operation} ${nth} (${mode}, ${file})`;
    if (fact === 'point') points.push({ answer, file, stored: stored === 'true', again, where });
  }
  clearTimeout(timer);
  await till.ended();
  control.discard();
  const after = last.at(-1) ?? 'nothing';
  const ended =
    after === 'done'
      ? []
      : [`the till ${hung ? 'hangs' : 'ended'} after “${after}”: ${till.said().slice(-800)}`];
  return { points, wrong: ended };
}

/** Every error is one of the disk's, every sale called paid is stored, whole, and once. */
function judge(ready: ReadyShop, points: readonly Point[]): string[] {
  const { sales, halves, gaps, integrity } = readStanding(ready.shop.dataDir, BARCODES.length);
  const wrong = points.flatMap((point) => {
    const problems: string[] = [];
    if (isRefusal(point.answer) && !point.answer.startsWith('storage.'))
      problems.push(`${point.where}: answered ${point.answer}`);
    if (isRefusal(point.answer) && point.stored) problems.push(`${point.where}: refused and yet stored`);
    if (!isRefusal(point.answer) && point.answer !== point.again)
      problems.push(`${point.where}: a second sale, ${point.again}`);
    if (!sales.has(point.again)) problems.push(`${point.where}: ${point.again} is not stored`);
    return problems;
  });
  if (halves.length > 0) wrong.push(`half sales: ${halves.join(' ')}`);
  if (gaps.length > 0) wrong.push(`gaps before ${gaps.join(' ')}`);
  if (sales.size !== points.length) wrong.push(`${points.length} sales, ${sales.size} stored`);
  if (integrity !== 'ok') wrong.push(`integrity: ${integrity}`);
  return wrong;
}
