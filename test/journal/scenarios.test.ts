import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runScenario } from '../../scripts/journal/run-scenario.ts';
import { readScenario, type Scenario } from '../../scripts/journal/scenario-file.ts';
import { readExport } from '../../src/domain/rksv/export-files.ts';
import { verifyExport } from '../../src/domain/rksv/verify-export.ts';
import { nodeCrypto } from '../../src/main/journal/node-crypto.ts';
import { fieldsOf } from './forge.ts';

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const fixture = (number: number) =>
  join(import.meta.dirname, `../fixtures/rksv/TESTSUITE_TEST_SZENARIO_${number}.json.gz`);
const scenarios = NUMBERS.map((number) => readScenario(fixture(number)));

/** Cents, added up outside the code under test; worked out once from the published files with another program. */
const TURNOVERS = [1324168n, 1245862n, 1290613n, 1215680n, 1295788n, 1166078n, 1102864n, 1300692n];

describe('the published scenarios', () => {
  it.each(NUMBERS)('scenario %s: every receipt verifies and the turnover is right', (number) => {
    const scenario = scenarios[number - 1]!;
    const verified = verifyExport(runScenario(scenario), nodeCrypto);
    expect(verified).toMatchObject({
      ok: true,
      value: {
        registerId: 'CASHBOX-DEMO-1',
        turnoverCents: TURNOVERS[number - 1],
        unsignedCount: scenario.cashBoxInstructionList.filter((each) => each.signatureDeviceDamaged).length,
        head: { receiptCount: scenario.cashBoxInstructionList.length },
      },
    });
  });

  it('are 650 receipts', () => {
    expect(scenarios.reduce((sum, each) => sum + each.cashBoxInstructionList.length, 0)).toBe(650);
  });

  it('are issued as told: number, time and key of each receipt', () => {
    const [scenario] = scenarios as [Scenario];
    const receipts = readExport(runScenario(scenario).exportText);
    if (!receipts.ok) throw new Error(receipts.error);
    expect(receipts.value.map((jws) => [2, 3, 10].map((field) => fieldsOf(jws)[field]))).toEqual(
      scenario.cashBoxInstructionList.map((each) => [
        each.receiptIdentifier,
        each.dateToUse,
        `U:ATU12345678-K${each.usedSignatureDevice}`,
      ]),
    );
  });

  it('a scenario that asks for what the format forbids is refused by name', () => {
    const [scenario] = scenarios as [Scenario];
    const [start, second] = scenario.cashBoxInstructionList as [Instruction, Instruction];
    const run =
      (...list: Instruction[]) =>
      () =>
        runScenario({ ...scenario, cashBoxInstructionList: list });
    expect(run(second)).toThrow(`${second.receiptIdentifier}: no place for a NULL_BELEG`);
    expect(run(start, start)).toThrow('no place for a START_BELEG');
    expect(run({ ...start, usedSignatureDevice: 3 })).toThrow('no such signing device');
    expect(run({ ...start, signatureDeviceDamaged: true })).toThrow('startNotSigned');
  });
});

type Instruction = Scenario['cashBoxInstructionList'][number];
