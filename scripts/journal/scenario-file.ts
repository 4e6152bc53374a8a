import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { TaxSums } from '../../src/domain/rksv/tax-sums.ts';

const amount = z.number().transform(toCents);

const instruction = z.strictObject({
  signatureDeviceDamaged: z.boolean(),
  receiptIdentifier: z.string(),
  dateToUse: z.string(),
  usedSignatureDevice: z.int().min(0),
  simplifiedReceipt: z
    .strictObject({
      taxSetNormal: amount,
      taxSetErmaessigt1: amount,
      taxSetErmaessigt2: amount,
      taxSetNull: amount,
      taxSetBesonders: amount,
    })
    .transform(
      (set): TaxSums => ({
        normalCents: set.taxSetNormal,
        reduced1Cents: set.taxSetErmaessigt1,
        reduced2Cents: set.taxSetErmaessigt2,
        zeroCents: set.taxSetNull,
        specialCents: set.taxSetBesonders,
      }),
    ),
  typeOfReceipt: z.enum(['START_BELEG', 'STANDARD_BELEG', 'NULL_BELEG', 'TRAINING_BELEG', 'STORNO_BELEG']),
});

/** A published scenario as it stands in its file; amounts turned into cents. */
const scenarioShape = z.strictObject({
  cashBoxId: z.string(),
  base64AesKey: z.string(),
  companyID: z.string(),
  simulationRunLabel: z.string(),
  numberOfSignatureDevices: z.int().min(1).max(100),
  cashBoxInstructionList: z.array(instruction).min(1),
});

export type Scenario = z.infer<typeof scenarioShape>;
export type Instruction = z.infer<typeof instruction>;

/** @param path  the JSON file, or the same compressed (.gz) */
export function readScenario(path: string): Scenario {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const parsed = scenarioShape.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${path} is no scenario:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Through the shortest decimal text, which is what the file says, so that no product of fractions is rounded. */
function toCents(value: number, context: z.RefinementCtx): number {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(String(value));
  const cents = match ? Number(`${match[1]}${match[2]}${(match[3] ?? '').padEnd(2, '0')}`) : Number.NaN;
  if (Number.isSafeInteger(cents)) return cents + 0;
  context.addIssue({ code: 'custom', message: `${value} is no amount with two decimals` });
  return z.NEVER;
}
