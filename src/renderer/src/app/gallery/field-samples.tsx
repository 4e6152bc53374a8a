import { useState } from 'react';
import {
  applyPadKey,
  Checkbox,
  FormRow,
  MoneyField,
  NumberField,
  NumberPad,
  QuantityStepper,
  SearchField,
  Segmented,
  SelectField,
  Switch,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { useFormat } from '../format.ts';
import styles from './gallery.module.css';

export function FieldSamples() {
  const format = useFormat();
  const [name, setName] = useState('Regency cakestand 3 tier');
  const [query, setQuery] = useState('');
  const [priceMinor, setPriceMinor] = useState<number | null>(1275);
  const [quantityMilli, setQuantityMilli] = useState<number | null>(420);
  const [unit, setUnit] = useState<'each' | 'kg'>('each');
  const [on, setOn] = useState(true);
  const [view, setView] = useState<'list' | 'tiles'>('list');
  return (
    <div className={styles.stack}>
      <SearchField
        variant="scan"
        label="Scan"
        clearLabel="Clear"
        placeholder="Scan, or type a name, code or customer"
        value={query}
        onChange={setQuery}
      />
      <FormRow>
        <TextField label="Name" required value={name} onChange={setName} hint="As on the shelf label" />
        <TextField
          label="Code"
          value="22423"
          onChange={() => undefined}
          error="Another product has this code"
        />
      </FormRow>
      <FormRow>
        <MoneyField
          label="Price"
          value={priceMinor}
          onChange={setPriceMinor}
          parse={format.parseMoney}
          format={format.moneyInput}
          invalidMessage="Check the figures"
        />
        <NumberField
          label="Quantity"
          value={quantityMilli}
          onChange={setQuantityMilli}
          parse={format.parseQuantity}
          format={format.quantityInput}
          invalidMessage="Check the figures"
        />
        <SelectField
          label="Unit"
          value={unit}
          onChange={setUnit}
          options={[
            { value: 'each', label: 'Each' },
            { value: 'kg', label: 'Kilogram' },
          ]}
        />
      </FormRow>
      <TextArea label="Note" value="Handle with care." onChange={() => undefined} />
      <div className={styles.wrap}>
        <Switch label="Sold at the till" checked={on} onChange={setOn} />
        <Checkbox label="Ask for age" checked={on} onChange={setOn} />
        <Segmented
          label="View"
          value={view}
          onChange={setView}
          options={[
            { value: 'list', label: 'List' },
            { value: 'tiles', label: 'Tiles' },
          ]}
        />
      </div>
    </div>
  );
}

export function PadSamples() {
  const { decimalSeparator } = useFormat();
  const [typed, setTyped] = useState('');
  const [count, setCount] = useState(3);
  return (
    <div className={styles.stack}>
      <TextField label="Typed" figures size="touch" readOnly value={typed} onChange={setTyped} />
      <NumberPad
        label="Amount"
        backspaceLabel="Delete the last digit"
        clearLabel="Clear"
        decimalSeparator={decimalSeparator}
        onKey={(key) => setTyped(applyPadKey(typed, key, { decimalSeparator, maxDecimals: 2 }))}
      />
      <QuantityStepper
        label="Party bunting"
        text={String(count)}
        decreaseLabel="One less"
        increaseLabel="One more"
        onDecrease={() => setCount(count - 1)}
        onIncrease={() => setCount(count + 1)}
        onEdit={() => setCount(1)}
      />
    </div>
  );
}
