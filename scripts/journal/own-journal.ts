import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { exportChains } from '../../src/main/journal/export-receipts.ts';
import { readHeadNote } from '../../src/main/journal/head-note.ts';
import type { NotedHead } from '../../src/main/journal/noted-heads.ts';
import { SigningKeys } from '../../src/main/journal/signing-keys.ts';
import { type RegisterVerdict, verifyShop } from '../../src/main/journal/verify-shop.ts';
import { readBeside } from '../../src/main/storage/open-beside.ts';
import { select } from '../../src/main/storage/sql.ts';
import { journal } from '../../src/shared/messages/en/journal.ts';
import type { Outcome } from './commands.ts';
import { EXPORT_NAME, writePair } from './export-folder.ts';

const listPrefixes = select<Record<string, never>, { id: string; prefix: string }>(
  'SELECT id, prefix FROM register',
);

/** Of a register, as a backup, a printed head or an earlier run of this command says. */
export interface HeadOfPrefix {
  readonly prefix: string;
  readonly count: number;
  readonly hash: string;
}

/** Writes the receipts of a shop in the published formats: one chain straight into the folder, several each into a
 *  folder of its own. */
export function exportOwn(dataDir: string, outFolder: string): Outcome {
  const chains = readBeside(dataDir, (db) => exportChains(db, new SigningKeys(dataDir)));
  if (chains.length === 0) return { exitCode: 1, text: 'no receipt was signed in this shop yet' };
  const lines = chains.map(({ cashBoxId, receipts, exportText, keysText }) => {
    const folder = chains.length === 1 ? outFolder : join(outFolder, cashBoxId);
    mkdirSync(folder, { recursive: true });
    writePair(folder, { exportText, keysText });
    const missing = keysText === null ? '; crypto.json left out: the key is not in this data folder' : '';
    return `register ${cashBoxId}: ${receipts} receipts in ${join(folder, EXPORT_NAME)}${missing}`;
  });
  const isWhole = chains.every(({ keysText }) => keysText !== null);
  return { exitCode: isWhole ? 0 : 1, text: lines.join('\n') };
}

/** Recomputes everything and names the first bad document of each register. */
export function verifyOwn(dataDir: string, heads: readonly HeadOfPrefix[]): Outcome {
  // Before the moment that is checked, or it would speak of sales made since.
  const beside = readHeadNote(dataDir)?.heads ?? [];
  const verdicts = readBeside(dataDir, (db) => {
    const registers = db.all(listPrefixes, {});
    const noted = heads.map(({ prefix, count, hash }): NotedHead => {
      const register = registers.find((one) => one.prefix === prefix);
      if (!register) throw new Error(`there is no register ${prefix}`);
      return { registerId: register.id, count, hash };
    });
    return verifyShop(db, { keys: new SigningKeys(dataDir), noted: [...noted, ...beside] });
  });
  const holds = verdicts.every(({ fault }) => fault === null);
  return { exitCode: holds ? 0 : 1, text: verdicts.map(describe).join('\n') };
}

function describe(verdict: RegisterVerdict): string {
  const { prefix, registerId, documents, headHash, signed, fault } = verdict;
  const name = `register ${prefix || registerId}`;
  if (fault) {
    const number = fault.documentNumber === null ? '' : ` ${JSON.stringify(fault.documentNumber)}`;
    const place = `entry ${fault.seq}${number}`;
    return `${name}: ${documents} documents hold, then ${place}: ${journal.fault[fault.code]} (${fault.code})`;
  }
  if (documents === 0) return `${name}: no documents`;
  const head = signed?.head;
  return [
    `${name}: ${documents} documents hold; head ${documents}:${headHash}`,
    ...(head
      ? [
          `  ${signed.receipts} signed receipts hold, ${signed.unsigned} without a signature; head ${head.count}:${head.chainValue}`,
        ]
      : []),
    ...(signed?.turnoverChecked === false
      ? ['  their encrypted turnovers were not compared: the key is not in this data folder']
      : []),
  ].join('\n');
}
