import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { isArchive } from '../../jobs/workbook-archive.ts';

/** <data folder>/imports: each import's list as it came in, and its staging file. Readable by the owner only. */
export class ImportFiles {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'imports');
  }

  csv(id: string): string {
    return join(this.#folder, `${id}.csv`);
  }

  /** The list as it came in, where that was a workbook; `csv` is then the chosen sheet of it. */
  workbook(id: string): string {
    return join(this.#folder, `${id}.xlsx`);
  }

  /** Where the list is an archive, it is put aside as a workbook.
   *  @returns whether it is one; asked again, the same. */
  putWorkbookAside(id: string): boolean {
    if (existsSync(this.workbook(id))) return true;
    if (!existsSync(this.csv(id))) return false;
    const file = openSync(this.csv(id), 'r');
    const head = new Uint8Array(4);
    try {
      readSync(file, head, 0, head.length, 0);
    } finally {
      closeSync(file);
    }
    if (!isArchive(head)) return false;
    renameSync(this.csv(id), this.workbook(id));
    return true;
  }

  staging(id: string): string {
    return join(this.#folder, `${id}.db`);
  }

  hasStaging(id: string): boolean {
    return existsSync(this.staging(id));
  }

  /** Writes one piece at its place; writing it again changes nothing. Waits until the disk has it: a sale's commit
   *  would otherwise wait for the whole list. */
  async writePiece(id: string, offset: number, bytes: Uint8Array): Promise<void> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    chmodSync(this.#folder, 0o700);
    const file = await open(this.csv(id), constants.O_WRONLY | constants.O_CREAT, 0o600);
    try {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
        done += bytesWritten;
      }
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  removeList(id: string): void {
    rmSync(this.csv(id), { force: true });
    rmSync(this.workbook(id), { force: true });
  }

  removeAll(id: string): void {
    this.removeList(id);
    rmSync(this.staging(id), { force: true });
    rmSync(`${this.staging(id)}-journal`, { force: true });
  }

  /** Import ids that have files. */
  list(): string[] {
    if (!existsSync(this.#folder)) return [];
    return [
      ...new Set(
        readdirSync(this.#folder).map((name) =>
          name.replace(/\.(?:csv|csv[.]other|xlsx|db|db-journal)$/, ''),
        ),
      ),
    ];
  }
}
