import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cannotRun, type FaultCheck, type FaultFigures, type Size } from './check.ts';
import { childEnvironment } from './child-environment.ts';
import { compileFailingDisk } from './compile.ts';
import { compiledTill } from './compiled-tills.ts';
import { type Mode, makeControl, type Operation } from './failing-disk.ts';
import { BARCODES, closedShopWithGoods } from './goods.ts';
import { startTill } from './till-process.ts';
import { readStanding } from './whole-sales.ts';

const KINDS: Readonly<Record<Size, readonly [Operation, Mode][]>> = {
  short: [['sync', 'once']],
  full: (['write', 'sync', 'open', 'resize', 'name'] as const).flatMap((operation): [Operation, Mode][] => [
    [operation, 'once'],
    [operation, 'fromThenOn'],
  ]),
};

export const openingErrors: FaultCheck = {
  name: 'Failing disk while opening',
  promises: [16, 17],
  what: 'A shop whose till was killed is opened (recovery, check, first write, checkpoint on closing) while the Nth write, sync, open, resize or removal fails; then it is opened on a healthy disk.',
  limits: 'The whole program around it (window, HTTP) is not started.',
  run,
};

async function run(size: Size): Promise<FaultFigures> {
  const shim = compileFailingDisk();
  if (shim === null) return cannotRun('preloading a failing disk needs Linux and a C compiler');
  const ready = await closedShopWithGoods();
  const base = mkdtempSync(join(tmpdir(), 'tillwise-opening-'));
  const control = makeControl();
  const opener = await compiledTill('opening-till');
  const figures = { tried: 0, refused: 0, opened: 0, lost: 0 };
  const wrong: string[] = [];
  try {
    await sellAndKill(ready);
    const killed = ready.shop.dataDir;
    const before = join(base, 'before');
    cpSync(killed, before, { recursive: true });
    const sales = readStanding(before, BARCODES.length).sales.size;
    for (const [operation, mode] of KINDS[size]) {
      for (let nth = 1; ; nth += 1) {
        const folder = join(base, 'shop');
        rmSync(folder, { recursive: true, force: true });
        cpSync(killed, folder, { recursive: true });
        control.control.order({ operation, nth, mode });
        const env = childEnvironment(control.environment(shim, folder));
        const child = spawnSync(process.execPath, [opener, folder], {
          env,
          encoding: 'utf8',
          timeout: 60_000,
        });
        const { hits } = control.control.stop();
        if (hits === 0) break;
        figures.tried += 1;
        if (child.status === 0) figures.opened += 1;
        else figures.refused += 1;
        const where = `${operation} ${nth} (${mode})`;
        if (child.error || child.signal) wrong.push(`${where}: ${child.error?.message ?? child.signal}`);
        const { sales: after, integrity } = readStanding(folder, BARCODES.length);
        if (after.size !== sales || integrity !== 'ok') {
          figures.lost += 1;
          wrong.push(`${where}: ${after.size} of ${sales} sales afterwards, check says ${integrity}`);
        }
      }
    }
  } finally {
    control.discard();
    rmSync(base, { recursive: true, force: true });
    ready.shop.discard();
  }
  return {
    counts: {
      'points tried': figures.tried,
      'refused with an error': figures.refused,
      'opened all the same': figures.opened,
      'shops that missed something on a healthy disk': figures.lost,
    },
    wrong,
  };
}

async function sellAndKill(ready: Awaited<ReturnType<typeof closedShopWithGoods>>): Promise<void> {
  const till = await startTill('busy', ready);
  let paid = 0;
  for await (const line of till.facts) {
    if (line.startsWith('paid ')) paid += 1;
    if (paid === 10) till.child.kill('SIGKILL');
  }
  await till.ended();
}
