import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ClosedDocument } from '../../domain/document/closed-document.ts';
import type { Clock } from '../clock.ts';
import type { EngineOptions } from '../engine-options.ts';
import { Checkpointer } from '../jobs/checkpointer.ts';
import { SigningKeys } from '../journal/signing-keys.ts';
import type { LiveChanges } from '../live.ts';
import type { Log } from '../log.ts';
import type { Connection } from '../storage/connection.ts';
import { setAside } from '../storage/set-aside.ts';
import { select } from '../storage/sql.ts';
import { BackupKeeper } from './backup/backup-keeper.ts';
import { type RestoredShop, type RestoreOrder, restoreShop } from './backup/restore-shop.ts';
import { ExportJobs } from './export/export-jobs.ts';
import { ImportJobs } from './import/import-jobs.ts';
import { JournalCheck } from './journal/journal-check.ts';
import { paperAfterClosing } from './order/after-closing.ts';
import { PrintService } from './printer/print-service.ts';
import { SearchIndexer } from './product/search-indexer.ts';
import { Throttle } from './session/throttle.ts';
import { NumberDoubt } from './shop/number-doubt.ts';

/** What lives as long as the engine and works beside its calls: the print spool, import jobs.
 *  Handlers reach it through ctx.services. */
export interface Services {
  readonly version: string;
  readonly resourcesDir: string;
  /** Whether the demo shop comes with its gift shelves and their year of trading. */
  readonly demoHistory: boolean;
  /** The one-time code a caller from another machine must bring while no shop exists; null when none was made. */
  setupCode: string | null;
  /** The printers of all registers and their lines of jobs. */
  readonly printing: PrintService;
  /** A document was closed and committed: its receipt prints and the drawer opens, as its register is set. Never throws. */
  documentClosed(document: ClosedDocument): void;
  /** Slows down guessing of passwords, PINs and codes. */
  readonly throttle: Throttle;
  /** Checks, writes and takes back price lists, one at a time. */
  readonly imports: ImportJobs;
  /** Lists on their way out, as files. */
  readonly exports: ExportJobs;
  /** The keys every closed document is signed with. */
  readonly signing: SigningKeys;
  /** Recomputes the journal when asked. */
  readonly journalCheck: JournalCheck;
  /** Makes and proves backups, by itself and when asked. */
  readonly backups: BackupKeeper;
  /** Whether the registers may go on with their numbers. */
  readonly numbers: NumberDoubt;
  shopExists(): boolean;
  /** Puts the demo shop aside (backups/) and leaves an empty data folder, as before the first set-up. */
  startOver(): Promise<void>;
  /** Puts the shop aside (backups/) and goes on with an opened backup. A repeat of the same command answers the same. */
  restore(order: RestoreOrder): Promise<RestoredShop>;
  close(): Promise<void>;
}

export interface ServiceParts {
  readonly db: Connection;
  readonly clock: Clock;
  readonly log: Log;
  readonly live: LiveChanges;
  readonly options: EngineOptions;
}

const countShops = select<Record<string, never>, { n: number }>('SELECT count(*) AS n FROM shop');

export function openServices(parts: ServiceParts): Services {
  const { db, options, clock } = parts;
  let beside = startBeside(parts);
  const journalCheck = new JournalCheck(parts);
  const backups = new BackupKeeper(parts);
  const numbers = new NumberDoubt(parts);
  backups.start();
  const restored = new Map<string, Promise<RestoredShop>>();
  const stopBeside = async (): Promise<void> => {
    await beside.search.close();
    await beside.imports.close();
    await beside.exports.close();
    await beside.printing.close();
    await journalCheck.close();
    await beside.checkpointer.close();
  };
  return {
    get printing() {
      return beside.printing;
    },
    get exports() {
      return beside.exports;
    },
    get imports() {
      return beside.imports;
    },
    documentClosed: (document) => {
      numbers.noteSoon();
      paperAfterClosing({ ...parts, printing: beside.printing }, document);
    },
    version: options.version,
    resourcesDir: options.resourcesDir ?? findResources(),
    demoHistory: options.withoutHistory !== true,
    setupCode: null,
    throttle: new Throttle(db, clock),
    shopExists: () => (db.get(countShops, {})?.n ?? 0) > 0,
    startOver: async () => {
      await stopBeside();
      await backups.settled();
      setAside(db, options.dataDir, `demo-${clock.newId()}`);
      numbers.settled();
      beside = startBeside(parts);
      for (const topic of ['shop', 'session'] as const) parts.live.notify({ topic, id: null });
    },
    backups,
    numbers,
    signing: new SigningKeys(options.dataDir),
    journalCheck,
    restore: (order) => {
      const before = restored.get(order.commandId);
      if (before) return before;
      const now = backups.inLine(async () => {
        await stopBeside();
        try {
          const shop = await restoreShop(parts, order);
          numbers.settled();
          return shop;
        } finally {
          beside = startBeside(parts);
          for (const topic of ['shop', 'session', 'backup'] as const) parts.live.notify({ topic, id: null });
        }
      });
      restored.set(order.commandId, now);
      now.catch(() => restored.delete(order.commandId));
      return now;
    },
    close: async () => {
      await stopBeside();
      await numbers.close();
      await backups.close();
    },
  };
}

/** What goes on between calls: the lines of print jobs, an import under way, the search index. */
function startBeside(parts: ServiceParts): Pick<Services, 'printing' | 'imports' | 'exports'> & {
  readonly search: SearchIndexer;
  readonly checkpointer: Checkpointer;
} {
  const checkpointer = new Checkpointer(parts);
  checkpointer.start();
  const printing = new PrintService(parts);
  printing.start();
  const imports = new ImportJobs(parts);
  imports.recover();
  const search = new SearchIndexer(parts, () => imports.isWriting);
  search.start();
  return { printing, imports, exports: new ExportJobs(parts), search, checkpointer };
}

/** resources/ lies beside src/ and out/ in a checkout, and beside the code in a package. */
function findResources(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'resources', 'demo'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the resources folder is missing');
    folder = parent;
  }
  return join(folder, 'resources');
}
