import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { TestCaller } from '../../../../test/helpers/open-shop.ts';
import { enrolAnother, openReadyShop, PEOPLE, type ReadyShop } from '../../../../test/helpers/ready-shop.ts';

let ready: ReadyShop;
afterEach(() => ready.shop.close());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const olive = { username: PEOPLE.owner.username, password: PEOPLE.owner.password };
const wrong = { username: 'olive', password: 'not the one at all' };

/** Tries as fast as the till lets one, for so long on the till's clock; answers how many were looked at. */
async function guessFor(
  ms: number,
  guess: () => Promise<{ code: string; data: Record<string, unknown> }>,
): Promise<number> {
  const { clock } = ready.shop;
  const endMs = clock.ms + ms;
  let tries = 0;
  while (clock.ms < endMs) {
    const { code, data } = await guess();
    if (code === 'auth.throttled') clock.pass(Math.min(data['waitMs'] as number, endMs - clock.ms));
    else tries += 1;
  }
  return tries;
}

describe('session.signIn', () => {
  it('opens a session for the right password only, and a repeat of the command answers the same', async () => {
    ready = await openReadyShop();
    const caller = ready.cashier.sameDevice();
    expect((await caller.refused('session.signIn', wrong)).code).toBe('auth.badCredentials');
    expect((await caller.refused('session.signIn', { ...olive, username: 'nobody' })).code).toBe(
      'auth.badCredentials',
    );
    const commandId = ready.shop.clock.newId();
    const first = await caller.call('session.signIn', { ...olive, carrier: 'token', commandId });
    expect(first.token).toMatch(/^[\w-]{43}$/);
    expect(await caller.call('session.signIn', { ...olive, carrier: 'token', commandId })).toEqual(first);
    expect((await caller.refused('session.signIn', { ...wrong, carrier: 'token', commandId })).code).toBe(
      'command.reused',
    );
    await ready.shop.restart();
    expect((await caller.refused('session.signIn', { ...olive, carrier: 'token', commandId })).code).toBe(
      'command.reused',
    );
  });

  it('hands the cookie over again when the answer was lost', async () => {
    ready = await openReadyShop();
    const caller = ready.cashier.sameDevice();
    const commandId = ready.shop.clock.newId();
    await caller.call('session.signIn', { ...olive, commandId });
    const token = caller.sessionToken;
    caller.sessionToken = null;
    await caller.call('session.signIn', { ...olive, commandId });
    expect(caller.sessionToken).toBe(token);
    expect(ready.shop.rows('SELECT token_hash FROM session WHERE token_hash = ?', token)).toEqual([]);
  });

  it('works on a device that is not enrolled, which the owner then enrols', async () => {
    ready = await openReadyShop();
    const browser = ready.shop.caller();
    expect((await browser.call('session.signIn', olive)).device).toBeNull();
    expect((await browser.refused('session.listPeople', {})).code).toBe('device.notEnrolled');
    const { device } = await browser.call('device.enrol', {
      name: 'Back office',
      registerId: ready.ids.register,
    });
    expect((await browser.call('session.current', {})).session?.device?.id).toBe(device.id);
  });
});

describe('a session', () => {
  it('is not valid on another device', async () => {
    ready = await openReadyShop();
    const thief = await enrolAnother(ready.shop, 'cashier', ready.ids.register);
    thief.sessionToken = ready.owner.sessionToken;
    expect((await thief.call('session.current', {})).session).toBeNull();
    thief.deviceToken = null;
    expect((await thief.refused('shop.get', {})).code).toBe('auth.required');
  });

  it('ends with signing out, and the cookie goes', async () => {
    ready = await openReadyShop();
    const token = ready.cashier.sessionToken;
    await ready.cashier.call('session.signOut', {});
    expect(ready.cashier.sessionToken).toBeNull();
    ready.cashier.sessionToken = token;
    expect((await ready.cashier.refused('shop.get', {})).code).toBe('auth.required');
  });

  it('ends at once when its person is disabled, and when its device is revoked', async () => {
    ready = await openReadyShop();
    const { cashier, manager, owner, ids } = ready;
    const carl = (await owner.call('staff.list', {})).find(({ id }) => id === ids.cashier);
    const { id, name, role, version } = carl as NonNullable<typeof carl>;
    const gone = await owner.call('staff.update', {
      id,
      name,
      role,
      active: false,
      expectedVersion: version,
    });
    expect((await cashier.refused('shop.get', {})).code).toBe('auth.required');
    const { pin, username, password } = PEOPLE.cashier;
    const again = cashier.sameDevice();
    expect((await again.refused('session.signIn', { username, password })).code).toBe('auth.badCredentials');
    expect((await again.refused('session.signInWithPin', { staffId: id, pin })).code).toBe(
      'auth.badCredentials',
    );
    await owner.call('staff.update', { id, name, role, active: true, expectedVersion: gone.version });
    expect((await cashier.refused('shop.get', {})).code).toBe('auth.required');
    const office = await enrolAnother(ready.shop, 'owner', ids.register);
    await office.call('device.revoke', { id: ids.device });
    expect((await manager.refused('shop.get', {})).code).toBe('auth.required');
    expect((await manager.refused('session.listPeople', {})).code).toBe('device.notEnrolled');
  });
});

describe('guessing', () => {
  it('a PIN from two tills is held to twenty tries an hour, and the owner is never locked out for longer than 15 minutes', async () => {
    ready = await openReadyShop();
    const tills = [ready.cashier, await enrolAnother(ready.shop, 'cashier', ready.ids.register)] as [
      TestCaller,
      TestCaller,
    ];
    let turn = 0;
    const guess = () => {
      turn += 1;
      const till = tills[turn % 2] as TestCaller;
      return till.refused('session.signInWithPin', { staffId: ready.ids.owner, pin: String(1000 + turn) });
    };
    expect(await guessFor(HOUR, guess)).toBeLessThanOrEqual(20);
    expect(await guessFor(HOUR, guess)).toBeLessThanOrEqual(5);
    ready.shop.clock.pass(15 * MINUTE);
    const owner = ready.owner.sameDevice();
    await owner.call('session.signInWithPin', { staffId: ready.ids.owner, pin: PEOPLE.owner.pin });
    expect((await owner.call('session.current', {})).session?.staff.role).toBe('owner');
  });

  it('gains nothing by restarting the till or setting its clock', async () => {
    ready = await openReadyShop();
    const { shop, cashier } = ready;
    const guess = () =>
      cashier.sameDevice().refused('session.signInWithPin', { staffId: ready.ids.owner, pin: '7071' });
    for (let tries = 0; tries < 5; tries += 1) expect((await guess()).code).toBe('auth.badCredentials');
    expect(await guess()).toMatchObject({ code: 'auth.throttled', data: { waitMs: 30_000 } });
    for (const jumpMs of [0, 2 * HOUR, -2 * HOUR]) {
      await shop.restart();
      shop.clock.nowMs = () => shop.clock.ms + jumpMs;
      expect(await guess()).toMatchObject({ code: 'auth.throttled', data: { waitMs: 30_000 } });
    }
    shop.clock.pass(29_999);
    expect((await guess()).code).toBe('auth.throttled');
    shop.clock.pass(1);
    expect((await guess()).code).toBe('auth.badCredentials');
    expect(await guess()).toMatchObject({ data: { waitMs: 60_000 } });
  });

  it('sent all at once is held back like one after the other', async () => {
    ready = await openReadyShop();
    const guesses = Array.from({ length: 30 }, (_, index) =>
      ready.cashier
        .sameDevice()
        .refused('session.signInWithPin', { staffId: ready.ids.owner, pin: String(2000 + index) }),
    );
    const codes = (await Promise.all(guesses)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'auth.badCredentials')).toHaveLength(5);
  });

  it('a name nobody has is throttled like one somebody has', async () => {
    ready = await openReadyShop();
    const stranger = ready.shop.caller();
    for (let tries = 0; tries < 5; tries += 1)
      await stranger.refused('session.signIn', { username: `user${tries}`, password: 'x' });
    expect((await stranger.refused('session.signIn', wrong)).code).toBe('auth.throttled');
    const subjects = ready.shop
      .rows<{ subject: string }>('SELECT subject FROM throttle')
      .map(({ subject }) => subject);
    expect(subjects.join()).not.toContain('user1');
  });

  it('the right password makes a clean sheet', async () => {
    ready = await openReadyShop();
    const caller = ready.cashier.sameDevice();
    for (let tries = 0; tries < 4; tries += 1) await caller.refused('session.signIn', wrong);
    await caller.call('session.signIn', olive);
    expect(ready.shop.rows('SELECT * FROM throttle')).toEqual([]);
  });
});

describe('session.approve', () => {
  const approve = (
    permission = 'settings.manage',
    staffId = ready.ids.owner,
    pin: string = PEOPLE.owner.pin,
  ) => ({ staffId, pin, permission });

  it('lends one permission to one act, here, for two minutes, and is written down', async () => {
    ready = await openReadyShop();
    const { cashier, shop } = ready;
    const names = await cashier.call('session.listApprovers', { permission: 'refund' });
    expect(names.map(({ name }) => name)).toEqual(['Maya', 'Olive']);
    const { approver, expiresAtMs } = await cashier.call('session.approve', approve('sale.training'));
    expect(approver.name).toBe('Olive');
    expect(expiresAtMs).toBe(shop.clock.ms + 2 * MINUTE);
    const [entry] = shop.rows<{ after_json: string; subject_id: string }>(
      "SELECT * FROM audit WHERE action = 'session.approved'",
    );
    expect(entry?.subject_id).toBe(ready.ids.owner);
  });

  it('is good once, here, for two minutes and for that permission only', async () => {
    ready = await openReadyShop();
    const { cashier, shop, ids } = ready;
    const elsewhere = await enrolAnother(shop, 'cashier', ids.register);
    const practise = (approvalId?: string) => ({ training: true, ...(approvalId && { approvalId }) });
    const lend = async (permission: string) =>
      (await cashier.call('session.approve', approve(permission))).approvalId;
    expect((await cashier.refused('sale.setTraining', practise())).code).toBe('auth.approvalNeeded');
    const other = await lend('drawer.open');
    expect((await cashier.refused('sale.setTraining', practise(other))).code).toBe('auth.approvalInvalid');
    const once = await lend('sale.training');
    expect((await elsewhere.refused('sale.setTraining', practise(once))).code).toBe('auth.approvalInvalid');
    await cashier.call('sale.setTraining', practise(once));
    expect((await cashier.refused('sale.setTraining', practise(once))).code).toBe('auth.approvalInvalid');
    const late = await lend('sale.training');
    shop.clock.pass(2 * MINUTE);
    expect((await cashier.refused('sale.setTraining', practise(late))).code).toBe('auth.approvalInvalid');
  });

  it('may be asked for and given for one and the same act, whatever id the act goes under', async () => {
    ready = await openReadyShop();
    const { cashier, shop } = ready;
    const product = await ready.manager.call('product.create', {
      name: 'Loose nails',
      sku: null,
      barcodes: [],
      brand: null,
      packSize: null,
      categoryId: null,
      unit: 'each',
      priceMinor: null,
      costMinor: null,
      taxCategoryId: ready.tax.standard,
      description: '',
      negativeStock: 'allow',
      lowStockMilli: null,
    });
    const act = { commandId: shop.clock.newId(), productId: product.id, firstPriceMinor: 95 };
    expect((await cashier.refused('sale.addProduct', act)).code).toBe('auth.approvalNeeded');
    const wrong = { ...act, approvalId: shop.clock.newId() };
    expect((await cashier.refused('sale.addProduct', wrong)).code).toBe('auth.approvalNeeded');
    const { approvalId } = await cashier.call('session.approve', approve('price.atScan'));
    const { sale } = await cashier.call('sale.addProduct', { ...act, approvalId });
    expect(sale.totalMinor).toBe(95);
  });

  it('is worth nothing once its giver may not do it any more', async () => {
    ready = await openReadyShop();
    const { cashier, owner, ids } = ready;
    const lent = approve('sale.training', ids.manager, PEOPLE.manager.pin);
    const { approvalId } = await cashier.call('session.approve', lent);
    const maya = (await owner.call('staff.list', {})).find(({ id }) => id === ids.manager);
    const { id, name, version: expectedVersion } = maya as NonNullable<typeof maya>;
    await owner.call('staff.update', { id, name, role: 'cashier', active: true, expectedVersion });
    const practise = { training: true, approvalId };
    expect((await cashier.refused('sale.setTraining', practise)).code).toBe('auth.approvalInvalid');
  });

  it('is refused to a colleague who lacks the permission, has the wrong PIN, or none', async () => {
    ready = await openReadyShop();
    const { cashier, owner, ids } = ready;
    expect(
      (await cashier.refused('session.approve', approve('settings.manage', ids.manager, PEOPLE.manager.pin)))
        .code,
    ).toBe('auth.forbidden');
    expect((await cashier.refused('session.approve', approve('refund', ids.manager, '9999'))).code).toBe(
      'auth.badCredentials',
    );
    await owner.call('staff.setPin', { id: ids.manager, pin: null });
    expect((await cashier.refused('session.approve', approve('refund', ids.manager))).code).toBe(
      'auth.noPin',
    );
    expect(ready.shop.rows('SELECT * FROM approval')).toEqual([]);
  });
});

describe('a session that ends while slow work is under way', () => {
  it('takes the work with it: nobody is hired by someone who has left', async () => {
    ready = await openReadyShop();
    const { owner, shop } = ready;
    const nina = { name: 'Nina', username: 'nina', role: 'owner', password: 'paper kites by noon' } as const;
    const hiring = owner.refused('staff.create', nina);
    await owner.call('session.signOut', {});
    expect((await hiring).code).toBe('auth.required');
    expect(shop.rows("SELECT id FROM staff WHERE username = 'nina'")).toEqual([]);
  });
});

describe('secrets', () => {
  it('are nowhere in the data folder after a morning of everything', async () => {
    ready = await openReadyShop();
    const { owner, cashier, ids, shop, recoveryCode } = ready;
    const newcomer = {
      name: 'Nina',
      username: 'nina',
      role: 'cashier' as const,
      password: 'paper kites by noon',
      pin: '83160294',
    };
    await owner.call('staff.create', newcomer);
    await cashier.call('staff.setPin', {
      id: ids.cashier,
      pin: '71640295',
      currentPassword: PEOPLE.cashier.password,
    });
    await cashier.refused('session.approve', { staffId: ids.owner, pin: '58203917', permission: 'refund' });
    const { token } = await cashier
      .sameDevice()
      .call('session.signIn', { username: 'nina', password: newcomer.password, carrier: 'token' });
    const recovered = await shop
      .caller()
      .call('session.recover', { username: 'olive', recoveryCode, newPassword: 'quiet green ladder' });
    const secrets = [
      ...[
        newcomer.password,
        newcomer.pin,
        '71640295',
        '58203917',
        PEOPLE.cashier.password,
        PEOPLE.owner.password,
        'quiet green ladder',
      ],
      ...[
        token as string,
        cashier.sessionToken as string,
        cashier.deviceToken as string,
        recoveryCode,
        recovered.recoveryCode,
      ],
    ];
    expect(findIn(shop.dataDir, secrets)).toEqual([]);
    expect(findIn(shop.dataDir, ['nina'])).not.toEqual([]);
  });
});

function findIn(folder: string, secrets: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile())
    .flatMap((file) => {
      const bytes = readFileSync(file);
      return secrets.filter((secret) => bytes.includes(secret)).map((secret) => `${file}: ${secret}`);
    });
}

describe('session.recover', () => {
  it('lets the owner back in with the printed code, once, even while guessers keep the account busy', async () => {
    ready = await openReadyShop();
    const { shop, recoveryCode, owner } = ready;
    const stranger = shop.caller();
    for (let tries = 0; tries < 5; tries += 1) await stranger.refused('session.signIn', wrong);
    const input = {
      username: 'olive',
      recoveryCode: recoveryCode.toLowerCase().replaceAll('-', ' '),
      newPassword: 'quiet green ladder',
    };
    expect((await stranger.refused('session.recover', { ...input, username: 'maya' })).code).toBe(
      'auth.badCredentials',
    );
    expect((await stranger.refused('session.recover', { ...input, newPassword: 'short' })).code).toBe(
      'auth.passwordTooShort',
    );
    const { recoveryCode: next } = await stranger.call('session.recover', input);
    expect(next).not.toBe(recoveryCode);
    expect((await owner.refused('shop.get', {})).code).toBe('auth.required');
    expect((await stranger.refused('session.recover', input)).code).toBe('auth.badCredentials');
    await owner.sameDevice().call('session.signIn', { username: 'olive', password: 'quiet green ladder' });
  });
});
