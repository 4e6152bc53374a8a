/** Writes src/shared/reference/country-data.ts from the prepared tables and the facts of reference/tables.ts.
 *  node scripts/build-reference.ts [--data DIR]     the prepared data, ../shared/data unless told */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import * as tables from './reference/tables.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: { data: { type: 'string', default: join(root, '../shared/data') } },
});
const folder = join(resolve(values.data), 'reference');
if (!existsSync(folder)) {
  console.error(
    `There is no ${folder}: name the folder of the prepared data with --data DIR. Nothing was changed.`,
  );
  process.exit(1);
}

function readTable<T>(name: string): T[] {
  return Papa.parse<T>(readFileSync(join(folder, name), 'utf8'), { header: true, skipEmptyLines: true }).data;
}

interface WorldRate {
  readonly country: string;
  readonly state: string;
  readonly type: string;
  readonly rate: string;
  readonly currency: string;
  readonly valid_until: string;
}

interface EuRate {
  readonly country: string;
  readonly effective_from: string;
  readonly rate_name: string;
  readonly percent: string;
}

const world = readTable<WorldRate>('tax_rates_world.csv').filter((row) => row.valid_until === '');
const eu = readTable<EuRate>('vat_rates_eu.csv');
const currencies = new Set(
  readTable<{ code: string }>('iso4217.csv')
    .map((row) => row.code)
    .concat('XCG'),
);

/** '0.0285' or '8.1' percent → parts per million, by digits and not by floats. */
function ppmOf(decimal: string, unitDigits: number): number {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return (
    Number(whole) * 10 ** unitDigits +
    Math.sign(Number(`${decimal}1`)) * Number(fraction.padEnd(unitDigits, '0').slice(0, unitDigits))
  );
}
const fractionToPpm = (text: string) => ppmOf(text, 6);
const percentToPpm = (text: string | number) => ppmOf(String(text), 4);

/** The table's latest rates of a country; an empty date is its oldest. */
function euRates(country: string, name: string): string[] {
  const rows = eu.filter((row) => row.country === country);
  const latest = rows
    .map((row) => row.effective_from)
    .sort()
    .at(-1);
  return (
    rows.find((row) => row.effective_from === latest && row.rate_name === name)?.percent.split('|') ?? []
  );
}

function standardPpm(country: string): number {
  const told = tables.standardPercent[country];
  if (told !== undefined) return percentToPpm(told);
  const row = world.find((one) => one.country === country && one.state === '');
  return row === undefined ? 0 : fractionToPpm(row.rate);
}

/** The EU table's reduced rates are only believed where its standard rate still agrees with the newer table. */
function taxRates(country: string): string[] {
  const standard = standardPpm(country);
  const [euStandard] = euRates(country, 'standard');
  const believed = euStandard !== undefined && percentToPpm(euStandard) === standard;
  const reduced = tables.reducedPercent[country] ?? (believed ? euRates(country, 'reduced') : []);
  const superReduced = believed ? euRates(country, 'superReduced') : [];
  const names = ['reduced', 'reduced2'];
  return [
    ...(standard > 0 ? [`standard:${standard}`] : []),
    ...reduced.slice(0, 2).map((rate, index) => `${names[index]}:${percentToPpm(rate)}`),
    ...superReduced.map((rate) => `superReduced:${percentToPpm(rate)}`),
  ];
}

/** What states and provinces add to the national rate, 'ON:80000'; negative where they take from it. */
function regions(country: string): string[] {
  return world
    .filter((row) => row.country === country && row.state !== '')
    .map((row) => `${row.state}:${fractionToPpm(row.rate)}`);
}

function zones(country: string): string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones(): string[] | undefined };
  const names = new Set((locale.getTimeZones() ?? []).map((zone) => tables.zoneNames[zone] ?? zone));
  const main = tables.mainZone[country];
  return main === undefined ? [...names] : [main, ...[...names].filter((zone) => zone !== main)];
}

const lines: string[] = [];
for (const [currency, countries] of Object.entries(tables.countriesByCurrency)) {
  if (!currencies.has(currency)) throw new Error(`${currency} is not in the currency table`);
  for (const country of countries.split(' ')) {
    const told = world.find((row) => row.country === country)?.currency;
    if (told !== undefined && told !== currency)
      console.warn(`${country}: ${currency} here, ${told} in the tax table`);
    const [language, mode] = [
      tables.chinese.has(country) ? 'zh' : 'en',
      tables.taxExcluded.has(country) ? 'excluded' : 'included',
    ];
    const fields = [
      country,
      currency,
      tables.cashStepMinor[country] ?? 1,
      language,
      mode,
      taxRates(country),
      regions(country),
      zones(country),
    ];
    lines.push(fields.map((field) => (Array.isArray(field) ? field.join(',') : field)).join('|'));
  }
}
lines.sort();
writeFileSync(
  join(root, 'src/shared/reference/country-data.ts'),
  `/** Written by scripts/build-reference.ts; sources and licences in resources/reference/NOTICE.md. One country a line:
 *  code | currency | smallest cash amount (minor) | language | tax mode | rates (ppm) | regions (ppm added) | time zones */
export const countryData = \`
${lines.join('\n')}
\`;
`,
);
console.log(`${lines.length} countries written to src/shared/reference/country-data.ts`);
