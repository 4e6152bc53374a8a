import { err, ok, type Result } from '../../shared/result.ts';
import { type BusinessDay, isBusinessDay } from '../../shared/values/business-day.ts';
import type { Gs1Element, Gs1Fault } from './gs1-elements.ts';
import { formatOf } from './gs1-identifiers.ts';

/** A whole number and where its decimal sign stands: 1234 with 3 decimals is 1.234. */
export interface Scaled {
  readonly value: number;
  readonly decimals: number;
}

/** What a till can use of a GS1 code; null where the code does not say. */
export interface Gs1Facts {
  /** 14 digits; of (01), or of the goods inside a case (02). */
  readonly gtin14: string | null;
  readonly batch: string | null;
  readonly serial: string | null;
  readonly producedOn: BusinessDay | null;
  readonly bestBefore: BusinessDay | null;
  readonly expiresOn: BusinessDay | null;
  readonly netKilograms: Scaled | null;
  readonly count: number | null;
  /** Of the whole item; `currency` is the three ISO 4217 digits, null for the shop's own. */
  readonly price: (Scaled & { readonly currency: string | null }) | null;
}

/** @param today  decides the century of two-digit years: not 50 years ahead, not 49 behind (R33). */
export function readFacts(elements: readonly Gs1Element[], today: BusinessDay): Result<Gs1Facts, Gs1Fault> {
  const values = new Map(elements.map(({ ai, value }) => [ai, value]));
  const badDate = elements.find(({ ai, value }) => formatOf(ai)?.date && readDate(value, today) === null);
  if (badDate) return err({ fault: 'date', at: badDate.ai });
  const dayOf = (ai: string) => readDate(values.get(ai) ?? '', today);
  const count = values.get('30') ?? values.get('37');
  return ok({
    gtin14: values.get('01') ?? values.get('02') ?? null,
    batch: values.get('10') ?? null,
    serial: values.get('21') ?? null,
    producedOn: dayOf('11'),
    bestBefore: dayOf('15'),
    expiresOn: dayOf('17'),
    netKilograms: scaled(find(elements, '310')),
    count: count === undefined ? null : Number(count),
    price: readPrice(elements),
  });
}

/** YYMMDD as a day; day 00 is the last one of its month. Null for no day of the calendar. */
export function readDate(text: string, today: BusinessDay): BusinessDay | null {
  if (!/^\d{6}$/.test(text)) return null;
  const [month, day] = [text.slice(2, 4), text.slice(4)];
  const year = wholeYear(Number(text.slice(0, 2)), Number(today.slice(0, 4)));
  const last = () => new Date(Date.UTC(year, Number(month), 0)).getUTCDate();
  const date = `${year}-${month}-${day === '00' ? last() : day}`;
  return isBusinessDay(date) ? date : null;
}

/** 51 to 99 ahead of this year's last two digits is the century before, 50 to 99 behind the one after. */
function wholeYear(yy: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100);
  const ahead = yy - (thisYear % 100);
  if (ahead >= 51) return century - 100 + yy;
  return ahead <= -50 ? century + 100 + yy : century + yy;
}

function readPrice(elements: readonly Gs1Element[]): Gs1Facts['price'] {
  const own = scaled(find(elements, '392'));
  if (own) return { ...own, currency: null };
  const foreign = find(elements, '393');
  if (!foreign) return null;
  const price = scaled({ ai: foreign.ai, value: foreign.value.slice(3) });
  return price && { ...price, currency: foreign.value.slice(0, 3) };
}

function scaled(element: Gs1Element | undefined): Scaled | null {
  return element ? { value: Number(element.value), decimals: Number(element.ai.at(-1)) } : null;
}

/** The element whose identifier is these three digits and how many decimals there are. */
function find(elements: readonly Gs1Element[], start: string): Gs1Element | undefined {
  return elements.find(({ ai }) => ai.startsWith(start));
}
