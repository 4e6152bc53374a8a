import { Banknote, CircleEllipsis, CreditCard, Landmark, type LucideIcon, Ticket } from 'lucide-react';
import type { Tender } from './use-payment.ts';

/** Ways to pay, in the order of their keys F1 to F5. */
export const TENDER_KEYS: readonly { kind: Tender; icon: LucideIcon; shortcut: string }[] = [
  { kind: 'cash', icon: Banknote, shortcut: 'F1' },
  { kind: 'card', icon: CreditCard, shortcut: 'F2' },
  { kind: 'bankTransfer', icon: Landmark, shortcut: 'F3' },
  { kind: 'voucher', icon: Ticket, shortcut: 'F4' },
  { kind: 'other', icon: CircleEllipsis, shortcut: 'F5' },
];

export const tenderIcon = (kind: Tender): LucideIcon =>
  TENDER_KEYS.find((tender) => tender.kind === kind)?.icon ?? CircleEllipsis;
