import { err, ok, type Result } from '../../shared/result.ts';
import { checkValue, formatOf, identifierAt, setLengthOf, type ValueFault } from './gs1-identifiers.ts';

/** ASCII 29: ends a value whose length is not set. Scanners send FNC1 as it, too. */
export const GROUP_SEPARATOR = '\u001d';

export interface Gs1Element {
  readonly ai: string;
  readonly value: string;
}

export interface Gs1Fault {
  readonly fault: ValueFault | 'identifier' | 'repeated' | 'date' | 'empty' | 'currency' | 'encoding';
  /** The identifier it is about, or what stands where one should. */
  readonly at: string;
}

type Elements = Result<readonly Gs1Element[], Gs1Fault>;

/** Reads an element string as scanners send it (R33): identifier and value one after another, values without a set
 *  length ended by ASCII 29. A leading separator and one after a set length are let pass. */
export function parseElements(text: string): Elements {
  const elements: Gs1Element[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === GROUP_SEPARATOR) {
      at++;
      continue;
    }
    const ai = identifierAt(text, at);
    if (!ai) return err({ fault: 'identifier', at: text.slice(at, at + 4) });
    const start = at + ai.length;
    const separator = text.indexOf(GROUP_SEPARATOR, start);
    const length = setLengthOf(ai);
    const end = length !== null ? start + length : separator < 0 ? text.length : separator;
    elements.push({ ai, value: text.slice(start, end) });
    at = end;
  }
  return check(elements);
}

/** Reads the form people read: `(01)09506000134352(17)261120(10)ABC`. */
export function parseBracketed(text: string): Elements {
  const marks = [...text.matchAll(/\((\d{2,4})\)/g)].filter(([, ai]) => formatOf(ai ?? ''));
  if (marks[0]?.index !== 0) return err({ fault: 'identifier', at: text.slice(0, 6) });
  return check(
    marks.map((mark, index) => ({
      ai: mark[1] ?? '',
      value: text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length),
    })),
  );
}

/** Each value fits its identifier, and none is said twice in two ways; the same twice is one. */
export function check(elements: readonly Gs1Element[]): Elements {
  const seen = new Map<string, string>();
  for (const { ai, value } of elements) {
    const fault = checkValue(ai, value);
    if (fault) return err({ fault, at: ai });
    if ((seen.get(ai) ?? value) !== value) return err({ fault: 'repeated', at: ai });
    seen.set(ai, value);
  }
  if (seen.size === 0) return err({ fault: 'empty', at: '' });
  return ok([...seen].map(([ai, value]) => ({ ai, value })));
}
