import { withAsciiDigits } from './digits.ts';

const SHORTEST = 13;
const LONGEST = 19;

/** Whether a text seems to hold a payment card number, so that a reference or note can be refused before it is
 *  stored: a Luhn-valid run of 13 to 19 digits, with any spaces and dashes inside, wherever it stands in the text.
 *  In a longer run (a card beside a phone number) every stretch of whole groups, and the two ends of a long group,
 *  are tried when they start like a card (2 to 6). One in ten other numbers of that length is Luhn-valid by chance. */
export function looksLikeCardNumber(text: string): boolean {
  const runs = withAsciiDigits(text).match(/\d(?:[ \p{Pd}]*\d)*/gu) ?? [];
  return runs.some((run) => holdsCard(run.split(/[^\d]+/)));
}

function holdsCard(groups: readonly string[]): boolean {
  const whole = groups.join('');
  if (isLuhnRun(whole)) return true;
  return groups.some((_, first) => startsCard(groups, first)) || groups.some(hasCardAtAnEnd);
}

function startsCard(groups: readonly string[], first: number): boolean {
  let digits = '';
  for (const group of groups.slice(first)) {
    digits += group;
    if (digits.length > LONGEST) return false;
    if (isCardLike(digits)) return true;
  }
  return false;
}

function hasCardAtAnEnd(group: string): boolean {
  if (group.length <= LONGEST) return false;
  for (let length = SHORTEST; length <= LONGEST; length += 1) {
    if (isCardLike(group.slice(0, length)) || isCardLike(group.slice(-length))) return true;
  }
  return false;
}

function isCardLike(digits: string): boolean {
  return /^[2-6]/.test(digits) && isLuhnRun(digits);
}

/** ISO/IEC 7812-1, Annex B: from the right every second digit is doubled, digits summed, total divisible by ten. */
function isLuhnRun(digits: string): boolean {
  if (digits.length < SHORTEST || digits.length > LONGEST || /^0+$/.test(digits)) return false;
  let total = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const doubled = place % 2 === 0 ? digit : digit * 2;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}
