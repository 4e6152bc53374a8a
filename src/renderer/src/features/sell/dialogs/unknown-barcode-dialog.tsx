import { PackagePlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CorrectedNotice } from '../../../app/corrected-notice.tsx';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import { useCall } from '../../../client/hooks.ts';
import {
  Button,
  Checkbox,
  Dialog,
  FieldError,
  Initials,
  notify,
  QueryState,
  SearchField,
} from '../../../ui/index.ts';
import { useMay } from '../../session/session.ts';
import { closeDialog, type ProductSummary } from '../till/till-state.ts';
import type { useAdd } from '../till/use-add.ts';
import styles from './dialogs.module.css';
import { FoundRow } from './found-row.tsx';
import { NewProductForm } from './new-product-form.tsx';
import { rememberBarcode } from './remember-barcode.ts';
import { useArrowChoice } from './use-arrow-choice.ts';

const MOST_FOUND = 20;

export interface UnknownBarcodeDialogProps {
  barcode: string;
  /** The label of a scale the code stands on as item number. */
  label?: string | undefined;
  add: ReturnType<typeof useAdd>;
}

/** A code no product has: find the product by name, and add the code to it if wished, make it, or leave it (R38).
 *  Nothing is rung up unasked. */
export function UnknownBarcodeDialog({ barcode, label, add }: UnknownBarcodeDialogProps) {
  const { t } = useTranslation('sell');
  const { money } = useFormat();
  const mayCreate = useMay('catalogue.edit');
  const [typed, setTyped] = useState('');
  const [remember, setRemember] = useState(label !== undefined && mayCreate);
  const [exactText, setExactText] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [creating, setCreating] = useState(false);
  const text = typed.trim();
  const found = useCall(
    'product.search',
    { text, limit: MOST_FOUND, exactly: text === exactText },
    { enabled: text !== '', keepPrevious: true },
  );
  const ringUp = (product: ProductSummary, known: boolean) => {
    closeDialog();
    // The label says how much it is, or what it costs.
    void (label !== undefined && known ? add.addCode(label) : add.addProduct(product.id));
  };
  const { submit: choose } = useSubmit(async (product: ProductSummary) => {
    setProblem(null);
    try {
      if (remember) {
        await rememberBarcode(product.id, barcode);
        notify({ message: t('unknown.remembered', { name: product.name }), tone: 'success' });
      }
      ringUp(product, remember);
    } catch (error) {
      setProblem(error);
    }
  });
  const { at, onKeyDown, restart } = useArrowChoice({
    rows: text === '' ? [] : (found.data?.rows ?? []),
    start: 'none',
    onEnter: (product) => {
      if (product) void choose(product);
    },
  });
  if (creating)
    return (
      <NewProductForm
        barcode={barcode}
        name={typed}
        onBack={() => setCreating(false)}
        onMade={(product) => ringUp(product, true)}
      />
    );
  return (
    <Dialog
      opened
      onClose={closeDialog}
      title={t(label === undefined ? 'unknown.title' : 'unknown.labelTitle')}
      actions={
        <>
          <Button size="touch" shortcut="Esc" onClick={closeDialog}>
            {t('unknown.skip')}
          </Button>
          {mayCreate ? (
            <Button size="touch" icon={PackagePlus} variant="primary" onClick={() => setCreating(true)}>
              {t('unknown.create')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className={styles.stack}>
        <p className={`${styles.code} tabular`}>{barcode}</p>
        <p className={styles.muted}>{t(mayCreate ? 'unknown.hint' : 'unknown.hintNoCreate')}</p>
        <SearchField
          variant="scan"
          label={t('unknown.search')}
          clearLabel={t('common:clear')}
          placeholder={t('unknown.search')}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            restart();
          }}
          maxLength={200}
          data-autofocus
          onKeyDown={onKeyDown}
        />
        {mayCreate ? (
          <Checkbox label={t('unknown.remember')} size="touch" checked={remember} onChange={setRemember} />
        ) : null}
        {problem ? <FieldError>{errorMessage(t, problem)}</FieldError> : null}
        <CorrectedNotice
          corrected={text === '' ? [] : (found.data?.corrected ?? [])}
          text={text}
          size="touch"
          onExactly={() => setExactText(text)}
        />
        {text === '' ? null : (
          <QueryState
            query={found}
            isEmpty={({ rows }) => rows.length === 0}
            empty={<p className={styles.muted}>{t('grid.nothing', { text })}</p>}
            skeleton={{ rows: 3 }}
            describeError={(error) => errorMessage(t, error)}
          >
            {({ rows }) => (
              <ul className={styles.results}>
                {rows.map((product, index) => (
                  <FoundRow
                    key={product.id}
                    mark={
                      <Initials
                        name={product.name}
                        hue={product.tileColour}
                        hueKey={product.categoryName ?? product.name}
                      />
                    }
                    title={product.name}
                    notes={[product.brand, product.packSize, product.sku]}
                    end={product.priceMinor === null ? t('tile.noPrice') : money(product.priceMinor)}
                    chosen={index === at}
                    onChoose={() => void choose(product)}
                  />
                ))}
              </ul>
            )}
          </QueryState>
        )}
      </div>
    </Dialog>
  );
}
