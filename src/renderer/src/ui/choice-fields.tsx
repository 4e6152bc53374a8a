import {
  Checkbox as MantineCheckbox,
  Switch as MantineSwitch,
  SegmentedControl,
  Select,
} from '@mantine/core';
import { useId } from 'react';
import styles from './choice-fields.module.css';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import { Field, type FieldFrame } from './field.tsx';

export interface Choice<T extends string> {
  value: T;
  label: string;
  disabled?: boolean;
}

export type SelectFieldProps<T extends string> = FieldFrame & {
  options: readonly Choice<T>[];
  value: T | null;
  onChange: (value: T) => void;
  placeholder?: string;
  searchable?: boolean;
  /** Shown when a search finds nothing. */
  nothingFound?: string;
  size?: 'dense' | 'touch';
  disabled?: boolean;
};

/** One of many, from a list that opens; searchable when asked. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, labelHidden, hint, error, required, options, value, onChange } = props;
  return (
    <Field {...{ label, labelHidden, hint, error, required }}>
      {(ids) => (
        <Select
          {...ids}
          data={[...options]}
          value={value}
          onChange={(next) => {
            if (next !== null) onChange(next as T);
          }}
          allowDeselect={false}
          searchable={props.searchable ?? false}
          disabled={props.disabled ?? false}
          {...(props.placeholder ? { placeholder: props.placeholder } : {})}
          {...(props.nothingFound ? { nothingFoundMessage: props.nothingFound } : {})}
          comboboxProps={{ transitionProps: { duration: 0 } }}
          classNames={{
            input: classNames(fieldStyles.input, props.size === 'touch' && fieldStyles.touch),
            dropdown: styles.dropdown ?? '',
            option: styles.option ?? '',
          }}
        />
      )}
    </Field>
  );
}

export interface ToggleProps {
  label: string;
  hint?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean | undefined;
}

/** On or off, at once. */
export function Switch({ label, hint, checked, onChange, disabled = false }: ToggleProps) {
  return (
    <MantineSwitch
      label={label}
      description={hint}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
      classNames={{
        label: styles.label ?? '',
        description: styles.description ?? '',
        track: styles.track ?? '',
      }}
      withThumbIndicator={false}
    />
  );
}

/** Chosen or not, as part of a form or a list. */
export function Checkbox({
  label,
  hint,
  checked,
  onChange,
  disabled = false,
  size = 'dense',
}: ToggleProps & { /** touch: a finger gets 44 px of it. */ size?: 'dense' | 'touch' }) {
  return (
    <MantineCheckbox
      label={label}
      description={hint}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
      classNames={{
        body: size === 'touch' ? (styles.touchBody ?? '') : '',
        label: styles.label ?? '',
        description: styles.description ?? '',
        input: styles.box ?? '',
      }}
    />
  );
}

export interface SegmentedProps<T extends string> {
  label: string;
  options: readonly Choice<T>[];
  value: T;
  onChange: (value: T) => void;
  size?: 'dense' | 'touch';
}

/** One of a few, all in sight. */
export function Segmented<T extends string>({
  label,
  options,
  value,
  onChange,
  size = 'dense',
}: SegmentedProps<T>) {
  const name = useId();
  return (
    <SegmentedControl<T>
      aria-label={label}
      name={name}
      data={[...options]}
      value={value}
      onChange={onChange}
      transitionDuration={100}
      classNames={{
        root: styles.segmented ?? '',
        indicator: styles.indicator ?? '',
        label: (size === 'touch' ? styles.segmentTouch : styles.segment) ?? '',
      }}
    />
  );
}
