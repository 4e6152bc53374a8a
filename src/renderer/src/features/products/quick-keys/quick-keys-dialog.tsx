import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CorrectedNotice } from '../../../app/corrected-notice.tsx';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { ListSearch } from '../../../app/list-search.tsx';
import { useCall, useCommand } from '../../../client/hooks.ts';
import { Button, Dialog, FieldError, IconButton, notify, QueryState } from '../../../ui/index.ts';
import { useScanner } from '../../sell/scanner/use-scanner.ts';
import { ProductThumb } from '../components/product-thumb.tsx';
import type { ProductRow } from '../product-filters.ts';
import styles from './quick-keys.module.css';
import { moved } from './reorder.ts';

const MOST = 200;

/** Chooses and orders the till's favourite tiles. */
export function QuickKeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('products');
  const stored = useCall('product.listQuickKeys', {});
  const [edited, setEdited] = useState<readonly ProductRow[] | null>(null);
  const save = useCommand('product.setQuickKeys');
  const rows = edited ?? stored.data ?? [];
  const add = (row: ProductRow) => {
    if (rows.length < MOST && !rows.some((one) => one.id === row.id)) setEdited([...rows, row]);
  };
  const store = () => {
    if (!edited) return onClose();
    save.mutate(
      { productIds: edited.map((row) => row.id) },
      {
        onSuccess: () => {
          notify({ message: t('quickKeys.saved'), tone: 'success' });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('quickKeys.title')}
      actions={
        <>
          <Button size="touch" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="touch" variant="primary" loading={save.isPending} disabled={!edited} onClick={store}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p className={styles.muted}>{t('quickKeys.hint')}</p>
        <Finder taken={rows} onAdd={add} />
        {save.error ? <FieldError>{errorMessage(t, save.error)}</FieldError> : null}
        <QueryState
          query={stored}
          describeError={(error) => errorMessage(t, error)}
          isEmpty={() => rows.length === 0}
          empty={<p className={styles.muted}>{t('quickKeys.empty')}</p>}
        >
          {() => (
            <ol className={styles.list}>
              {rows.map((row, index) => (
                <Favourite
                  key={row.id}
                  row={row}
                  number={index + 1}
                  last={index === rows.length - 1}
                  onMove={(by) => setEdited(moved(rows, index, by))}
                  onRemove={() => setEdited(rows.filter((one) => one.id !== row.id))}
                />
              ))}
            </ol>
          )}
        </QueryState>
      </div>
    </Dialog>
  );
}

interface FavouriteProps {
  row: ProductRow;
  number: number;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** Alt with an arrow moves a favourite, as its buttons do. */
function Favourite({ row, number, last, onMove, onRemove }: FavouriteProps) {
  const { t } = useTranslation('products');
  const { name } = row;
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className={styles.row} onKeyDown={keys}>
      <span className={`${styles.number} tabular`}>{number}</span>
      <ProductThumb product={row} />
      <span className={styles.name}>{name}</span>
      <IconButton
        icon={ArrowUp}
        label={t('quickKeys.up', { name })}
        disabled={number === 1}
        onClick={() => onMove(-1)}
      />
      <IconButton
        icon={ArrowDown}
        label={t('quickKeys.down', { name })}
        disabled={last}
        onClick={() => onMove(1)}
      />
      <IconButton icon={X} label={t('quickKeys.remove', { name })} onClick={onRemove} />
    </li>
  );
}

const FOUND_SHOWN = 6;

function Finder({ taken, onAdd }: { taken: readonly ProductRow[]; onAdd: (row: ProductRow) => void }) {
  const { t } = useTranslation('products');
  const { money } = useFormat();
  const [text, setText] = useState('');
  const [exactText, setExactText] = useState('');
  const { data } = useCall(
    'product.search',
    { text, limit: FOUND_SHOWN, exactly: text === exactText },
    { enabled: text.trim() !== '', keepPrevious: true },
  );
  const found = data?.rows ?? [];
  useScanner(setText);
  const takenIds = new Set(taken.map((row) => row.id));
  return (
    <div className={styles.finder}>
      <ListSearch
        label={t('quickKeys.find')}
        placeholder={t('quickKeys.find')}
        value={text}
        onChange={setText}
      />
      <CorrectedNotice
        corrected={text.trim() === '' ? [] : (data?.corrected ?? [])}
        text={text.trim()}
        size="touch"
        onExactly={() => setExactText(text)}
      />
      {text.trim() === '' ? null : (
        <ul className={styles.found}>
          {found.length === 0 ? <li className={styles.muted}>{t('common:nothingFound')}</li> : null}
          {found.map((row) => (
            <li key={row.id} className={styles.row}>
              <ProductThumb product={row} />
              <span className={styles.name}>{row.name}</span>
              <span className={`${styles.muted} tabular`}>
                {row.priceMinor === null ? t('noPrice') : money(row.priceMinor)}
              </span>
              {takenIds.has(row.id) ? (
                <span className={styles.muted}>{t('quickKeys.already')}</span>
              ) : (
                <IconButton
                  icon={Plus}
                  label={t('quickKeys.add', { name: row.name })}
                  disabled={taken.length >= MOST}
                  onClick={() => onAdd(row)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {taken.length >= MOST ? <p className={styles.muted}>{t('quickKeys.full')}</p> : null}
    </div>
  );
}
