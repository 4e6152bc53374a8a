import { ShoppingBasket } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Command, keyCap } from '../../../app/commands.ts';
import { useFormat } from '../../../app/format.ts';
import { Button } from '../../../ui/index.ts';
import styles from '../sell.module.css';
import { type SaleView, setCartOpen, useTill } from '../till/till-state.ts';

/** Narrow screens: how much is in the cart, and charging it; the cart itself opens over the tiles. */
export function NarrowBar({ sale, charge }: { sale: SaleView | null; charge: Command }) {
  const { t } = useTranslation('sell');
  const { money } = useFormat();
  const open = useTill((state) => state.cartOpen);
  const count = sale?.itemCount ?? 0;
  if (open) return null;
  return (
    <div className={styles.narrowBar}>
      <Button
        size="touch"
        icon={ShoppingBasket}
        className={styles.narrowCart}
        aria-expanded={open}
        aria-controls="cart"
        onClick={() => setCartOpen(true)}
      >
        {t('cart.count', { count })}
      </Button>
      <Button
        size="hero"
        variant="primary"
        shortcut={keyCap(charge)}
        trailing={money(sale?.totalMinor ?? 0)}
        disabled={count === 0}
        onClick={charge.perform}
      >
        {t('commands.charge')}
      </Button>
    </div>
  );
}
