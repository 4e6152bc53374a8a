import { err, ok, type Result } from '../../shared/result.ts';
import type { BusinessDay } from '../../shared/values/business-day.ts';
import { isDigitalLink, parseDigitalLink } from './digital-link.ts';
import {
  GROUP_SEPARATOR,
  type Gs1Element,
  type Gs1Fault,
  parseBracketed,
  parseElements,
} from './gs1-elements.ts';
import { type Gs1Facts, readFacts } from './gs1-facts.ts';

/** What a scanner sent: a GS1 code, taken apart, or any other text, without what names its symbology. */
export type Scan =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'gs1'; readonly facts: Gs1Facts; readonly elements: readonly Gs1Element[] };

/** GS1-128, GS1 DataMatrix, GS1 QR, GS1 DataBar and composite, GS1 DotCode. */
const GS1_SYMBOLOGIES = /^\](?:C1|d2|Q3|e0|e1|e2|J1)/;
/** ISO/IEC 15424: `]`, a letter, a modifier. */
const ANY_SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/;

/** Tells what was scanned. A text is GS1 where the scanner or the text says so: a symbology identifier, FNC1 or ASCII 29,
 *  brackets, a Digital Link. A bare `01…` is GS1 only if all of it reads as such. Never throws, however long the text.
 *  Errors: a code that says it is GS1 and is not whole. */
export function readScan(text: string, today: BusinessDay): Result<Scan, Gs1Fault> {
  const trimmed = text.trim();
  const said = GS1_SYMBOLOGIES.exec(trimmed)?.[0];
  const bare = trimmed.replace(ANY_SYMBOLOGY, '');
  if (isDigitalLink(bare)) return toScan(parseDigitalLink(bare), today);
  if (said || text.includes(GROUP_SEPARATOR)) return toScan(parseElements(bare), today);
  if (/^\(\d{2,4}\)/.test(bare)) return orPlain(toScan(parseBracketed(bare), today), bare);
  if (/^0[12]\d{14}/.test(bare)) return orPlain(toScan(parseElements(bare), today), bare);
  return ok({ kind: 'plain', text: bare });
}

function toScan(
  elements: Result<readonly Gs1Element[], Gs1Fault>,
  today: BusinessDay,
): Result<Scan, Gs1Fault> {
  if (!elements.ok) return elements;
  const facts = readFacts(elements.value, today);
  return facts.ok ? ok({ kind: 'gs1', facts: facts.value, elements: elements.value }) : err(facts.error);
}

function orPlain(scan: Result<Scan, Gs1Fault>, text: string): Result<Scan, Gs1Fault> {
  return scan.ok ? scan : ok({ kind: 'plain', text });
}
