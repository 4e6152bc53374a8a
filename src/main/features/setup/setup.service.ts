import type { CallParsedInput } from '../../../shared/contract/index.ts';
import { listCountries } from '../../../shared/reference/countries.ts';
import { err, ok } from '../../../shared/result.ts';
import { type FeatureHandlers, staged } from '../../handlers.ts';
import { handOver, type OpenedSession, openSession } from '../session/open-session.ts';
import { hashRecoveryCode, newRecoveryCode } from '../session/recovery-code.ts';
import { type Enrolment, enrolDevice, handOverDevice } from '../shop/device.service.ts';
import { isTimeZone } from '../shop/shop.service.ts';
import { type PreparedSecrets, prepareSecrets } from '../staff/add-staff.ts';
import { listDemoPeople } from './demo-shop.ts';
import { loadDemo } from './load-demo.ts';
import { mayCreate } from './may-create.ts';
import { findShopBasics } from './setup.sql.ts';
import { writeShop } from './write-shop.ts';

type CreateShop = CallParsedInput<'setup.createShop'>;

interface Prepared {
  readonly secrets: PreparedSecrets;
  readonly recoveryCode: string;
  readonly recoveryHash: string;
}

interface Created {
  readonly session: OpenedSession;
  readonly enrolment: Enrolment;
  readonly recoveryCode: string;
}

const createShop = staged({
  secret: true,
  prepare: async (ctx, input: CreateShop) => {
    const allowed = mayCreate(ctx, input.setupCode);
    if (!allowed.ok) return allowed;
    if (!isTimeZone(input.shop.timeZone)) return err({ code: 'input.invalid' as const });
    const secrets = await prepareSecrets(ctx, input.owner, input.shop.name);
    if (!secrets.ok) return secrets;
    const recoveryCode = newRecoveryCode();
    const recoveryHash = await hashRecoveryCode(ctx.dataDir, recoveryCode);
    return ok<Prepared>({ secrets: secrets.value, recoveryCode, recoveryHash });
  },
  run: (ctx, input: CreateShop, { secrets, recoveryCode, recoveryHash }: Prepared) => {
    const allowed = mayCreate(ctx, input.setupCode);
    if (!allowed.ok) return allowed;
    const { ownerId, registerId } = writeShop(ctx, input, secrets, recoveryHash, false);
    const { carrier } = input;
    const enrolment = enrolDevice(ctx, { name: input.register.name, registerId, carrier }, ownerId);
    const session = openSession(ctx, ownerId, enrolment.deviceId, carrier);
    return ok<Created>({ session, enrolment, recoveryCode });
  },
  finish: (ctx, { session, enrolment, recoveryCode }: Created) => ({
    session: handOver(ctx, session),
    recoveryCode,
    deviceToken: handOverDevice(ctx, enrolment),
  }),
});

const leaveDemo = staged({
  run: (ctx) =>
    ctx.db.get(findShopBasics, {})?.demo === 1 ? ok({}) : err({ code: 'setup.notDemo' as const }),
  finish: async (ctx, nothing: Record<string, never>) => {
    await ctx.services.startOver();
    ctx.caller.setSession(null);
    ctx.caller.setDevice(null);
    return nothing;
  },
});

export const setupHandlers: FeatureHandlers<'setup'> = {
  status: (ctx) => {
    const shop = ctx.db.get(findShopBasics, {});
    return ok({
      state: shop ? ('ready' as const) : ('new' as const),
      codeNeeded: !shop && !ctx.caller.local,
      demo: shop?.demo === 1,
      shopName: shop?.name ?? null,
      language: shop?.language ?? ('en' as const),
      version: ctx.services.version,
      demoPeople: shop?.demo === 1 ? listDemoPeople(ctx.services.resourcesDir) : [],
    });
  },
  listCountries: () =>
    ok(
      listCountries().map(({ country, currency, language, timeZones, taxMode, cashStepMinor, taxRates }) => ({
        country,
        currency,
        language,
        timeZones: [...timeZones],
        taxMode,
        cashStepMinor,
        taxRates: [...taxRates],
      })),
    ),
  createShop,
  loadDemo,
  leaveDemo,
};
