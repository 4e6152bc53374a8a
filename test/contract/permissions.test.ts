import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CallName, listCalls } from '../../src/shared/contract/index.ts';
import type { TestCaller } from '../helpers/open-shop.ts';
import { openReadyShop, type ReadyShop } from '../helpers/ready-shop.ts';
import { PERMISSION_TABLE } from './permission-table.ts';

const REFUSALS = ['auth.required', 'auth.forbidden', 'auth.approvalNeeded', 'device.notEnrolled'];
const COLUMNS = ['a stranger', 'nobody at an enrolled till', 'a cashier', 'a manager', 'the owner'] as const;

/** The call is made with an input that fits no call: who is let in stumbles over it, who is refused never gets that far. */
const UNFIT = { fits: 'nothing' };

describe('permissions', () => {
  let ready: ReadyShop;
  let callers: readonly TestCaller[];

  beforeAll(async () => {
    ready = await openReadyShop();
    const { shop, cashier, manager, owner } = ready;
    callers = [shop.caller(), cashier.sameDevice(), cashier, manager, owner];
  });
  afterAll(() => ready.shop.close());

  it('has a row for every call and no other', () => {
    expect(Object.keys(PERMISSION_TABLE).sort()).toEqual(
      listCalls()
        .map(([name]) => name)
        .sort(),
    );
  });

  describe.each(COLUMNS.map((who, column) => ({ who, column })))('$who', ({ column }) => {
    it.each(
      Object.entries(PERMISSION_TABLE).map(([name, cells]) => ({
        name: name as CallName,
        cell: cells[column]!,
      })),
    )('$name: $cell', async ({ name, cell }) => {
      const before = ready.shop.commits();
      const { code } = await callers[column]!.refusedRaw(name, UNFIT);
      if (cell === 'yes') expect(code).toBe('input.invalid');
      else if (cell === 'approval') expect(code).toBe('auth.approvalNeeded');
      else expect(REFUSALS).toContain(code);
      expect(ready.shop.commits()).toBe(before);
    });
  });
});
