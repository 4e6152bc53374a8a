import { afterEach, describe, expect, it } from 'vitest';
import { openReadyShop, PEOPLE, type ReadyShop } from '../../../../test/helpers/ready-shop.ts';

let ready: ReadyShop;
afterEach(() => ready.shop.close());

const NINA = { name: 'Nina', username: 'nina', role: 'cashier' as const, password: 'paper kites by noon' };

async function versionOf(id: string): Promise<number> {
  return (await ready.owner.call('staff.list', {})).find((person) => person.id === id)?.version as number;
}

describe('passwords', () => {
  it.each([
    ['sevench', 'auth.passwordTooShort'],
    ['password1!', 'auth.passwordCommon'],
    ['P@ssw0rd', 'auth.passwordCommon'],
    ['abcabcabcabc', 'auth.passwordCommon'],
    ['my-nina.b-2026', 'auth.passwordCommon'],
    ['cornershop4ever', 'auth.passwordCommon'],
    [`${'x'.repeat(71)}é`, 'auth.passwordTooLong'],
    ['paper kites\0by noon', 'input.invalid'],
    ['paper kites \ud800 noon', 'input.invalid'],
  ])('%j is refused', async (password, code) => {
    ready = await openReadyShop();
    const before = ready.shop.snapshot();
    const refusal = await ready.owner.refused('staff.create', { ...NINA, username: 'nina.b', password });
    expect(refusal.code).toBe(code);
    expect(ready.shop.snapshot()).toBe(before);
  });

  it('that share their first 72 bytes are told apart: the longer is refused, never cut', async () => {
    ready = await openReadyShop();
    const full = 'correct horse battery staple 0123456789 paper kites by noon on the quayZ!';
    expect(Buffer.byteLength(full.slice(0, 72))).toBe(72);
    const password = full.slice(0, 72);
    await ready.owner.call('staff.create', { ...NINA, password });
    const caller = ready.owner.sameDevice();
    expect(
      (await caller.refused('session.signIn', { username: 'nina', password: `${password}!` })).code,
    ).toBe('auth.badCredentials');
    expect(
      (await caller.refused('session.signIn', { username: 'nina', password: password.slice(0, 71) })).code,
    ).toBe('auth.badCredentials');
    await caller.call('session.signIn', { username: 'nina', password });
  });

  it('in any script are one, however the keyboard composes them', async () => {
    ready = await openReadyShop();
    await ready.owner.call('staff.create', { ...NINA, password: 'café 门口 Ångström' });
    await ready.owner
      .sameDevice()
      .call('session.signIn', { username: 'nina', password: 'café 门口 Ångström'.normalize('NFD') });
  });
});

describe('PINs', () => {
  it.each(['123', '1234', '9876', '7890', '1111', '00000000', '123456789'])('%s is refused', async (pin) => {
    ready = await openReadyShop();
    expect((await ready.owner.refused('staff.create', { ...NINA, pin })).code).toBe('auth.pinTooSimple');
  });
});

describe('staff.create', () => {
  it('takes each user name once, answers a repeat the same, and logs no secret', async () => {
    ready = await openReadyShop();
    const { owner, shop } = ready;
    const commandId = shop.clock.newId();
    const nina = await owner.call('staff.create', { ...NINA, pin: '8316', commandId });
    expect(await owner.call('staff.create', { ...NINA, pin: '8316', commandId })).toEqual(nina);
    expect((await owner.refused('staff.create', { ...NINA, pin: '8317', commandId })).code).toBe(
      'command.reused',
    );
    expect((await owner.refused('staff.create', NINA)).code).toBe('auth.usernameTaken');
    const [row] = shop.rows<{ input_hash: string; result_json: string }>(
      'SELECT * FROM command_result WHERE id = ?',
      commandId,
    );
    expect(row).toMatchObject({ input_hash: '', result_json: '' });
    const [audit] = shop.rows<{ after_json: string }>(
      "SELECT * FROM audit WHERE action = 'staff.created' AND subject_id = ?",
      nina.id,
    );
    expect(JSON.parse(audit?.after_json as string)).toEqual({
      name: 'Nina',
      username: 'nina',
      role: 'cashier',
      hasPin: true,
    });
  });

  it.each(['manager', 'cashier'] as const)('is refused to a %s, and changes no row', async (role) => {
    ready = await openReadyShop();
    const before = ready.shop.snapshot();
    expect((await ready[role].refused('staff.create', NINA)).code).toBe('auth.forbidden');
    const other = { id: ready.ids.owner, newPassword: 'paper kites by noon' };
    expect((await ready[role].refused('staff.setPassword', other)).code).toBe('auth.forbidden');
    expect((await ready[role].refused('staff.setPin', { id: ready.ids.owner, pin: null })).code).toBe(
      'auth.forbidden',
    );
    expect((await ready[role].refused('register.create', { name: 'X', prefix: 'X' })).code).toBe(
      'auth.forbidden',
    );
    expect((await ready[role].refused('device.revoke', { id: ready.ids.device })).code).toBe(
      'auth.forbidden',
    );
    expect(ready.shop.snapshot()).toBe(before);
  });
});

describe('staff.update', () => {
  it('keeps the last owner an owner who may sign in', async () => {
    ready = await openReadyShop();
    const { owner, ids } = ready;
    const olive = { id: ids.owner, name: 'Olive', expectedVersion: await versionOf(ids.owner) };
    expect((await owner.refused('staff.update', { ...olive, role: 'owner', active: false })).code).toBe(
      'auth.lastOwner',
    );
    expect((await owner.refused('staff.update', { ...olive, role: 'manager', active: true })).code).toBe(
      'auth.lastOwner',
    );
    const maya = { id: ids.manager, name: 'Maya', role: 'owner' as const, active: true };
    await owner.call('staff.update', { ...maya, expectedVersion: await versionOf(ids.manager) });
    await owner.call('staff.update', { ...olive, role: 'manager', active: true });
    expect((await owner.refused('staff.create', NINA)).code).toBe('auth.forbidden');
  });

  it('loses politely against an older version', async () => {
    ready = await openReadyShop();
    const carl = { id: ready.ids.cashier, name: 'Karl', role: 'cashier' as const, active: true };
    const expectedVersion = await versionOf(carl.id);
    await ready.owner.call('staff.update', { ...carl, expectedVersion });
    expect((await ready.owner.refused('staff.update', { ...carl, expectedVersion })).code).toBe(
      'version.conflict',
    );
  });
});

describe('staff.setPassword and staff.setPin', () => {
  it('change one’s own against the current password only, and end one’s other sessions', async () => {
    ready = await openReadyShop();
    const { cashier, ids } = ready;
    const elsewhere = cashier.sameDevice();
    await elsewhere.call('session.signInWithPin', { staffId: ids.cashier, pin: PEOPLE.cashier.pin });
    const input = { id: ids.cashier, newPassword: 'paper kites by noon' };
    expect((await cashier.refused('staff.setPassword', input)).code).toBe('auth.badCredentials');
    expect((await cashier.refused('staff.setPin', { id: ids.cashier, pin: '8316' })).code).toBe(
      'auth.badCredentials',
    );
    await cashier.call('staff.setPassword', { ...input, currentPassword: PEOPLE.cashier.password });
    expect((await elsewhere.refused('shop.get', {})).code).toBe('auth.required');
    await cashier.call('staff.setPin', {
      id: ids.cashier,
      pin: '8316',
      currentPassword: 'paper kites by noon',
    });
    await elsewhere.call('session.signInWithPin', { staffId: ids.cashier, pin: '8316' });
  });

  it('set by the owner end the person’s sessions', async () => {
    ready = await openReadyShop();
    await ready.owner.call('staff.setPassword', {
      id: ready.ids.cashier,
      newPassword: 'paper kites by noon',
    });
    expect((await ready.cashier.refused('shop.get', {})).code).toBe('auth.required');
  });
});
