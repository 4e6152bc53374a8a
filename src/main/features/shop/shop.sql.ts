import { modify, select } from '../../storage/sql.ts';

export interface ShopRow {
  name: string;
  address: string;
  country: string;
  language: 'en' | 'zh';
  currency: string;
  currency_exponent: number;
  time_zone: string;
  day_cut_off_minutes: number;
  tax_number: string;
  tax_mode: 'included' | 'excluded';
  tax_rounding: 'line' | 'document';
  cash_step_minor: number;
  receipt_footer: string;
  logo_png: Uint8Array | null;
  demo: number;
  version: number;
}

type Facts = Omit<ShopRow, 'logo_png' | 'demo' | 'version' | 'currency' | 'currency_exponent'>;

export const findShop = select<Record<string, never>, ShopRow>(
  `SELECT name, address, country, language, currency, currency_exponent, time_zone, day_cut_off_minutes, tax_number,
     tax_mode, tax_rounding, cash_step_minor, receipt_footer, logo_png, demo, version
   FROM shop WHERE id = 1`,
);

export const insertShop = modify<
  Facts & { shop_uuid: string; currency: string; currency_exponent: number; demo: number }
>(
  `INSERT INTO shop (id, shop_uuid, name, address, country, language, currency, currency_exponent, time_zone,
     day_cut_off_minutes, tax_number, tax_mode, tax_rounding, cash_step_minor, receipt_footer, logo_png, demo, version)
   VALUES (1, :shop_uuid, :name, :address, :country, :language, :currency, :currency_exponent, :time_zone,
     :day_cut_off_minutes, :tax_number, :tax_mode, :tax_rounding, :cash_step_minor, :receipt_footer, NULL, :demo, 1)`,
);

export const updateShop = modify<Facts & { logo_png: Uint8Array | null; version: number }>(
  `UPDATE shop SET name = :name, address = :address, country = :country, language = :language,
     time_zone = :time_zone, day_cut_off_minutes = :day_cut_off_minutes, tax_number = :tax_number,
     tax_mode = :tax_mode, tax_rounding = :tax_rounding, cash_step_minor = :cash_step_minor,
     receipt_footer = :receipt_footer, logo_png = :logo_png, version = version + 1
   WHERE id = 1 AND version = :version`,
);
