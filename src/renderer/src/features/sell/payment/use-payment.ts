import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { looksLikeCardNumber } from '../../../../../shared/values/card-number.ts';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import { CallError } from '../../../client/call-error.ts';
import { type CommandInput, command, query } from '../../../client/client.ts';
import { useCall } from '../../../client/hooks.ts';
import { announce } from '../../../ui/index.ts';
import { playSound } from '../scanner/sounds.ts';
import { askOversell } from '../till/ask-oversell.ts';
import { useCartCache } from '../till/till-cart.ts';
import { type BegunTender, openDialog, type SaleView, showDone } from '../till/till-state.ts';
import { useDebounced } from '../till/use-debounced.ts';

export type Tender = BegunTender['kind'];
type LastPayment = NonNullable<CommandInput<'sale.complete'>['payment']>;

/** Longer than a scanner's pause: the digits of a scan are taken back before they are asked about. */
const PREVIEW_AFTER_MS = 60;
const ABOUT_REFERENCE = new Set(['payment.referenceNeeded', 'payment.cardNumber']);
const NOTHING_BEGUN: BegunTender = { kind: 'cash', text: '', reference: '', label: '' };
const OLD_CART = new Set(['version.conflict', 'sale.closed', 'sale.unknown', 'sale.otherDevice']);

export interface PaymentProblem {
  readonly where: 'reference' | 'amount';
  readonly message: string;
}

/** What is being tendered now, and what the engine says would come of it. */
export function usePayment(sale: SaleView | null, begun: BegunTender = NOTHING_BEGUN) {
  const { t } = useTranslation('sell');
  const { parseMoney, money } = useFormat();
  const cart = useCartCache();
  const [kind, setKindOnly] = useState(begun.kind);
  const [text, setTextOnly] = useState(begun.text);
  const [reference, setReferenceOnly] = useState(begun.reference);
  const [label, setLabel] = useState(begun.label);
  const [problem, setProblem] = useState<PaymentProblem | null>(null);

  const settled = sale !== null && sale.payments.length > 0 && sale.remainingMinor === 0;
  const askedMinor = sale === null ? 0 : kind === 'cash' ? sale.cashDueMinor : sale.remainingMinor;
  const amountMinor = text === '' ? askedMinor : parseMoney(text);
  const cardNumber = looksLikeCardNumber(reference) || looksLikeCardNumber(label);

  const complain = (error: unknown) => {
    playSound('refused');
    if (askOversell(error, () => openDialog({ kind: 'payment', begun: { kind, text, reference, label } })))
      return;
    const code = error instanceof CallError ? error.code : '';
    if (OLD_CART.has(code)) cart.refresh();
    setProblem({
      where: ABOUT_REFERENCE.has(code) ? 'reference' : 'amount',
      message: errorMessage(t, error),
    });
  };

  const complete = async (open: SaleView, payment: LastPayment | null) => {
    const done = await command('sale.complete', {
      saleId: open.id,
      expectedTotalMinor: open.totalMinor,
      payment,
    });
    cart.show(null);
    showDone(done);
    announce(t('pay.announceDone', { change: money(done.changeMinor), number: done.fiscalNumber }), {
      urgent: true,
    });
  };

  /** Closes the sale when this tender settles it, else notes the tender and asks for the rest. */
  const take = async (open: SaleView, amount: number) => {
    const payment = { kind, label: label.trim(), amountMinor: amount, reference: reference.trim() || null };
    const settles =
      text === '' ||
      (await query('sale.previewPayment', { saleId: open.id, kind, amountMinor: amount })).remainingMinor ===
        0;
    if (settles) return complete(open, payment);
    cart.show(await command('sale.addPayment', { saleId: open.id, ...payment }));
    setTextOnly('');
    setReferenceOnly('');
    setLabel('');
    setKindOnly('cash');
  };

  const { busy, submit } = useSubmit(async () => {
    setProblem(null);
    try {
      if (sale === null) return;
      if (settled) await complete(sale, null);
      else if (amountMinor === undefined) setProblem({ where: 'amount', message: t('common:cannotRead') });
      else await take(sale, amountMinor);
    } catch (error) {
      complain(error);
    }
  });

  const settledAmountMinor = useDebounced(amountMinor ?? 0, PREVIEW_AFTER_MS);
  const wanted = { saleId: sale?.id ?? '', kind, amountMinor: settledAmountMinor };
  const preview = useCall('sale.previewPayment', wanted, {
    // While the money is being taken the news of it comes first: what it would do is no longer a question.
    enabled: sale !== null && amountMinor !== undefined && !settled && !busy,
    keepPrevious: true,
  });

  const removal = useSubmit(async (paymentId: string) => {
    if (sale === null) return;
    try {
      cart.show(await command('sale.removePayment', { saleId: sale.id, paymentId }));
    } catch (error) {
      complain(error);
    }
  });

  return {
    kind,
    setKind: (next: Tender) => {
      setKindOnly(next);
      setProblem(null);
    },
    text,
    setText: (next: string) => {
      setTextOnly(next);
      setProblem(null);
    },
    reference,
    setReference: (next: string) => {
      setReferenceOnly(next);
      setProblem(null);
    },
    label,
    setLabel,
    amountMinor,
    settled,
    preview: preview.error ? undefined : preview.data,
    problem:
      problem ??
      (cardNumber
        ? { where: 'reference' as const, message: t('errors:payment.cardNumber') }
        : previewProblem()),
    busy,
    submit: () => void submit(),
    removePayment: (paymentId: string) => void removal.submit(paymentId),
  };

  function previewProblem(): PaymentProblem | null {
    if (!preview.error || settled) return null;
    return preview.error.code === 'payment.exceedsDue'
      ? { where: 'amount', message: errorMessage(t, preview.error) }
      : null;
  }
}

export type Payment = ReturnType<typeof usePayment>;
