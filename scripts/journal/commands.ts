import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type RksvHead, verifyExport } from '../../src/domain/rksv/verify-export.ts';
import { nodeCrypto } from '../../src/main/journal/node-crypto.ts';
import { readPair, writePair } from './export-folder.ts';
import { describeRefusal } from './fault-texts.ts';
import { exportOwn, type HeadOfPrefix, verifyOwn } from './own-journal.ts';
import { type ExportPair, runScenario } from './run-scenario.ts';
import { readScenario } from './scenario-file.ts';

export const USAGE = `npm run journal -- export --data DIR --out DIR
    writes a shop's signed receipts as dep-export.json and crypto.json; the shop may be running
npm run journal -- verify --data DIR [--head PREFIX=COUNT:HASH ...]
    recomputes a shop's journal and signatures and names the first bad document; the shop may be running
npm run journal -- scenario FILE --out DIR
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
  const [command, ...paths] = positionals;
  switch (command) {
    case 'export':
      takes(paths, 0, values, ['data', 'out']);
      return exportOwn(pathOf(values, 'data'), pathOf(values, 'out'));
    case 'verify':
      takes(paths, 0, values, ['data', 'head']);
      return verifyOwn(pathOf(values, 'data'), (values.head ?? []).map(parsePrefixHead));
    case 'scenario':
      takes(paths, 1, values, ['out']);
      return issueScenario(resolve(paths[0]!), pathOf(values, 'out'));
    case 'verify-export': {
      takes(paths, 1, values, ['head']);
      const [head, ...more] = values.head ?? [];
      if (more.length > 0) throw new UsageError('one --head, please');
      return verifyPair(readPair(resolve(paths[0]!)), head === undefined ? null : parseHead(head));
    }
    default:
      throw new UsageError(`no such command: ${command}`);
  }
}

type Values = ReturnType<typeof parseWords>['values'];

function takes(
  paths: readonly string[],
  count: number,
  values: Values,
  options: readonly (keyof Values)[],
): void {
  if (paths.length !== count)
    throw new UsageError(count === 0 ? 'no path by itself, please' : 'one path, please');
  const foreign = Object.keys(values).find((name) => !options.some((option) => option === name));
  if (foreign !== undefined) throw new UsageError(`--${foreign} does not belong here`);
}

function pathOf(values: Values, name: 'data' | 'out'): string {
  const path = values[name];
  if (path === undefined) throw new UsageError(`--${name} DIR is missing`);
  return resolve(path);
}

function parseWords(words: readonly string[]) {
  try {
    const options = {
      data: { type: 'string' },
      out: { type: 'string' },
      head: { type: 'string', multiple: true },
    } as const;
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

function parsePrefixHead(text: string): HeadOfPrefix {
  const match = /^([^=]+)=([1-9]\d{0,8}):([0-9a-f]{64})$/.exec(text);
  if (!match) throw new UsageError(`--head ${text}: not PREFIX=COUNT:HASH`);
  return { prefix: match[1]!, count: Number(match[2]), hash: match[3]! };
}
