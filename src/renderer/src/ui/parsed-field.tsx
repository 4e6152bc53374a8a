import { useState } from 'react';
import { TextField, type TextFieldProps } from './text-field.tsx';

export interface ParsedFieldProps
  extends Omit<TextFieldProps, 'value' | 'onChange' | 'onBlur' | 'onFocus' | 'figures'> {
  /** The value in the caller's integer unit (minor units, thousandths, parts a million); null is empty. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** Text → value; undefined when it cannot be read. Never called with blank text. */
  parse: (text: string) => number | undefined;
  /** Value → the text to edit. */
  format: (value: number) => string;
  /** Shown when the text cannot be read. */
  invalidMessage: string;
  /** What the field begins with where it could not be read. */
  unread?: string | undefined;
  /** Told at every change what stands there and cannot be read, if so: a form must not be saved past it. */
  onUnread?: (text: string | undefined) => void;
}

/** A number typed as text: the caller's parser decides, so that no float ever touches the value. */
export function ParsedField({
  value,
  onChange,
  parse,
  format,
  invalidMessage,
  unread,
  onUnread,
  error,
  ...field
}: ParsedFieldProps) {
  const [draft, setDraft] = useState<string | null>(unread ?? null);
  const text = draft ?? (value === null ? '' : format(value));
  const unreadable = draft !== null && draft.trim() !== '' && parse(draft) === undefined;
  const edit = (next: string) => {
    setDraft(next);
    const parsed = next.trim() === '' ? null : parse(next);
    onUnread?.(parsed === undefined ? next : undefined);
    if (parsed !== undefined) onChange(parsed);
  };
  return (
    <TextField
      inputMode="decimal"
      {...field}
      figures
      value={text}
      error={unreadable ? invalidMessage : error}
      onChange={edit}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        if (!unreadable) setDraft(null);
      }}
    />
  );
}

/** A quantity or count; units are the caller's (see ParsedField). */
export function NumberField(props: ParsedFieldProps) {
  return <ParsedField {...props} />;
}

/** An amount of money in minor units; the caller passes the currency's parser and formatter. */
export function MoneyField(props: ParsedFieldProps) {
  return <ParsedField {...props} />;
}
