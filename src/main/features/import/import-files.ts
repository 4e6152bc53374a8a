import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** <data folder>/imports: each import's list as it came in, and its staging file. Readable by the owner only. */
export class ImportFiles {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'imports');
  }

  csv(id: string): string {
    return join(this.#folder, `${id}.csv`);
  }

  staging(id: string): string {
    return join(this.#folder, `${id}.db`);
  }

  /** Writes one piece at its place; writing it again changes nothing. */
  writePiece(id: string, offset: number, bytes: Uint8Array): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    chmodSync(this.#folder, 0o700);
    const file = openSync(this.csv(id), constants.O_WRONLY | constants.O_CREAT, 0o600);
    try {
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(file, bytes, done, bytes.length - done, offset + done);
      }
    } finally {
      closeSync(file);
    }
  }

  removeList(id: string): void {
    rmSync(this.csv(id), { force: true });
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
      ...new Set(readdirSync(this.#folder).map((name) => name.replace(/\.(?:csv|db|db-journal)$/, ''))),
    ];
  }
}
