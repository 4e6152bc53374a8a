import type { ReceiptFault } from '../../../src/domain/rksv/faults.ts';
import { DEVICES, forge, HONEST, honestBut, replaced, swapped, withFields } from '../forge.ts';
import { bad, type MalformedChain } from './case.ts';

const FIELDS = [
  'suite',
  'register id',
  'receipt number',
  'time',
  'normal sum',
  'reduced-1 sum',
  'reduced-2 sum',
  'zero sum',
  'special sum',
  'turnover',
  'key id',
  'chain value',
] as const;
const [SUITE, REGISTER_ID, NUMBER, TIME, NORMAL, , , , , TURNOVER, KEY, CHAIN] = FIELDS.keys();

/** Someone without the key changes the third receipt: each field to another value of the right form. */
const altered: readonly (readonly [string, ReceiptFault])[] = [
  ['R1-AT1', 'suiteUnknown'],
  ['till-2', 'otherRegister'],
  ['R33', 'signatureWrong'],
  ['2026-03-11T03:57:09', 'signatureWrong'],
  ['11,01', 'signatureWrong'],
  ['22,01', 'signatureWrong'],
  ['33,01', 'signatureWrong'],
  ['44,01', 'signatureWrong'],
  ['55,01', 'signatureWrong'],
  ['AAAAAAAAAAA=', 'signatureWrong'],
  [DEVICES[1]!.keyId, 'signatureWrong'],
  ['AAAAAAAAAAA=', 'chainValueWrong'],
];

const alteredCases = altered.map(([value, fault], index) =>
  bad(
    `${FIELDS[index]} altered`,
    3,
    fault,
    () => tampered(3, (fields) => replaced(fields, index, value)),
    index === NUMBER ? 'R33' : 'R3',
  ),
);

const missingCases = FIELDS.map((name, index) =>
  bad(
    `${name} missing`,
    3,
    'fieldCountWrong',
    () => honestBut(3, { fields: (fields) => fields.filter((_, at) => at !== index) }),
    index <= NUMBER! ? '2026-03-11T03:57:08' : 'R3',
  ),
);

/** Neighbours changed places; among the sums only the signature can tell. */
const reordered: readonly ReceiptFault[] = [
  'suiteUnknown',
  'otherRegister',
  'timeWrong',
  'sumWrong',
  'signatureWrong',
  'signatureWrong',
  'signatureWrong',
  'signatureWrong',
  'sumWrong',
  'keyIdWrong',
  'keyIdWrong',
];

const reorderedNames: Readonly<Record<number, string>> = { 1: 'till-1', 2: '2026-03-11T03:57:08' };

const reorderedCases = reordered.map((fault, index) =>
  bad(
    `${FIELDS[index]} and ${FIELDS[index + 1]} changed places`,
    3,
    fault,
    () => tampered(3, (fields) => swapped(fields, index, index + 1)),
    reorderedNames[index] ?? 'R3',
  ),
);

/** Rightly signed, wrongly written. */
const written: readonly (readonly [number | undefined, ReceiptFault, readonly string[]])[] = [
  [SUITE, 'suiteUnknown', ['', 'R1-AT1', 'R1-AT9', 'R2-AT0', 'r1-at0', 'R1-AT0 ']],
  [REGISTER_ID, 'registerIdWrong', ['', 'till\n1']],
  [NUMBER, 'receiptNumberWrong', ['', 'R3\u0000']],
  [
    TIME,
    'timeWrong',
    [
      '',
      '2026-03-11 03:57:08',
      '2026-03-11T03:57',
      '2026-03-11T03:57:08Z',
      '2026-03-11T03:57:08.5',
      '2026-03-11T24:00:00',
      '2026-03-11T03:60:00',
      '2026-02-30T03:57:08',
      '11.03.2026T03:57:08',
      '26-03-11T03:57:08',
    ],
  ],
  [
    NORMAL,
    'sumWrong',
    [
      '',
      '11.00',
      '11',
      '11,0',
      '11,000',
      '1.100,00',
      '+11,00',
      '-0,00',
      '011,00',
      ',99',
      '11,00 ',
      '1e3,00',
      '--1,00',
      '١١,٠٠',
      '99999999999999,99',
      '999999999999999,00',
    ],
  ],
  [
    TURNOVER,
    'turnoverEncodingWrong',
    ['AAAAAAAAAAA', 'AAAAAAAAA-8=', 'AAAAAAAAAAB=', 'AAAA AAAAAA=', 'TRA', 'AAAAAAAAAAA=='],
  ],
  [TURNOVER, 'turnoverLengthWrong', ['', 'AAAAAAA=', 'AAAAAAAAAAAAAAAAAAAAAA==', 'dHJh']],
  [
    KEY,
    'keyIdWrong',
    ['', 'K0', 'ATU12345678-K0', 'X:ATU12345678-K0', 'U:ATU12345678', 'U:-K0', 'U:ATU12345678-'],
  ],
  [KEY, 'keyUnknown', ['U:ATU12345678-K2', 'U:ATU87654321-K0', 'U:ATU12345678-k0']],
  [
    CHAIN,
    'chainValueEncodingWrong',
    ['', '0000000000000000', 'AAAAAAAAAAA', 'AAAAAAAAA_8', 'AAAAAAAAAAB=', 'AAAAAAA='],
  ],
];

const writtenCases = written.flatMap(([index, fault, values]) =>
  values
    .filter((value) => !value.includes('_'))
    .map((value) =>
      bad(
        `${FIELDS[index!]} written ${JSON.stringify(value)}`,
        3,
        fault,
        () => honestBut(3, { fields: (fields) => replaced(fields, index!, value) }),
        index === NUMBER ? value || null : 'R3',
      ),
    ),
);

const countCases: readonly MalformedChain[] = [
  bad('a 13th field', 3, 'fieldCountWrong', () => honestBut(3, { fields: (fields) => [...fields, 'x'] })),
  bad('an underscore in the receipt number', 3, 'fieldCountWrong', () => honestBut(3, { number: 'R3_1' })),
  bad('an empty payload', 3, 'fieldCountWrong', () => honestBut(3, { fields: () => [] }), null),
  bad('an underscore in the register id', 1, 'fieldCountWrong', () => forge(HONEST, 'till_1'), '1'),
];

export const FIELD_CASES: readonly MalformedChain[] = [
  ...alteredCases,
  ...missingCases,
  ...reorderedCases,
  ...writtenCases,
  ...countCases,
];

function tampered(position: number, change: (fields: readonly string[]) => readonly string[]) {
  const receipts = forge(HONEST);
  return replaced(receipts, position - 1, withFields(receipts[position - 1]!, change));
}
