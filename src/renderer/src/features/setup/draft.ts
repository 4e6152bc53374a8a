import type { CallOutput } from '../../../../shared/contract/index.ts';
import type { CommandInput } from '../../client/client.ts';
import { passwordStrength } from '../session/password-strength.ts';
import { pinProblem } from '../session/pin-text.ts';
import { isUsername, proposeUsername } from '../session/propose-username.ts';

export type CountrySuggestion = CallOutput<'setup.listCountries'>[number];
type CreateShop = CommandInput<'setup.createShop'>;
type Shop = CreateShop['shop'];

export interface TaxDraft {
  /** Tells rows apart while they are edited. */
  readonly key: string;
  readonly name: string;
  readonly kind: 'rate' | 'zero' | 'exempt';
  /** Null while nothing is typed. */
  readonly ratePpm: number | null;
}

/** Everything the wizard asks, as it stands. */
export interface Draft {
  readonly shop: Omit<Shop, 'currency' | 'language'> & { currency: string };
  readonly taxCategories: readonly TaxDraft[];
  readonly registerName: string;
  readonly registerPrefix: string;
  readonly ownerName: string;
  /** Null: proposed from the name. */
  readonly username: string | null;
  readonly password: string;
  readonly pin: string;
  readonly setupCode: string;
}

/** A field of the wizard, named as the call names it, and what is wrong with it. */
export type FieldProblems = Readonly<Partial<Record<FieldName, Problem>>>;
export type FieldName =
  | 'shop.name'
  | 'taxCategories'
  | 'register.name'
  | 'register.prefix'
  | 'owner.name'
  | 'owner.username'
  | 'owner.password'
  | 'owner.pin'
  | 'setupCode';
export type Problem = 'missing' | 'prefix' | 'username' | 'password' | 'pin' | 'taxName' | 'taxRate';

export const STEPS = ['shop', 'money', 'register', 'owner'] as const;
export type StepName = (typeof STEPS)[number];

export const FIELDS_OF_STEP: Readonly<Record<StepName, readonly FieldName[]>> = {
  shop: ['setupCode', 'shop.name'],
  money: ['taxCategories'],
  register: ['register.name', 'register.prefix'],
  owner: ['owner.name', 'owner.username', 'owner.password', 'owner.pin'],
};

/** Words the wizard fills in, in the person's language. */
export interface DraftWords {
  taxName(key: string): string;
  registerName: string;
}

/** The wizard as it opens: everything has a sensible answer but the shop's name, the owner's name and the password. */
export function firstDraft(country: CountrySuggestion, timeZone: string, words: DraftWords): Draft {
  const empty: Draft = {
    shop: {
      name: '',
      address: '',
      country: country.country,
      timeZone: 'UTC',
      dayCutOffMinutes: 0,
      taxNumber: '',
      taxMode: 'included',
      taxRounding: 'line',
      cashStepMinor: 1,
      receiptFooter: '',
      currency: country.currency,
    },
    taxCategories: [],
    registerName: words.registerName,
    registerPrefix: 'T1',
    ownerName: '',
    username: null,
    password: '',
    pin: '',
    setupCode: '',
  };
  return withCountry(empty, country, timeZone, words);
}

/** Takes over what a country suggests; what the person typed about the shop itself stays.
 *  @param timeZone  the device's own, kept when the country has it */
export function withCountry(
  draft: Draft,
  country: CountrySuggestion,
  timeZone: string,
  words: DraftWords,
): Draft {
  const { currency, timeZones, taxMode, cashStepMinor } = country;
  const zone = timeZones.includes(timeZone) ? timeZone : (timeZones[0] ?? timeZone);
  return {
    ...draft,
    shop: { ...draft.shop, country: country.country, currency, timeZone: zone, taxMode, cashStepMinor },
    taxCategories: country.taxRates.map(({ key, ratePpm }) => ({
      key,
      name: words.taxName(key),
      kind: key === 'zero' || key === 'exempt' ? key : 'rate',
      ratePpm,
    })),
  };
}

export function usernameOf(draft: Draft): string {
  return (
    draft.username ?? (draft.ownerName.trim() === '' ? '' : proposeUsername(draft.ownerName, [], 'owner'))
  );
}

/** Everything that keeps the draft from being sent, by field. */
export function problemsOf(draft: Draft, codeNeeded: boolean): FieldProblems {
  const problems: Partial<Record<FieldName, Problem>> = {};
  const isBlank = (text: string) => text.trim() === '';
  if (codeNeeded && isBlank(draft.setupCode)) problems.setupCode = 'missing';
  if (isBlank(draft.shop.name)) problems['shop.name'] = 'missing';
  if (draft.taxCategories.some(({ name }) => isBlank(name))) problems.taxCategories = 'taxName';
  else if (draft.taxCategories.some(({ kind, ratePpm }) => kind === 'rate' && !isRate(ratePpm)))
    problems.taxCategories = 'taxRate';
  if (isBlank(draft.registerName)) problems['register.name'] = 'missing';
  if (!/^[A-Z0-9-]{1,8}$/.test(draft.registerPrefix)) problems['register.prefix'] = 'prefix';
  if (isBlank(draft.ownerName)) problems['owner.name'] = 'missing';
  else if (!isUsername(usernameOf(draft))) problems['owner.username'] = 'username';
  if (passwordStrength(draft.password).level < 2) problems['owner.password'] = 'password';
  if (pinProblem(draft.pin)) problems['owner.pin'] = 'pin';
  return problems;
}

const isRate = (ratePpm: number | null) => ratePpm !== null && ratePpm >= 0 && ratePpm <= 1_000_000;

/** The draft as the call wants it. */
export function toCreateShop(draft: Draft, language: 'en' | 'zh', codeNeeded: boolean): CreateShop {
  return {
    ...(codeNeeded ? { setupCode: draft.setupCode.trim() } : {}),
    shop: { ...draft.shop, language },
    taxCategories: draft.taxCategories.map(({ name, kind, ratePpm }) => ({
      name,
      kind,
      ratePpm: kind === 'rate' ? (ratePpm ?? 0) : 0,
    })),
    register: { name: draft.registerName, prefix: draft.registerPrefix },
    owner: {
      name: draft.ownerName,
      username: usernameOf(draft),
      password: draft.password,
      ...(draft.pin === '' ? {} : { pin: draft.pin }),
    },
  };
}

/** Which step holds a field; the last one for what belongs to none. */
export function stepOfField(field: string): StepName {
  const fits = (known: FieldName) => field === known || field.startsWith(`${known}.`);
  return STEPS.find((step) => FIELDS_OF_STEP[step].some(fits)) ?? 'owner';
}
