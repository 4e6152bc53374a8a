import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../app/commands.ts';
import { errorMessage } from '../../app/error-message.ts';
import { setShell } from '../../app/shell-state.ts';
import { ErrorState } from '../../ui/index.ts';
import { NeedsDevice } from '../session/needs-device.tsx';
import { BottomBar } from './components/bottom-bar.tsx';
import { CartPanel } from './components/cart-panel.tsx';
import { FindSide } from './components/find-side.tsx';
import { NarrowBar } from './components/narrow-bar.tsx';
import { TillDialogs } from './dialogs/till-dialogs.tsx';
import styles from './sell.module.css';
import { useOpenCart } from './till/till-cart.ts';
import { openDialog, useTill } from './till/till-state.ts';
import { useAdd } from './till/use-add.ts';
import { useKeptFocus } from './till/use-kept-focus.ts';
import { useScans } from './till/use-scans.ts';
import { useTillCommands } from './till/use-till-commands.ts';

/** The till where this device is one, or how it becomes one. */
export function SellScreen() {
  return (
    <NeedsDevice>
      <Till />
    </NeedsDevice>
  );
}

/** Scan or find on the left, the cart on the right, everything else in dialogs above. */
function Till() {
  const { t } = useTranslation('sell');
  const field = useRef<HTMLInputElement>(null);
  const cart = useOpenCart();
  const sale = cart.data?.sale ?? null;
  const add = useAdd();
  const commands = useTillCommands(sale);
  useCommands(Object.values(commands));
  const pushScan = useScans(add.scan);
  useTopbar(cart.data?.heldCount ?? 0);
  const keepFocus = useKeptFocus(field);
  if (cart.error && !cart.data) {
    return (
      <ErrorState
        title={t('common:loadFailed')}
        next={{ label: t('common:tryAgain'), perform: () => void cart.refetch() }}
      >
        {errorMessage(t, cart.error)}
      </ErrorState>
    );
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus where scanners type */}
      <div className={styles.till} onMouseDown={keepFocus}>
        <div className={styles.main}>
          <FindSide add={add} field={field} onCode={pushScan} />
          <BottomBar commands={[commands.refund, commands.drawer, commands.lastReceipt]} />
        </div>
        <CartPanel sale={sale} commands={commands} />
        <NarrowBar sale={sale} charge={commands.charge} />
      </div>
      <TillDialogs sale={sale} add={add} />
    </>
  );
}

/** Fills the top bar while the till is on screen. */
function useTopbar(heldCartCount: number): void {
  useEffect(() => setShell({ heldCartCount }), [heldCartCount]);
  useEffect(() => {
    setShell({ onHeldCarts: () => openDialog({ kind: 'carts' }) });
    return () => {
      setShell({ onHeldCarts: null, heldCartCount: 0 });
      useTill.setState({ dialog: null, cartOpen: false, selectedLineId: null });
    };
  }, []);
}
