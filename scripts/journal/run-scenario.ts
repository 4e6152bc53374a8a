import { fromBase64 } from '../../src/domain/rksv/base64.ts';
import { writeExport, writeKeys } from '../../src/domain/rksv/export-files.ts';
import {
  issueReceipt,
  newRegisterChain,
  type RegisterChain,
  type SigningDevice,
} from '../../src/domain/rksv/issue-receipt.ts';
import { areZero } from '../../src/domain/rksv/tax-sums.ts';
import type { ReceiptKind } from '../../src/domain/rksv/turnover.ts';
import {
  createSigningDevice,
  nodeCrypto,
  type SoftwareSigningDevice,
} from '../../src/main/journal/node-crypto.ts';
import type { Instruction, Scenario } from './scenario-file.ts';

export interface ExportPair {
  readonly exportText: string;
  readonly keysText: string;
}

const KINDS: Record<Instruction['typeOfReceipt'], ReceiptKind> = {
  START_BELEG: 'counted',
  STANDARD_BELEG: 'counted',
  NULL_BELEG: 'counted',
  TRAINING_BELEG: 'training',
  STORNO_BELEG: 'cancellation',
};

/** Issues a scenario's receipts with fresh signing keys. Signatures hold chance: two runs never write the same files.
 *  @throws Error when the scenario asks for what the format forbids, naming the receipt */
export function runScenario(scenario: Scenario): ExportPair {
  const aesKey = fromBase64(scenario.base64AesKey);
  if (aesKey?.length !== 32) throw new Error('the scenario has no AES key of 32 bytes');
  const devices = createDevices(scenario);
  const receipts: string[] = [];
  let chain = newRegisterChain(scenario.cashBoxId, aesKey);
  for (const instruction of scenario.cashBoxInstructionList) {
    chain = follow(instruction, chain, devices);
    receipts.push(chain.lastJws!);
  }
  const publicKeys = new Map(devices.map((device) => [device.keyId, device.publicKeySpki]));
  return { exportText: writeExport(receipts), keysText: writeKeys(aesKey, publicKeys) };
}

function createDevices({ companyID, numberOfSignatureDevices }: Scenario): readonly SoftwareSigningDevice[] {
  return Array.from({ length: numberOfSignatureDevices }, (_, n) =>
    createSigningDevice(`${companyID}-K${n}`),
  );
}

function follow(
  instruction: Instruction,
  chain: RegisterChain,
  devices: readonly SoftwareSigningDevice[],
): RegisterChain {
  const { receiptIdentifier, dateToUse, simplifiedReceipt: sums, typeOfReceipt } = instruction;
  const isStartOrZero = typeOfReceipt === 'START_BELEG' || typeOfReceipt === 'NULL_BELEG';
  const isMisplaced = (typeOfReceipt === 'START_BELEG') !== (chain.lastJws === null);
  if (isMisplaced || (isStartOrZero && !areZero(sums))) {
    throw new Error(`${receiptIdentifier}: no place for a ${typeOfReceipt} with these sums`);
  }
  const order = { receiptNumber: receiptIdentifier, issuedAt: dateToUse, kind: KINDS[typeOfReceipt], sums };
  const issued = issueReceipt(chain, order, pickDevice(instruction, devices), nodeCrypto);
  if (!issued.ok) throw new Error(`${receiptIdentifier}: cannot be issued (${issued.error})`);
  return issued.value.chain;
}

function pickDevice(instruction: Instruction, devices: readonly SoftwareSigningDevice[]): SigningDevice {
  const device = devices[instruction.usedSignatureDevice];
  if (!device) throw new Error(`${instruction.receiptIdentifier}: no such signing device`);
  return instruction.signatureDeviceDamaged ? { ...device, signEs256: null } : device;
}
