import type { CallParsedInput } from '../../../shared/contract/index.ts';
import { translate } from '../../../shared/messages/index.ts';
import { taxRatePpm } from '../../../shared/values/tax-rate.ts';
import type { CommandCtx } from '../../context.ts';
import { addRegister } from '../shop/register.service.ts';
import { addShop } from '../shop/shop.service.ts';
import { addTaxCategory } from '../shop/tax.service.ts';
import { addStaff, type PreparedSecrets } from '../staff/add-staff.ts';

type NewShop = Pick<CallParsedInput<'setup.createShop'>, 'shop' | 'taxCategories' | 'register' | 'owner'>;

/** Writes the shop, its taxes, its first register and its owner.
 *  @returns their ids; tax categories in the order given, then zero and exempt where none was given */
export function writeShop(
  ctx: CommandCtx,
  input: Omit<NewShop, 'owner'> & { readonly owner: { readonly name: string; readonly username: string } },
  secrets: PreparedSecrets,
  recoveryHash: string | null,
  demo: boolean,
) {
  addShop(ctx, input.shop, demo);
  const taxCategoryIds = withUntaxed(input).map((tax) => addTaxCategory(ctx, withRate(tax)).id);
  const registerId = addRegister(ctx, input.register.name, input.register.prefix).id;
  const ownerId = addStaff(ctx, { ...input.owner, role: 'owner' }, secrets, recoveryHash);
  return { ownerId, registerId, taxCategoryIds };
}

/** Every shop can sell untaxed from its first day, whoever set it up. */
function withUntaxed({ shop, taxCategories }: Pick<NewShop, 'shop' | 'taxCategories'>) {
  const missing = (['zero', 'exempt'] as const).filter(
    (kind) => !taxCategories.some((category) => category.kind === kind),
  );
  return [
    ...taxCategories,
    ...missing.map((kind) => ({
      name: translate(shop.language, `setup:taxName.${kind}`),
      kind,
      ratePpm: taxRatePpm(0),
    })),
  ];
}

/** The wizard asks one rate a category; more are added in the settings. */
function withRate({ name, kind, ratePpm }: NewShop['taxCategories'][number]) {
  const rates = kind === 'rate' ? [{ name, jurisdiction: '', ratePpm, compound: false }] : [];
  return { name, kind, archived: false, rates };
}
