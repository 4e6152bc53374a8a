import { foldText, indexText, searchTokens } from '../../../domain/product-search/tokens.ts';
import type { CustomerTable } from '../../storage/tables.ts';
import type { CustomerQuery } from './customer.sql.ts';

const FEWEST_DIGITS = 3;

/** What a typed text can mean: beginnings of words of a name, digits anywhere in a phone number (three or more; the
 *  zero dialled before an area code is not in the international form), or the beginning of an e-mail address.
 *  Null: it can mean nothing, so nobody matches. */
export function toCustomerQuery(text: string): CustomerQuery | null {
  const typed = text.trim();
  if (typed === '') return { words_json: null, digits: null, email: null };
  const words = searchTokens(typed);
  const query = {
    words_json: words.length > 0 && !typed.includes('@') ? JSON.stringify(words) : null,
    digits: toDigits(typed),
    email: /\s/.test(typed) ? null : typed.toLowerCase(),
  };
  return query.words_json === null && query.digits === null && query.email === null ? null : query;
}

/** The columns customers are found and sorted by. */
export function searchColumns(
  name: string,
  phone: string | null,
): Pick<CustomerTable, 'phone_digits' | 'search_text' | 'sort_name'> {
  return {
    phone_digits: (phone ?? '').replaceAll(/\D/g, ''),
    search_text: indexText(name),
    sort_name: foldText(name),
  };
}

function toDigits(typed: string): string | null {
  if (!/^[0-9+()./ -]+$/.test(typed)) return null;
  const digits = typed.replaceAll(/\D/g, '');
  const significant = digits.replace(/^0+/, '');
  if (significant.length >= FEWEST_DIGITS) return significant;
  return digits.length >= FEWEST_DIGITS ? digits : null;
}
