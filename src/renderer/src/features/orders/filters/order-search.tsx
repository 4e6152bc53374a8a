import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../../ui/index.ts';

const PAUSE_MS = 120;

interface OrderSearchProps {
  /** What the list is searched for now. */
  value: string;
  onChange: (text: string) => void;
  /** Enter: the order that goes by exactly this. */
  onFind: (text: string) => void;
  ref?: Ref<HTMLInputElement> | undefined;
}

/** The list follows the typing after a short pause; Enter opens the order of that number at once. */
export function OrderSearch({ value, onChange, onFind, ref }: OrderSearchProps) {
  const { t } = useTranslation('orders');
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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return;
    event.preventDefault();
    onFind(text.trim());
  };
  return (
    <SearchField
      ref={ref}
      label={t('search')}
      clearLabel={t('common:clear')}
      placeholder={t('searchPlaceholder')}
      value={text}
      onChange={setText}
      onKeyDown={onKeyDown}
    />
  );
}
