import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../../ui/index.ts';

export interface ScanFieldProps {
  ref: Ref<HTMLInputElement>;
  value: string;
  onChange: (value: string) => void;
  onEnter: () => void;
  /** 1 down or right, -1 up or left; row: a whole row of tiles. */
  onMove: (direction: 1 | -1, by: 'row' | 'one') => boolean;
  onClear: () => void;
  /** Keys that mean the selected line while the field is empty. */
  onLine: (act: 'more' | 'less' | 'remove') => void;
}

const MOVES: Readonly<Record<string, readonly [1 | -1, 'row' | 'one']>> = {
  ArrowDown: [1, 'row'],
  ArrowUp: [-1, 'row'],
  ArrowRight: [1, 'one'],
  ArrowLeft: [-1, 'one'],
};
const LINE_KEYS: Readonly<Record<string, 'more' | 'less' | 'remove'>> = {
  NumpadAdd: 'more',
  NumpadSubtract: 'less',
  Delete: 'remove',
};

/** The one field of the till: scanners type into it, people type names, codes, "3*" and customers. */
export function ScanField(props: ScanFieldProps) {
  const { t } = useTranslation('sell');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (handle(event, props)) event.preventDefault();
  };
  return (
    <SearchField
      ref={props.ref}
      variant="scan"
      label={t('scanField')}
      clearLabel={t('common:clear')}
      placeholder={t('scanPlaceholder')}
      value={props.value}
      onChange={props.onChange}
      onKeyDown={onKeyDown}
      maxLength={200}
      autoFocus
    />
  );
}

function handle(event: KeyboardEvent, props: ScanFieldProps): boolean {
  if (event.key === 'Enter') {
    if (!event.repeat) props.onEnter();
    return true;
  }
  if (event.key === 'Escape') {
    props.onClear();
    return true;
  }
  const move = MOVES[event.key];
  if (move) return props.onMove(...move);
  const act = LINE_KEYS[event.code];
  if (!act || props.value !== '') return false;
  props.onLine(act);
  return true;
}
