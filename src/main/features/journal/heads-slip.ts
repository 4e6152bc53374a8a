import { formatMoment } from '../../../domain/receipt/format.ts';
import type { ReceiptRow } from '../../../domain/receipt/receipt-rows.ts';
import { cleanText } from '../../../domain/receipt/receipt-text.ts';
import type { CallAnswer } from '../../../shared/contract/index.ts';
import type { ReceiptTexts } from '../../../shared/messages/en/receipt.ts';

type Head = CallAnswer<'journal.heads'>['registers'][number];

export interface HeadsSlip {
  readonly shopName: string;
  readonly heads: readonly Head[];
  readonly atMs: number;
  readonly zoneOffsetMinutes: number;
  readonly locale: string;
}

/** Where every journal ends, to be kept away from the till: later it shows whether an end was cut off. */
export function headsSlip(slip: HeadsSlip, texts: ReceiptTexts): readonly ReceiptRow[] {
  const { heads: words } = texts;
  const number = new Intl.NumberFormat(slip.locale);
  return [
    { kind: 'shopName', text: cleanText(slip.shopName) },
    { kind: 'centre', text: words.title },
    { kind: 'centre', text: formatMoment(slip.atMs, slip.zoneOffsetMinutes, slip.locale) },
    ...slip.heads.flatMap((head): ReceiptRow[] => [
      { kind: 'rule' },
      { kind: 'pair', left: cleanText(head.registerName), right: head.prefix, tone: 'strong' },
      { kind: 'pair', left: words.documents, right: number.format(head.count), tone: 'normal' },
      ...(head.hash === null ? [] : groupsOf(head.hash).map(detail)),
      ...receiptRows(head, words, number),
    ]),
    { kind: 'rule' },
    { kind: 'centre', text: words.keep },
  ];
}

function receiptRows(
  { receipts }: Head,
  words: ReceiptTexts['heads'],
  number: Intl.NumberFormat,
): readonly ReceiptRow[] {
  if (!receipts) return [];
  return [
    { kind: 'pair', left: words.receipts, right: number.format(receipts.count), tone: 'normal' },
    detail(`${receipts.count}:${receipts.chainValue}`),
  ];
}

/** Read off paper, eight letters at a time are enough. */
function groupsOf(hash: string): readonly string[] {
  return (hash.match(/.{32}/g) ?? [hash]).map((half) => (half.match(/.{1,8}/g) ?? []).join(' '));
}

function detail(text: string): ReceiptRow {
  return { kind: 'detail', text };
}
