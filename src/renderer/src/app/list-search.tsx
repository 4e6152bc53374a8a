import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../ui/index.ts';

const PAUSE_MS = 120;

interface ListSearchProps {
  label: string;
  placeholder: string;
  /** What the list is searched for now, e.g. from the address. */
  value: string;
  onChange: (value: string) => void;
}

/** A search field above a list: what is typed shows at once, the list follows after a short pause. */
export function ListSearch({ label, placeholder, value, onChange }: ListSearchProps) {
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
  return (
    <SearchField
      label={label}
      clearLabel={t('clear')}
      placeholder={placeholder}
      value={text}
      onChange={setText}
    />
  );
}
