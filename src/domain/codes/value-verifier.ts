/** Products of a digit with the weights of the published algorithm (GS1 General Specifications 7.9.3), R31. */
const TWICE_MINUS = '0246891357';
const THRICE = '0369258147';
const FIVE_PLUS = '0516273849';
const FIVE_MINUS = '0594837261';

const FOUR_DIGITS = [TWICE_MINUS, TWICE_MINUS, THRICE, FIVE_MINUS];
const FIVE_DIGITS = [FIVE_PLUS, TWICE_MINUS, FIVE_MINUS, FIVE_PLUS, TWICE_MINUS];

/** How many value digits the published check digits exist for. */
export const VERIFIABLE_LENGTHS: readonly number[] = [4, 5];

/** The inner check digit of the price or weight printed into a code: of `2875` it is 9, of `14685` it is 6.
 *  @param digits  exactly four or five digits
 *  @throws RangeError for anything else. */
export function valueVerifier(digits: string): number {
  if (/^\d{4}$/.test(digits)) return (weigh(digits, FOUR_DIGITS) * 3) % 10;
  if (/^\d{5}$/.test(digits))
    return FIVE_MINUS.indexOf(String((10 - (weigh(digits, FIVE_DIGITS) % 10)) % 10));
  throw new RangeError('a value of four or five digits has a check digit, no other');
}

function weigh(digits: string, weights: readonly string[]): number {
  return weights.reduce((sum, products, at) => sum + Number(products[Number(digits[at])]), 0);
}
