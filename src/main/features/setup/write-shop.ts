import type { CallParsedInput } from '../../../shared/contract/index.ts';
import type { CommandCtx } from '../../context.ts';
import { addRegister } from '../shop/register.service.ts';
import { addShop } from '../shop/shop.service.ts';
import { addTaxCategory } from '../shop/tax.service.ts';
import { addStaff, type PreparedSecrets } from '../staff/add-staff.ts';

type NewShop = Pick<CallParsedInput<'setup.createShop'>, 'shop' | 'taxCategories' | 'register' | 'owner'>;

/** Writes the shop, its taxes, its first register and its owner.
 *  @returns their ids; tax categories in the order given */
export function writeShop(
  ctx: CommandCtx,
  input: Omit<NewShop, 'owner'> & { readonly owner: { readonly name: string; readonly username: string } },
  secrets: PreparedSecrets,
  recoveryHash: string | null,
  demo: boolean,
) {
  addShop(ctx, input.shop, demo);
  const taxCategoryIds = input.taxCategories.map((tax) => addTaxCategory(ctx, withRate(tax)).id);
  const registerId = addRegister(ctx, input.register.name, input.register.prefix).id;
  const ownerId = addStaff(ctx, { ...input.owner, role: 'owner' }, secrets, recoveryHash);
  return { ownerId, registerId, taxCategoryIds };
}

/** The wizard asks one rate a category; more are added in the settings. */
function withRate({ name, kind, ratePpm }: NewShop['taxCategories'][number]) {
  const rates = kind === 'rate' ? [{ name, jurisdiction: '', ratePpm, compound: false }] : [];
  return { name, kind, archived: false, rates };
}
