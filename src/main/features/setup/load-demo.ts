import { err, ok } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { staged } from '../../handlers.ts';
import type { Carrier } from '../session/open-session.ts';
import { type Enrolment, enrolDevice, handOverDevice } from '../shop/device.service.ts';
import { readDemoShop } from './demo-shop.ts';
import { type DemoSecrets, fillDemo, hashDemoSecrets } from './fill-demo.ts';
import { isLetIn, mayCreate } from './may-create.ts';
import { findFirstOwnerAndRegister, findShopBasics } from './setup.sql.ts';

interface DemoInput {
  readonly setupCode?: string | undefined;
  readonly carrier: Carrier;
}

/** Fills an empty folder. In a folder that already holds the demo shop it only enrols a caller that is no device yet,
 *  so that a second browser gets in. */
export const loadDemo = staged({
  secret: true,
  prepare: async (ctx, input: DemoInput) => {
    const allowed = mayLoad(ctx, input.setupCode);
    if (!allowed.ok) return allowed;
    return ok(
      ctx.services.shopExists()
        ? null
        : await hashDemoSecrets(ctx.dataDir, readDemoShop(ctx.services.resourcesDir)),
    );
  },
  run: (ctx, input: DemoInput, secrets: DemoSecrets | null) => {
    const allowed = mayLoad(ctx, input.setupCode);
    if (!allowed.ok) return allowed;
    if (secrets && !ctx.services.shopExists()) {
      const demo = readDemoShop(ctx.services.resourcesDir);
      const { ownerId, registerId } = fillDemo(ctx, ctx.services.resourcesDir, demo, secrets);
      return ok(enrol(ctx, input.carrier, registerId, ownerId));
    }
    return ok(ctx.at ? null : enrolHere(ctx, input.carrier));
  },
  finish: (ctx, enrolment: Enrolment | null) => ({
    deviceToken: enrolment && handOverDevice(ctx, enrolment),
  }),
});

function mayLoad(ctx: QueryCtx, setupCode: string | undefined) {
  if (ctx.db.get(findShopBasics, {})?.demo !== 1) return mayCreate(ctx, setupCode);
  return isLetIn(ctx, setupCode) ? ok(null) : err({ code: 'setup.codeNeeded' as const });
}

function enrolHere(ctx: CommandCtx, carrier: Carrier): Enrolment {
  const row = ctx.db.get(findFirstOwnerAndRegister, {});
  if (!row) throw new Error('the demo shop has no owner or register');
  return enrol(ctx, carrier, row.register_id, row.owner_id);
}

function enrol(ctx: CommandCtx, carrier: Carrier, registerId: string, ownerId: string): Enrolment {
  const name = ctx.caller.door === 'window' ? 'Demo window' : `Demo ${ctx.caller.door}`;
  return enrolDevice(ctx, { name, registerId, carrier }, ownerId);
}
