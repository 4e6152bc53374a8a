import { describe, expect, it } from 'vitest';
import { listCountries } from '../../../../shared/reference/countries.ts';
import { guessCountry } from './guess-country.ts';

const guess = (timeZone: string, ...languages: string[]) =>
  guessCountry(listCountries(), { timeZone, languages });

describe('the country the wizard opens with', () => {
  it.each([
    ['DE', 'Europe/Berlin', ['de-DE']],
    ['DE', 'Europe/Berlin', ['en-GB', 'en']],
    ['IN', 'Asia/Calcutta', ['en-US']],
    ['CN', 'Asia/Shanghai', ['zh-CN']],
    ['US', 'America/New_York', ['en-US']],
    ['CA', 'America/Toronto', ['en-US', 'en-CA']],
  ])('is %s in %s with %j', (country, timeZone, languages) => {
    expect(guess(timeZone, ...languages)).toBe(country);
  });

  it('follows the language where the time zone is nowhere', () => {
    expect(guess('UTC', 'fr-FR')).toBe('FR');
  });

  it('is some country even where nothing is known', () => {
    expect(guess('UTC', 'xx')).not.toBeNull();
  });
});
