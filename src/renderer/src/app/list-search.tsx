import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../ui/index.ts';

const PAUSE_MS = 120;

interface ListSearchProps {
  label: string;
  placeholder: string;
  /** What the list is searched for now, e.g. from the address. */
  value: string;
  onChange: (value: string) => void;
  /** Enter: what goes by exactly this text. */
  onFind?: (text: string) => void;
  ref?: Ref<HTMLInputElement> | undefined;
}

/** Down from the field is the list below it. */
function intoList(event: KeyboardEvent<HTMLInputElement>): void {
  const list = event.currentTarget.closest('main')?.querySelector<HTMLElement>('[role="grid"]');
  if (!list) return;
  event.preventDefault();
  list.focus();
}

/** A search field above a list: what is typed shows at once, the list follows after a short pause. */
export function ListSearch({ label, placeholder, value, onChange, onFind, ref }: ListSearchProps) {
  const { t } = useTranslation('common');
  const [text, setText] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text === told.current) return;
    const timer = setTimeout(() => {
      told.current = text;
      onChange(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') intoList(event);
    if (!onFind || event.key !== 'Enter' || text.trim() === '') return;
    event.preventDefault();
    onFind(text.trim());
  };
  return (
    <SearchField
      ref={ref}
      label={label}
      clearLabel={t('clear')}
      placeholder={placeholder}
      value={text}
      onChange={setText}
      onKeyDown={onKeyDown}
    />
  );
}
