import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type RksvHead, verifyExport } from '../../src/domain/rksv/verify-export.ts';
import { readPair, writePair } from './export-folder.ts';
import { describeRefusal } from './fault-texts.ts';
import { nodeCrypto } from './node-crypto.ts';
import { type ExportPair, runScenario } from './run-scenario.ts';
import { readScenario } from './scenario-file.ts';

export const USAGE = `npm run journal -- scenario FILE --out DIR
    issues the receipts of a published test scenario and writes dep-export.json and crypto.json
npm run journal -- verify-export DIR [--head COUNT:VALUE]
    checks such a pair; --head is a head noted earlier, so that a cut tail shows`;

/** What to print, and whether all is well. */
export interface Outcome {
  readonly exitCode: 0 | 1;
  readonly text: string;
}

/** Words that make no command. */
export class UsageError extends Error {}

/** @throws UsageError, or what reading and writing files throws */
export function runJournal(words: readonly string[]): Outcome {
  const { positionals, values } = parseWords(words);
  const [command, path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new UsageError('one command and one path, please');
  if (command === 'scenario' && values.out !== undefined && values.head === undefined) {
    return issueScenario(resolve(path), resolve(values.out));
  }
  if (command === 'verify-export' && values.out === undefined) {
    return verifyPair(readPair(resolve(path)), values.head === undefined ? null : parseHead(values.head));
  }
  throw new UsageError(command === 'scenario' ? 'scenario takes --out DIR' : `no such command: ${command}`);
}

function parseWords(words: readonly string[]) {
  try {
    const options = { out: { type: 'string' }, head: { type: 'string' } } as const;
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}

function issueScenario(file: string, outFolder: string): Outcome {
  const pair = runScenario(readScenario(file));
  const outcome = verifyPair(pair, null);
  if (outcome.exitCode === 0) writePair(outFolder, pair);
  return outcome;
}

function verifyPair(pair: ExportPair, head: RksvHead | null): Outcome {
  const verified = verifyExport(pair, nodeCrypto, head);
  if (!verified.ok) return { exitCode: 1, text: `refused: ${describeRefusal(verified.error)}` };
  const { registerId, unsignedCount, turnoverCents, head: end } = verified.value;
  const lines = [
    `register ${registerId}: ${end.receiptCount} receipts verified, ${unsignedCount} of them while the signing device was out of order`,
    `turnover ${turnoverCents} cents; head ${end.receiptCount}:${end.chainValue}`,
  ];
  return { exitCode: 0, text: lines.join('\n') };
}

function parseHead(text: string): RksvHead {
  const match = /^([1-9]\d{0,8}):([A-Za-z0-9+/]{11}=)$/.exec(text);
  if (!match) throw new UsageError(`--head ${text}: not COUNT:VALUE`);
  return { receiptCount: Number(match[1]), chainValue: match[2]! };
}
