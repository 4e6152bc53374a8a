import { err, type Result } from '../../shared/result.ts';
import { check, type Gs1Element, type Gs1Fault } from './gs1-elements.ts';
import { formatOf } from './gs1-identifiers.ts';

/** Whether a text is a web address that names a product the GS1 way: `https://any.host/path/01/09506000134352…`. */
export function isDigitalLink(text: string): boolean {
  return /^https?:\/\/[^/?#\s]+(?:\/[^?#\s]*)?\/01\/\d{8,14}(?:[/?#]|$)/i.test(text);
}

/** The elements of what is a GS1 Digital Link: GTIN and what qualifies it in the path, the rest in the query. What is no
 *  identifier in the query belongs to the web site and is passed over. */
export function parseDigitalLink(text: string): Result<readonly Gs1Element[], Gs1Fault> {
  const [address = '', query = ''] = text.replace(/#.*/s, '').split('?', 2);
  const segments = address.split('/');
  const start = segments.findIndex((part, at) => part === '01' && /^\d{8,14}$/.test(segments[at + 1] ?? ''));
  const pairs: [string, string][] = [];
  for (let at = start; at + 1 < segments.length; at += 2)
    pairs.push([segments[at] ?? '', segments[at + 1] ?? '']);
  for (const part of query.split(/[&;]/)) {
    const [name = '', value = ''] = part.split('=', 2);
    if (formatOf(name)) pairs.push([name, value]);
  }
  try {
    return check(pairs.map(([ai, value]) => toElement(ai, decodeURIComponent(value))));
  } catch {
    return err({ fault: 'encoding', at: '' });
  }
}

function toElement(ai: string, value: string): Gs1Element {
  return ai === '01' ? { ai, value: value.padStart(14, '0') } : { ai, value };
}
