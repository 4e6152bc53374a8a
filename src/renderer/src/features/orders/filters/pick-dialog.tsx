import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, classNames, Dialog, SearchField } from '../../../ui/index.ts';
import styles from './filters.module.css';

export interface Pick {
  id: string;
  name: string;
  hint: string;
}

interface PickDialogProps {
  title: string;
  searchLabel: string;
  /** A hook: what is found for a text. */
  useFound: (text: string) => readonly Pick[];
  chosenId: string;
  /** The empty text takes the filter away. */
  onChoose: (id: string) => void;
  onClose: () => void;
}

/** One of many: type a few letters, move with the arrows, choose with Enter, or tap. */
export function PickDialog({ title, searchLabel, useFound, chosenId, onChoose, onClose }: PickDialogProps) {
  const { t } = useTranslation('orders');
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const found = useFound(text.trim());
  const listId = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const pick = found[active];
    if (event.key === 'Enter' && pick) onChoose(pick.id);
    else if (step !== undefined && found.length > 0) setActive((active + step + found.length) % found.length);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      size="small"
      actions={chosenId === '' ? null : <Button onClick={() => onChoose('')}>{t('pick.remove')}</Button>}
    >
      <div className={styles.pick}>
        <div>
          <SearchField
            data-autofocus
            label={searchLabel}
            placeholder={searchLabel}
            clearLabel={t('common:clear')}
            value={text}
            role="combobox"
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={found[active] ? `${listId}-${active}` : undefined}
            onKeyDown={onKeyDown}
            onChange={(next) => {
              setText(next);
              setActive(0);
            }}
          />
        </div>
        <div id={listId} role="listbox" aria-label={title} className={styles.found}>
          {found.map((pick, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys
            <div
              key={pick.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={classNames(styles.option, index === active && styles.activeOption)}
              onClick={() => onChoose(pick.id)}
            >
              <span className={styles.optionName}>{pick.name}</span>
              <span className={styles.optionHint}>{pick.hint}</span>
            </div>
          ))}
        </div>
        {found.length === 0 ? <p className={styles.none}>{t('pick.none')}</p> : null}
      </div>
    </Dialog>
  );
}
