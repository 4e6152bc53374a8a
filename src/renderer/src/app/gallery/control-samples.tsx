import { Pause, Plus, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { Badge, Button, ChipRow, IconButton, Initials, Kbd, Menu, Tile } from '../../ui/index.ts';
import styles from './gallery.module.css';

export function ButtonSamples() {
  return (
    <div className={styles.stack}>
      {(['dense', 'touch'] as const).map((size) => (
        <div key={size} className={styles.wrap}>
          <Button size={size} variant="primary" icon={Plus} shortcut="Ctrl N">
            Primary
          </Button>
          <Button size={size} icon={Pause} shortcut="F4">
            Secondary
          </Button>
          <Button size={size} variant="quiet">
            Quiet
          </Button>
          <Button size={size} variant="danger" icon={Trash2}>
            Danger
          </Button>
          <Button size={size} loading>
            Loading
          </Button>
          <Button size={size} disabled>
            Disabled
          </Button>
          <Button size={size} selected>
            Selected
          </Button>
          <IconButton size={size} icon={X} label="Close" variant="secondary" />
        </div>
      ))}
      <Button size="hero" variant="primary" shortcut="F12" trailing="£27.01">
        Charge
      </Button>
      <div className={styles.wrap}>
        <Menu
          trigger={<Button>Menu</Button>}
          items={[
            { id: 'print', label: 'Print again', shortcut: 'F10', onSelect: () => undefined },
            { id: 'void', label: 'Void', danger: true, separated: true, onSelect: () => undefined },
          ]}
        />
        <Kbd keys="F1" /> <Kbd keys="Ctrl K" /> <Kbd keys="Enter" />
      </div>
    </div>
  );
}

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
].map((label) => ({ value: label, label }));

export function ChipSamples() {
  const [chosen, setChosen] = useState('Favourites');
  return (
    <div className={styles.stack}>
      <ChipRow
        label="Categories"
        moreLabel="More categories"
        options={CATEGORIES}
        value={chosen}
        onChange={setChosen}
      />
      <div className={styles.wrap}>
        {(['neutral', 'accent', 'success', 'warning', 'danger'] as const).map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
      </div>
      <div className={styles.wrap}>
        {CATEGORIES.map(({ label }) => (
          <Initials key={label} name={label} />
        ))}
        <Initials name="Maya K." shape="round" />
      </div>
    </div>
  );
}

export function TileSamples() {
  return (
    <div className={styles.tiles}>
      <Tile name="White hanging heart T-light holder" priceText="£2.95" note="412" />
      <Tile
        name="Pack of 72 retrospot cake cases"
        priceText="£0.55"
        note={<Badge tone="warning">6 left</Badge>}
      />
      <Tile name="农夫山泉 550ml" priceText="¥2.00" note={<Badge tone="danger">Out</Badge>} disabled />
    </div>
  );
}
