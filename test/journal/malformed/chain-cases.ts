import { chainValueAfter } from '../../../src/domain/rksv/chain-value.ts';
import { turnoverField } from '../../../src/domain/rksv/turnover.ts';
import { nodeCrypto } from '../../../src/main/journal/node-crypto.ts';
import {
  AES_KEY,
  type Forged,
  fieldsOf,
  forge,
  HONEST,
  honestBut,
  REGISTER,
  replaced,
  sealed,
  swapped,
  withFields,
} from '../forge.ts';
import { bad, type MalformedChain } from './case.ts';

const CHAIN = 11;
const TURNOVER = 9;
const honest = forge(HONEST);
const without = (position: number) => () => honest.filter((_, index) => index !== position - 1);
const chained = (value: (earlier: readonly string[]) => string): Partial<Forged> => ({
  fields: (fields, earlier) => replaced(fields, CHAIN, value(earlier)),
});
const turnover = (value: string): Partial<Forged> => ({
  fields: (fields) => replaced(fields, TURNOVER, value),
});
const lock = (receiptNumber: string, aesKey = AES_KEY) => ({ aesKey, registerId: REGISTER, receiptNumber });
const HUGE = Number.MAX_SAFE_INTEGER;
/** Five sums of 2^53 - 1 cents, 204 times, still fit into the counter; the next such sale does not. */
const untilOverflow = (cents: number): readonly Forged[] => [
  { number: 'R1' },
  ...Array.from({ length: 206 }, (_, index) => ({
    number: `R${index + 2}`,
    sums: {
      normalCents: cents,
      reduced1Cents: cents,
      reduced2Cents: cents,
      zeroCents: cents,
      specialCents: cents,
    },
  })),
];

const placeCases: readonly MalformedChain[] = [
  bad('the start receipt dropped', 1, 'startMissing', without(1), 'R2'),
  bad('the second receipt dropped', 2, 'chainValueWrong', without(2), 'R3'),
  bad('a training dropped', 4, 'chainValueWrong', without(4), 'R5'),
  bad('a receipt without signature dropped', 6, 'chainValueWrong', without(6), 'R7'),
  bad('a zero receipt dropped', 7, 'chainValueWrong', without(7), 'R8'),
  bad('two receipts dropped', 3, 'chainValueWrong', () => [...honest.slice(0, 2), ...honest.slice(4)], 'R5'),
  bad('the first two swapped', 1, 'startMissing', () => swapped(honest, 0, 1), 'R2'),
  bad('neighbours swapped', 3, 'chainValueWrong', () => swapped(honest, 2, 3), 'R4'),
  bad('far receipts swapped', 2, 'chainValueWrong', () => swapped(honest, 1, 6), 'R7'),
  bad('the last two swapped', 7, 'chainValueWrong', () => swapped(honest, 6, 7), 'R8'),
  bad('the whole chain backwards', 1, 'startMissing', () => honest.toReversed(), 'R8'),
  bad('a receipt twice in a row', 4, 'chainValueWrong', () => honest.toSpliced(3, 0, honest[2]!), 'R3'),
  bad('an early receipt again at the end', 9, 'chainValueWrong', () => [...honest, honest[1]!], 'R2'),
  bad(
    'the start receipt again in the middle',
    5,
    'chainValueWrong',
    () => honest.toSpliced(4, 0, honest[0]!),
    'R1',
  ),
  bad('the whole chain twice', 9, 'chainValueWrong', () => [...honest, ...honest], 'R1'),
  bad(
    'a receipt of a sister chain put in',
    4,
    'chainValueWrong',
    () => honest.toSpliced(3, 0, forge([...HONEST.slice(0, 2), { number: 'R3b' }])[2]!),
    'R3b',
  ),
  bad(
    'a receipt put in that itself follows rightly',
    5,
    'chainValueWrong',
    () => {
      let extra = '';
      const fields = (honestFields: readonly string[]) => {
        extra = sealed(replaced(honestFields, 2, 'R3b'));
        return honestFields;
      };
      return honestBut(4, { fields }).toSpliced(3, 0, extra);
    },
    'R4',
  ),
  bad(
    "another register's chain after it",
    9,
    'otherRegister',
    () => [...honest, ...forge(HONEST, 'till-2')],
    'R1',
  ),
  bad("another register's receipt in it", 3, 'otherRegister', () =>
    replaced(honest, 2, forge(HONEST, 'till-2')[2]!),
  ),
];

const valueCases: readonly MalformedChain[] = [
  bad('a chain value of zeros', 3, 'chainValueWrong', () =>
    honestBut(
      3,
      chained(() => 'AAAAAAAAAAA='),
    ),
  ),
  bad('a chain value of the receipt before the last', 3, 'chainValueWrong', () =>
    honestBut(
      3,
      chained((earlier) => chainValueAfter(earlier[0]!, nodeCrypto)),
    ),
  ),
  bad('a chain value of the register id', 3, 'chainValueWrong', () =>
    honestBut(
      3,
      chained(() => chainValueAfter(REGISTER, nodeCrypto)),
    ),
  ),
  bad('a chain value without the signature', 3, 'chainValueWrong', () =>
    honestBut(
      3,
      chained((earlier) => chainValueAfter(earlier[1]!.replace(/\.[^.]+$/, ''), nodeCrypto)),
    ),
  ),
  bad('a start tied to another register', 1, 'startMissing', () =>
    honestBut(
      1,
      chained(() => chainValueAfter('till-2', nodeCrypto)),
    ),
  ),
  bad('a receipt number used before', 4, 'receiptNumberRepeated', () => honestBut(4, { number: 'R2' }), 'R2'),
  bad(
    "the start receipt's number used again",
    8,
    'receiptNumberRepeated',
    () => honestBut(8, { number: 'R1' }),
    'R1',
  ),
];

const ruleCases: readonly MalformedChain[] = [
  bad('a start receipt with a sum', 1, 'startNotZero', () => honestBut(1, { sums: { normalCents: 1 } })),
  bad('a start receipt with sums that cancel out', 1, 'startNotZero', () =>
    honestBut(1, { sums: { normalCents: 5, zeroCents: -5 } }),
  ),
  bad('a training at the start', 1, 'startNotZero', () => honestBut(1, { kind: 'training' })),
  bad('a cancellation at the start', 1, 'startNotZero', () => honestBut(1, { kind: 'cancellation' })),
  bad('a start receipt without signature', 1, 'startNotSigned', () => honestBut(1, { broken: true })),
  bad('a sale as first receipt after the repair', 7, 'zeroReceiptMissing', () =>
    honestBut(7, { sums: { normalCents: 1 } }),
  ),
  bad('a training as first receipt after the repair', 7, 'zeroReceiptMissing', () =>
    honestBut(7, { kind: 'training' }),
  ),
  bad('a cancellation as first receipt after the repair', 7, 'zeroReceiptMissing', () =>
    honestBut(7, { kind: 'cancellation' }),
  ),
  bad('a zero receipt while the device was still broken', 8, 'zeroReceiptMissing', () =>
    honestBut(7, { broken: true }),
  ),
];

const turnoverCases: readonly MalformedChain[] = [
  bad('a turnover one cent too high', 3, 'turnoverWrong', () =>
    honestBut(3, turnover(turnoverField('counted', 17_986n, lock('R3'), nodeCrypto))),
  ),
  bad('a turnover of the receipt alone', 3, 'turnoverWrong', () =>
    honestBut(3, turnover(turnoverField('counted', 16_500n, lock('R3'), nodeCrypto))),
  ),
  bad("a turnover under another receipt's key stream", 3, 'turnoverWrong', () =>
    honestBut(3, turnover(turnoverField('counted', 17_985n, lock('R2'), nodeCrypto))),
  ),
  bad('a turnover under another AES key', 3, 'turnoverWrong', () =>
    honestBut(3, turnover(turnoverField('counted', 17_985n, lock('R3', new Uint8Array(32)), nodeCrypto))),
  ),
  bad('a turnover left unencrypted', 3, 'turnoverWrong', () => honestBut(3, turnover('AAAAAAAARkE='))),
  bad('a start turnover that is not zero', 1, 'turnoverWrong', () =>
    honestBut(1, turnover(turnoverField('counted', 1n, lock('R1'), nodeCrypto))),
  ),
  bad('a sale hidden as a training', 6, 'turnoverWrong', () => honestBut(3, turnover('VFJB'))),
  bad('a training counted', 4, 'turnoverWrong', () =>
    honestBut(4, turnover(turnoverField('counted', 17_985n, lock('R4'), nodeCrypto))),
  ),
  bad('a cancellation not counted', 6, 'turnoverWrong', () =>
    honestBut(6, turnover(turnoverField('counted', 18_485n, lock('R6'), nodeCrypto))),
  ),
  bad('a sum changed in a receipt without signature', 6, 'turnoverWrong', () =>
    replaced(
      honest,
      5,
      withFields(honest[5]!, (fields) => replaced(fields, 8, '4,00')),
    ),
  ),
  bad('a time changed in a receipt without signature', 7, 'chainValueWrong', () =>
    replaced(
      honest,
      5,
      withFields(honest[5]!, (fields) => replaced(fields, 3, '2026-03-11T03:57:09')),
    ),
  ),
  bad('a turnover above what the counter holds', 206, 'turnoverOverflow', () => forge(untilOverflow(HUGE))),
  bad('a turnover below what the counter holds', 206, 'turnoverOverflow', () => forge(untilOverflow(-HUGE))),
];

const head = (receiptCount: number, of: string) => ({
  receiptCount,
  chainValue: chainValueAfter(of, nodeCrypto),
});

const headCases: readonly MalformedChain[] = [
  {
    ...bad('the last receipt cut off', 8, 'tailMissing', () => honest.slice(0, 7), null),
    head: head(8, honest[7]!),
  },
  {
    ...bad('all but the start cut off', 2, 'tailMissing', () => honest.slice(0, 1), null),
    head: head(8, honest[7]!),
  },
  {
    ...bad('the last receipt signed anew', 8, 'headWrong', () =>
      replaced(honest, 7, sealed(fieldsOf(honest[7]!))),
    ),
    head: head(8, honest[7]!),
  },
  { ...bad('another chain altogether', 5, 'headWrong', () => forge(HONEST)), head: head(5, honest[4]!) },
];

export const CHAIN_CASES: readonly MalformedChain[] = [
  ...placeCases,
  ...valueCases,
  ...ruleCases,
  ...turnoverCases,
  ...headCases,
];
