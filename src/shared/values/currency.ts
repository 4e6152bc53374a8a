/** A currency code of ISO 4217 that has a minor unit; guarded by `isCurrencyCode`. */
export type CurrencyCode = string;

const NO_DECIMALS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THREE_DECIMALS = 'BHD IQD JOD KWD LYD OMR TND';
const FOUR_DECIMALS = 'CLF UYW';
const TWO_DECIMALS =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD ' +
  'CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP ' +
  'GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL ' +
  'MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN ' +
  'QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD ' +
  'TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG ';

/** ISO 4217, "minor units" column; precious metals, bond units and test codes have none and are left out. */
const EXPONENTS: ReadonlyMap<CurrencyCode, number> = new Map([
  ...withExponent(NO_DECIMALS, 0),
  ...withExponent(TWO_DECIMALS, 2),
  ...withExponent(THREE_DECIMALS, 3),
  ...withExponent(FOUR_DECIMALS, 4),
]);

function withExponent(codes: string, exponent: number): [CurrencyCode, number][] {
  return codes
    .trim()
    .split(' ')
    .map((code) => [code, exponent]);
}

export function isCurrencyCode(text: string): text is CurrencyCode {
  return EXPONENTS.has(text);
}

/** Decimals of a currency (R1): JPY 0, EUR 2, KWD 3. @throws RangeError for a code that is not in ISO 4217. */
export function currencyExponent(code: CurrencyCode): number {
  const exponent = EXPONENTS.get(code);
  if (exponent === undefined) throw new RangeError(`unknown currency: ${code}`);
  return exponent;
}

/** All codes, sorted. */
export function listCurrencyCodes(): CurrencyCode[] {
  return [...EXPONENTS.keys()].sort();
}
