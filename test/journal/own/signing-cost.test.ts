import { performance } from 'node:perf_hooks';
import { afterEach, expect, it } from 'vitest';
import { issueReceipt, newRegisterChain } from '../../../src/domain/rksv/issue-receipt.ts';
import { EMPTY_LEDGER } from '../../../src/domain/rksv/ledger.ts';
import { NO_SUMS } from '../../../src/domain/rksv/tax-sums.ts';
import { createSigningDevice, nodeCrypto } from '../../../src/main/journal/node-crypto.ts';
import { openTill, ringUp, type Till } from '../../sale/open-till.ts';

const SALES = 60;
const RECEIPTS = 500;

let till: Till;
afterEach(() => till.shop.close());

function describeTimes(what: string, times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(2);
  return `${what}: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, 99 % ${at(0.99)} ms`;
}

// Printed, not asserted: a busy machine is no fault of the program.
it('says what signing costs beside a checkout of five lines', { timeout: 60_000 }, async () => {
  till = await openTill();
  const checkouts: number[] = [];
  for (let sale = 0; sale < SALES; sale += 1) {
    const { id: saleId, totalMinor } = await ringUp(till, 'milk', 'bread', 'apples 0.3', 'milk 2', 'bread 2');
    const started = performance.now();
    await till.carl.call('sale.complete', {
      saleId,
      expectedTotalMinor: totalMinor,
      payment: { kind: 'cash', amountMinor: totalMinor },
    });
    checkouts.push(performance.now() - started);
  }
  const device = createSigningDevice('U:ATU12345678-K0');
  const signings: number[] = [];
  let chain = newRegisterChain('T1', new Uint8Array(32));
  expect(chain.ledger).toEqual(EMPTY_LEDGER);
  for (let number = 0; number < RECEIPTS; number += 1) {
    const order = {
      receiptNumber: `T1-${number}`,
      issuedAt: '2026-03-02T10:00:00',
      kind: 'counted' as const,
      sums: number === 0 ? NO_SUMS : { ...NO_SUMS, normalCents: 100 },
    };
    const started = performance.now();
    const issued = issueReceipt(chain, order, device, nodeCrypto);
    signings.push(performance.now() - started);
    if (!issued.ok) throw new Error(issued.error);
    chain = issued.value.chain;
  }
  expect(chain.ledger.receiptCount).toBe(RECEIPTS);
  console.log(describeTimes('issuing and signing a receipt', signings));
  console.log(describeTimes('a checkout of five lines, signature included', checkouts));
});
