import { Banknote, CreditCard, Gift, QrCode, Star, Wallet, X } from 'lucide-react';
import { useState } from 'react';
import { applyPadKey, Button, IconButton, NumberPad, Sheet } from '../../ui/index.ts';
import { useFormat } from '../format.ts';
import styles from './gallery.module.css';

const METHODS = [
  { label: 'Cash', icon: Banknote },
  { label: 'Card', icon: CreditCard },
  { label: 'Alipay / WeChat', icon: QrCode },
  { label: 'Gift card', icon: Gift },
  { label: 'Points', icon: Star },
  { label: 'Account', icon: Wallet },
];

/** The payment sheet as the pictures show it. */
export function PaymentSample({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { money, parseMoney, decimalSeparator } = useFormat();
  const [typed, setTyped] = useState('20');
  const tendered = parseMoney(typed) ?? 0;
  return (
    <Sheet
      opened={opened}
      onClose={onClose}
      label="Payment"
      header={
        <div className={styles.sums}>
          <Sum label="To pay" text={money(2701)} className={styles.due} />
          <Sum label="Still due" text={money(1701)} className={styles.still} />
        </div>
      }
      footer={
        <>
          <Sum label="Change" text={money(Math.max(0, tendered - 1701))} className={styles.change} />
          <span className={styles.spring} />
          <Button size="touch" shortcut="Esc" className={styles.tall} onClick={onClose}>
            Back
          </Button>
          <Button size="touch" variant="primary" shortcut="Enter" className={styles.tall} data-autofocus>
            Take {money(tendered)} and finish
          </Button>
        </>
      }
    >
      <div className={styles.pay}>
        <div className={styles.payMain}>
          <div className={styles.methods}>
            {METHODS.map((method, index) => (
              <Button
                key={method.label}
                size="touch"
                icon={method.icon}
                shortcut={`F${index + 1}`}
                selected={index === 0}
                className={styles.method}
              >
                {method.label}
              </Button>
            ))}
          </div>
          <p className={styles.lineNote}>Cash received</p>
          <div className={styles.quick}>
            {['17.01', '18', '20', '50'].map((amount) => (
              <Button key={amount} size="touch" selected={amount === typed} onClick={() => setTyped(amount)}>
                {money(parseMoney(amount) ?? 0)}
              </Button>
            ))}
          </div>
          <p className={styles.lineNote}>Paid so far</p>
          <div className={styles.tender}>
            <Gift size={18} strokeWidth={1.75} aria-hidden />
            <span className={styles.grow}>Gift card ···· 4417</span>
            <strong className="tabular">{money(1000)}</strong>
            <IconButton icon={X} label="Take back" />
          </div>
        </div>
        <NumberPad
          label="Number pad"
          backspaceLabel="Delete"
          clearLabel="Clear"
          decimalSeparator={decimalSeparator}
          onKey={(key) => setTyped(applyPadKey(typed, key, { decimalSeparator, maxDecimals: 2 }))}
        />
      </div>
    </Sheet>
  );
}

function Sum({ label, text, className }: { label: string; text: string; className: string | undefined }) {
  return (
    <span className={styles.sum}>
      <span className={styles.lineNote}>{label}</span>
      <strong className={`${className} tabular`}>{text}</strong>
    </span>
  );
}
