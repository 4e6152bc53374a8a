import type { TFunction } from 'i18next';
import type { Format } from '../../../app/format.ts';
import type { OrderLine } from '../order.ts';
import { exactMajorText, roundingKind } from './exact-minor.ts';

export type Step = OrderLine['explanation'][number];

/** One step in words: what it is, how it was reckoned, how it was rounded, and what came out. */
export interface StepWords {
  label: string;
  how: string | null;
  rounding: string | null;
  result: string;
}

export interface WordsOf {
  t: TFunction;
  format: Format;
  /** Of the line, for the words beside its quantity. */
  unit: string;
  /** What the step before came to: a tax that is included is a part of it. */
  afterDiscountsMinor: number;
  taxCount: number;
}

const WHOLE_PPM = 1_000_000;
/** As money is written everywhere else. */
const MINUS = '−';

/** @param step  as order.get explains a line; unknown codes show their result alone */
export function stepWords(step: Step, of: WordsOf): StepWords {
  const result = of.format.money(number(step, 'resultMinor'));
  return { ...namesOf(step, of), rounding: roundingOf(step, of), result };
}

type Names = Pick<StepWords, 'label' | 'how'>;

function namesOf(step: Step, of: WordsOf): Names {
  const { t, format } = of;
  const amount = (name: string) => format.money(number(step, name));
  const named = (code: string, values: Record<string, unknown>): Names => ({
    label: t(`orders:why.${code}`),
    how: t(`orders:why.${code}How`, values),
  });
  const ppm = step.values['ppm'];
  switch (step.code) {
    case 'unitTimesQuantity':
      return named(step.code, { price: amount('unitPriceMinor'), quantity: quantityText(step, of) });
    case 'priceOverride':
      return named(step.code, {
        shelf: amount('shelfPriceMinor'),
        price: amount('unitPriceMinor'),
        reason: step.values['reason'],
      });
    case 'lineDiscountPercent':
      return named(step.code, { rate: format.rate(number(step, 'ppm')), basis: amount('basisMinor') });
    case 'lineDiscountAmount':
      return named(step.code, { basis: amount('basisMinor') });
    case 'orderDiscountShare': {
      const values = {
        whole: amount('orderAmountMinor'),
        basis: amount('basisMinor'),
        orderBasis: amount('orderBasisMinor'),
      };
      const how = typeof ppm === 'number' ? 'orderDiscountShareRate' : 'orderDiscountShareHow';
      return {
        label: t('orders:why.orderDiscountShare'),
        how: t(`orders:why.${how}`, { ...values, rate: typeof ppm === 'number' ? format.rate(ppm) : '' }),
      };
    }
    case 'tax':
      return taxNames(step, of);
    case 'taxGivenBack':
      return { label: t('orders:why.taxGivenBack', taxFacts(step, of)), how: null };
    case 'givenBackAsPaid':
      return named(step.code, { quantity: quantityText(step, of) });
    case 'afterDiscounts':
    case 'net':
    case 'payable':
      return { label: t(`orders:why.${step.code}`), how: null };
    default:
      return { label: t('orders:why.other'), how: null };
  }
}

function taxNames(step: Step, of: WordsOf): Names {
  const { t, format } = of;
  const facts = { ...taxFacts(step, of), base: format.money(number(step, 'baseMinor')) };
  if (step.values['mode'] !== 'included') {
    const how = step.values['compound'] === 1 ? 'taxCompoundHow' : 'taxAddedHow';
    return { label: t('orders:why.taxAdded', facts), how: t(`orders:why.${how}`, facts) };
  }
  const amount = format.money(of.afterDiscountsMinor);
  const whole = format.rate(WHOLE_PPM + number(step, 'ratePpm'));
  const how = of.taxCount === 1 ? 'taxIncludedHow' : 'taxIncludedOf';
  return {
    label: t('orders:why.taxIncluded', facts),
    how: t(`orders:why.${how}`, { ...facts, amount, whole }),
  };
}

function taxFacts(step: Step, { format }: WordsOf): { name: unknown; rate: string } {
  return { name: step.values['name'], rate: format.rate(number(step, 'ratePpm')) };
}

function roundingOf(step: Step, { t, format }: WordsOf): string | null {
  const { exactNumerator, exactDenominator } = step.values;
  if (typeof exactNumerator !== 'string' || typeof exactDenominator !== 'string') return null;
  const fraction = { numerator: exactNumerator, denominator: exactDenominator };
  const resultMinor = number(step, 'resultMinor');
  const kind = roundingKind(fraction, resultMinor);
  if (kind === 'exact') return null;
  const exact = exactText(exactMajorText(fraction, format.exponent), format);
  const words = t(`orders:why.${kind}`, { exact, result: format.money(resultMinor) });
  const wholeReceipt = step.code === 'tax' && step.values['rounding'] === 'document';
  return wholeReceipt ? `${words} ${t('orders:why.perDocument')}` : words;
}

function exactText(majorText: string, format: Format): string {
  const digits = majorText.replace('…', '');
  const places = digits.split('.')[1]?.length ?? 0;
  const number = new Intl.NumberFormat(format.locale, {
    style: 'currency',
    currency: format.currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Math.max(places, format.exponent),
    maximumFractionDigits: Math.max(places, format.exponent),
  })
    .format(digits as Intl.StringNumericLiteral)
    .replace('-', MINUS);
  return majorText.endsWith('…') ? `${number}…` : number;
}

function quantityText(step: Step, { t, format, unit }: WordsOf): string {
  const quantity = format.quantity(number(step, 'quantityMilli'));
  return unit === 'each' ? quantity : `${quantity} ${t(`sell:units.${unit}`)}`;
}

function number({ values }: Step, name: string): number {
  const value = values[name];
  return typeof value === 'number' ? value : 0;
}
