import { Ellipsis, Inbox, Keyboard, Pause, Percent, ReceiptText, Undo2, UserRound, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import {
  Badge,
  Button,
  ChipRow,
  IconButton,
  KeyValueList,
  QuantityStepper,
  SearchField,
  Tile,
} from '../../ui/index.ts';
import { useFormat } from '../format.ts';
import styles from './gallery.module.css';
import { PaymentSample } from './payment-sample.tsx';
import { fillShell, PRODUCTS } from './samples.ts';

const CATEGORIES = [
  'Favourites',
  'Kitchen',
  'Candles & light',
  'Bags',
  'Christmas',
  'Garden',
  'Toys',
  'Party',
  'Home',
  'Decoration',
].map((label) => ({ value: label, label }));

/** The till as the pictures show it, made of the design system alone. */
export function SellSampleScreen() {
  useEffect(fillShell, []);
  const { money, number } = useFormat();
  const [query, setQuery] = useState('');
  const [category, setCategory] = useState('Favourites');
  return (
    <div className={styles.till}>
      <div className={styles.tillMain}>
        <SearchField
          variant="scan"
          label="Scan or search"
          clearLabel="Clear"
          placeholder="Scan, or type a name, code or customer"
          value={query}
          onChange={setQuery}
          autoFocus
        />
        <ChipRow
          label="Categories"
          moreLabel="More categories"
          options={CATEGORIES}
          value={category}
          onChange={setCategory}
        />
        <div className={styles.tiles}>
          {PRODUCTS.slice(0, 16).map((product) => (
            <Tile
              key={product.code}
              name={product.name}
              hueKey={product.category}
              priceText={money(product.priceMinor)}
              note={<StockNote stock={product.stock} text={number(product.stock)} />}
            />
          ))}
        </div>
        <div className={styles.tillFoot}>
          <Button size="touch" icon={Undo2} shortcut="F8">
            Return
          </Button>
          <Button size="touch" icon={Inbox} shortcut="F9">
            Drawer
          </Button>
          <Button size="touch" icon={ReceiptText} shortcut="F10">
            Last receipt
          </Button>
          <span className={styles.spring} />
          <Button size="touch" icon={Keyboard} shortcut="F1">
            Keys
          </Button>
        </div>
      </div>
      <CartSample />
    </div>
  );
}

function StockNote({ stock, text }: { stock: number; text: string }) {
  if (stock === 0) return <Badge tone="danger">Out</Badge>;
  return stock < 10 ? <Badge tone="warning">{text} left</Badge> : text;
}

const LINES = [
  { name: 'Jumbo bag red retrospot', note: '£2.08 · 3 for £5.50', quantity: '3', totalMinor: 550 },
  { name: 'Regency cakestand 3 tier', note: '£12.75', quantity: '1', totalMinor: 1275 },
  { name: 'White hanging heart T-light holder', note: '£2.95', quantity: '2', totalMinor: 590 },
  { name: 'Fresh ginger, per kg', note: '£6.80 / kg · 0.420 kg', quantity: '0.42', totalMinor: 286 },
];

function CartSample() {
  const { money } = useFormat();
  const [paying, setPaying] = useState(false);
  return (
    <section className={styles.cart} aria-label="Cart">
      <div className={styles.customer}>
        <span className={styles.customerDisc}>
          <UserRound size={18} strokeWidth={1.75} aria-hidden />
        </span>
        <span className={styles.grow}>
          <strong className={styles.lineName}>Ana Ribeiro</strong>
          <span className={styles.lineNote}>1,240 points · last visit 12 Nov</span>
        </span>
        <IconButton icon={X} label="Take the customer off" size="touch" />
      </div>
      <ul className={styles.lines}>
        {LINES.map((line, index) => (
          <li key={line.name} className={styles.line} data-active={index === 2 || undefined}>
            <QuantityStepper
              label={line.name}
              text={line.quantity}
              decreaseLabel="One less"
              increaseLabel="One more"
              onDecrease={() => undefined}
              onIncrease={() => undefined}
            />
            <span className={styles.grow}>
              <strong className={styles.lineName}>{line.name}</strong>
              <span className={styles.lineNote}>{line.note}</span>
            </span>
            <strong className={`${styles.lineTotal} tabular`}>{money(line.totalMinor)}</strong>
          </li>
        ))}
      </ul>
      <div className={styles.totals}>
        <KeyValueList
          items={[
            { id: 'subtotal', label: 'Subtotal, 7 items', value: money(2775), tone: 'quiet' },
            { id: 'offer', label: '3 for £5.50 on jumbo bags', value: money(-74), tone: 'success' },
            { id: 'tax', label: 'VAT included 20 %', value: money(450), tone: 'quiet' },
          ]}
        />
        <div className={styles.cartButtons}>
          <Button size="touch" icon={Pause} shortcut="F4">
            Hold
          </Button>
          <Button size="touch" icon={Percent} shortcut="F6">
            Discount
          </Button>
          <IconButton icon={Ellipsis} label="More" variant="secondary" size="touch" />
        </div>
        <Button
          size="hero"
          variant="primary"
          shortcut="F12"
          trailing={money(2701)}
          fullWidth
          onClick={() => setPaying(true)}
        >
          Charge
        </Button>
      </div>
      <PaymentSample opened={paying} onClose={() => setPaying(false)} />
    </section>
  );
}
