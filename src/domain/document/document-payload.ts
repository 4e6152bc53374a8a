import canonicalize from 'canonicalize';
import type { ClosedDocument } from './closed-document.ts';

/** Version 1: the closed document as it is, every field of it. Version 2: some line has a `trace`, which version 1 did
 *  not know; a document without one is written as ever. */
export function payloadVersionOf(document: ClosedDocument): number {
  return document.lines.some((line) => line.trace) ? 2 : 1;
}

export const PAYLOAD_VERSIONS: readonly number[] = [1, 2];

/** A document as the one text that can stand for it (RFC 8785): keys sorted, numbers and strings in one spelling.
 *  @throws Error for half surrogates and numbers that are no numbers; the edge lets neither in. */
export function documentPayload(document: ClosedDocument): string {
  return canonicalize(document)!;
}
