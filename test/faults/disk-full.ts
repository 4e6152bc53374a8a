import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineRefusal } from '../../src/main/engine-refusal.ts';
import { MIGRATIONS } from '../../src/main/storage/migrations/index.ts';
import { DATABASE_FILE, openDatabase } from '../../src/main/storage/open-database.ts';
import { copyShop } from '../helpers/copy-shop.ts';
import { type TestCaller, TestClock, TestShop } from '../helpers/open-shop.ts';
import { openReadyShop } from '../helpers/ready-shop.ts';
import { cannotRun, type FaultCheck, type FaultFigures, type Size } from './check.ts';
import { fillEarlyShop } from './early-shop.ts';
import { readStanding } from './whole-sales.ts';

const ROUNDS: Readonly<Record<Size, number>> = { short: 3, full: 40 };
const VOLUME_MB = 24;

export const diskFull: FaultCheck = {
  name: 'Disk full',
  promises: [18],
  what: 'A small volume is filled to the last few kilobytes in mid-sale, before a backup and before an upgrade; then room is made again.',
  limits:
    'One small volume in memory; a quota or a full partition of another file system answers alike but was not tried.',
  run,
};

interface Volume {
  readonly folder: string;
  /** Leaves about `kilobytes` free. */
  fill(kilobytes: number): void;
  makeRoom(): void;
  discard(): void;
}

function openVolume(): Volume | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'mounting a small volume needs root on Linux';
  const folder = mkdtempSync(join(tmpdir(), 'tillwise-small-'));
  const { status, stderr } = spawnSync(
    'mount',
    ['-t', 'tmpfs', '-o', `size=${VOLUME_MB}m`, 'tmpfs', folder],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return `no volume can be mounted here (${stderr.trim()})`;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: (kilobytes) => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - kilobytes * 1024)));
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    discard: () => {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function run(size: Size): Promise<FaultFigures> {
  const volume = openVolume();
  if (typeof volume === 'string') return cannotRun(volume);
  const wrong: string[] = [];
  try {
    const sales = await inSalesAndBackups(volume, ROUNDS[size], wrong);
    const upgrades = inUpgrades(volume, wrong);
    return {
      counts: {
        'full in mid-sale': ROUNDS[size],
        'sales acknowledged': sales.acknowledged,
        'acknowledged sales lost': sales.lost,
        'same command paid once there was room': sales.recovered,
        'full in mid-backup': ROUNDS[size],
        'half backups left behind': sales.leftovers,
        'full in mid-upgrade': upgrades,
      },
      wrong,
    };
  } finally {
    volume.discard();
  }
}

async function inSalesAndBackups(volume: Volume, rounds: number, wrong: string[]) {
  const ready = await openReadyShop();
  const { id: productId } = await ready.addProduct(ready.owner, { name: 'Tea', priceMinor: 275 });
  await ready.shop.engine.close();
  const dataDir = join(volume.folder, 'shop');
  copyShop(ready.shop.dataDir, dataDir);
  const shop = new TestShop(new TestClock(0x70), dataDir);
  await shop.start();
  const as = (who: TestCaller): TestCaller => {
    const caller = shop.caller();
    caller.deviceToken = who.deviceToken;
    caller.sessionToken = who.sessionToken;
    return caller;
  };
  const [cashier, owner] = [as(ready.cashier), as(ready.owner)];
  const paid = new Map<string, number>();
  const figures = { acknowledged: 0, lost: 0, recovered: 0, leftovers: 0 };
  for (let round = 0; round < rounds; round += 1) {
    volume.fill(round % 16 === 0 ? 0 : (round % 16) * 24);
    let filled = await sellUntilFull(shop, cashier, productId, paid);
    if (filled.code !== 'storage.full') wrong.push(`round ${round}: the till answered ${filled.code}`);
    volume.makeRoom();
    filled = { ...filled, ...(await filled.again()) };
    if (filled.code === 'paid') figures.recovered += 1;
    else wrong.push(`round ${round}: with room again ${filled.code}`);
    volume.fill(64 + (round % 8) * 40);
    const code = await owner.call('backup.make', {}).then(
      () => 'made',
      (error: { code?: string }) => error.code ?? String(error),
    );
    if (code !== 'backup.diskFull') wrong.push(`round ${round}: the backup answered ${code}`);
    volume.makeRoom();
    const backups = join(dataDir, 'backups');
    if (existsSync(backups)) figures.leftovers += readdirSync(backups).length;
  }
  await shop.engine.close();
  const { sales, halves, gaps, integrity } = readStanding(dataDir, 1);
  figures.acknowledged = paid.size;
  figures.lost = [...paid].filter(([number, total]) => sales.get(number) !== total).length;
  if (figures.lost > 0) wrong.push(`${figures.lost} acknowledged sales lost`);
  if (halves.length + gaps.length > 0) wrong.push(`${halves.length} half sales, ${gaps.length} gaps`);
  if (figures.leftovers > 0) wrong.push(`${figures.leftovers} half backups left behind`);
  if (integrity !== 'ok') wrong.push(`integrity: ${integrity}`);
  rmSync(dataDir, { recursive: true });
  ready.shop.discard();
  return figures;
}

interface Filled {
  /** What the first refused call answered. */
  readonly code: string;
  /** The same command again. */
  again(): Promise<{ code: string }>;
}

/** One-line sales until a call is refused. */
async function sellUntilFull(
  shop: TestShop,
  cashier: TestCaller,
  productId: string,
  paid: Map<string, number>,
): Promise<Filled> {
  for (;;) {
    const attempt = sellOnce(shop, cashier, productId, paid);
    const code = await attempt();
    if (code !== 'paid') return { code, again: async () => ({ code: await attempt() }) };
  }
}

/** One sale under ids of its own, that may be tried again as it is. */
function sellOnce(
  shop: TestShop,
  cashier: TestCaller,
  productId: string,
  paid: Map<string, number>,
): () => Promise<string> {
  const [adding, completing] = [shop.clock.newId(), shop.clock.newId()];
  return async () => {
    try {
      const { sale } = await cashier.call('sale.addProduct', {
        commandId: adding,
        productId,
        quantityMilli: 1000,
      });
      const payment = { kind: 'cash' as const, amountMinor: sale.totalMinor };
      const { fiscalNumber, totalMinor } = await cashier.call('sale.complete', {
        commandId: completing,
        saleId: sale.id,
        expectedTotalMinor: sale.totalMinor,
        payment,
      });
      paid.set(fiscalNumber, totalMinor);
      return 'paid';
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
  };
}

/** Every earlier format, with no room for the backup, then for the step itself, then enough. @returns times it was full */
function inUpgrades(volume: Volume, wrong: string[]): number {
  let full = 0;
  for (const [index, { number }] of MIGRATIONS.slice(0, -1).entries()) {
    const dataDir = join(volume.folder, `format-${number}`);
    mkdirSync(dataDir);
    openDatabase(dataDir, MIGRATIONS.slice(0, index + 1)).db.close();
    fillEarlyShop(join(dataDir, DATABASE_FILE), number);
    for (let kilobytes = 8; ; kilobytes += 64) {
      volume.fill(kilobytes);
      const code = openingCode(dataDir);
      volume.makeRoom();
      if (code === 'opened') break;
      full += 1;
      if (code !== 'disk.full') wrong.push(`format ${number}, ${kilobytes} KB free: ${code}`);
    }
    if (openingCode(dataDir) !== 'opened') wrong.push(`format ${number}: does not open with room`);
    rmSync(dataDir, { recursive: true });
  }
  return full;
}

function openingCode(dataDir: string): string {
  try {
    openDatabase(dataDir).db.close();
    return 'opened';
  } catch (error) {
    return error instanceof EngineRefusal ? error.code : String((error as { code?: string }).code ?? error);
  }
}
