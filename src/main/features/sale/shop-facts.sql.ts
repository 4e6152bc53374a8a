import { select } from '../../storage/sql.ts';

export const getShopFacts = select<
  Record<string, never>,
  {
    shop_uuid: string;
    country: string;
    currency: string;
    currency_exponent: number;
    time_zone: string;
    day_cut_off_minutes: number;
    tax_mode: 'included' | 'excluded';
    tax_rounding: 'line' | 'document';
    cash_step_minor: number;
    tax_number: string;
  }
>(
  `SELECT shop_uuid, country, currency, currency_exponent, time_zone, day_cut_off_minutes, tax_mode, tax_rounding,
     cash_step_minor, tax_number
   FROM shop WHERE id = 1`,
);

export const getRegisterFacts = select<{ id: string }, { id: string; name: string; prefix: string }>(
  'SELECT id, name, prefix FROM register WHERE id = :id',
);
