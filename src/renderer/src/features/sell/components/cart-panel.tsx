import {
  ChevronDown,
  Ellipsis,
  GraduationCap,
  ShoppingBag,
  ShoppingBasket,
  UserRound,
  UserRoundPlus,
  X,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { keyCap } from '../../../app/commands.ts';
import { useFormat } from '../../../app/format.ts';
import { Button, EmptyState, IconButton, Kbd, Menu } from '../../../ui/index.ts';
import { openDialog, type SaleView, setCartOpen, useTill } from '../till/till-state.ts';
import { useCartActions } from '../till/use-cart-actions.ts';
import { useLineActions } from '../till/use-line-actions.ts';
import type { TillCommandId, useTillCommands } from '../till/use-till-commands.ts';
import { CommandButton } from './bottom-bar.tsx';
import styles from './cart.module.css';
import { CartLine } from './cart-line.tsx';
import { CartTotals } from './cart-totals.tsx';

export interface CartPanelProps {
  sale: SaleView | null;
  commands: ReturnType<typeof useTillCommands>;
}

const MORE: readonly TillCommandId[] = [
  'customer',
  'line',
  'remove',
  'carts',
  'takeaway',
  'training',
  'void',
];

/** The right side of the till: customer, lines, totals, and the one big button. */
export function CartPanel({ sale, commands }: CartPanelProps) {
  const { t } = useTranslation('sell');
  const { money } = useFormat();
  const open = useTill((state) => state.cartOpen);
  const filled = sale !== null && sale.lines.length > 0;
  return (
    <section className={styles.cart} aria-label={t('cart.title')} data-open={open || undefined} id="cart">
      <CartCustomer sale={sale} />
      {sale?.kind === 'training' ? (
        <p className={styles.training}>
          <GraduationCap size={16} aria-hidden /> {t('training.banner')}
        </p>
      ) : null}
      {sale?.taxContext === 'takeaway' ? (
        <p className={styles.context}>
          <ShoppingBag size={16} aria-hidden /> {t('takeaway')}
        </p>
      ) : null}
      <CartLines sale={sale} />
      <div className={styles.totals}>
        {sale && filled ? <CartTotals sale={sale} /> : null}
        <div className={styles.buttons}>
          <CommandButton command={commands.hold} />
          <CommandButton command={commands.discount} />
          <MoreMenu commands={commands} />
        </div>
        <Button
          size="hero"
          variant="primary"
          shortcut={keyCap(commands.charge)}
          trailing={money(sale?.totalMinor ?? 0)}
          fullWidth
          disabled={!filled}
          onClick={commands.charge.perform}
        >
          {t('commands.charge')}
        </Button>
      </div>
    </section>
  );
}

function CartCustomer({ sale }: { sale: SaleView | null }) {
  const { t } = useTranslation('sell');
  const { date } = useFormat();
  const { setCustomer } = useCartActions();
  const customer = sale?.customer ?? null;
  const Icon = customer ? UserRound : UserRoundPlus;
  const visit = customer?.lastVisitAtMs
    ? t('customer.lastVisit', { date: date(customer.lastVisitAtMs) })
    : t('customer.firstVisit');
  return (
    <div className={styles.customer}>
      <button
        type="button"
        className={styles.customerButton}
        aria-keyshortcuts="F2"
        onClick={() => openDialog({ kind: 'customer', text: '' })}
      >
        <span className={customer ? styles.disc : styles.discQuiet}>
          <Icon size={18} strokeWidth={1.75} aria-hidden />
        </span>
        <span className={styles.customerWords}>
          <strong className={styles.lineName}>{customer?.name ?? t('customer.none')}</strong>
          <span className={styles.lineNote}>
            {customer ? [customer.phone, visit].filter(Boolean).join(' · ') : t('customer.noneHint')}
          </span>
        </span>
        {customer ? null : <Kbd keys="F2" />}
      </button>
      {customer ? (
        <IconButton
          icon={X}
          size="touch"
          label={t('customer.takeOff')}
          onClick={() => void setCustomer(null)}
        />
      ) : null}
      <IconButton
        icon={ChevronDown}
        size="touch"
        label={t('cart.hide')}
        className={styles.hide}
        onClick={() => setCartOpen(false)}
      />
    </div>
  );
}

function CartLines({ sale }: { sale: SaleView | null }) {
  const { t } = useTranslation('sell');
  const actions = useLineActions();
  const selectedLineId = useTill((state) => state.selectedLineId);
  if (!sale || sale.lines.length === 0) {
    return (
      <div className={styles.empty}>
        <EmptyState icon={ShoppingBasket} title={t('cart.empty')}>
          {t('cart.emptyHint')}
        </EmptyState>
      </div>
    );
  }
  return (
    <ul className={styles.lines}>
      {sale.lines.map((line) => (
        <CartLine key={line.id} line={line} selected={line.id === selectedLineId} actions={actions} />
      ))}
    </ul>
  );
}

function MoreMenu({ commands }: { commands: CartPanelProps['commands'] }) {
  const { t } = useTranslation();
  return (
    <Menu
      size="touch"
      trigger={<IconButton icon={Ellipsis} label={t('common:more')} variant="secondary" size="touch" />}
      items={MORE.filter((id) => id !== 'takeaway' || commands.takeaway.isAvailable?.()).map((id) => {
        const command = commands[id];
        return {
          id,
          label: t(command.labelKey),
          icon: command.icon,
          shortcut: keyCap(command),
          disabled: command.isAvailable?.() === false,
          danger: id === 'void',
          separated: id === 'carts' || id === 'void',
          onSelect: command.perform,
        };
      })}
    />
  );
}
