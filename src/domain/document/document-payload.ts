import canonicalize from 'canonicalize';
import type { ClosedDocument } from './closed-document.ts';

/** Version 1: the closed document as it is, every field of it. */
export const PAYLOAD_VERSION = 1;

/** A document as the one text that can stand for it (RFC 8785): keys sorted, numbers and strings in one spelling.
 *  @throws Error for half surrogates and numbers that are no numbers; the edge lets neither in. */
export function documentPayload(document: ClosedDocument): string {
  return canonicalize(document)!;
}
