import { PackagePlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
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
import { NewProductForm } from './new-product-form.tsx';
import { rememberBarcode } from './remember-barcode.ts';
import { useSubmit } from './use-submit.ts';

const MOST_FOUND = 20;

/** A code no product has: find the product by name, and add the code to it if wished, make it, or leave it (R38).
 *  Nothing is rung up unasked. */
export function UnknownBarcodeDialog({ barcode, add }: { barcode: string; add: ReturnType<typeof useAdd> }) {
  const { t } = useTranslation('sell');
  const mayCreate = useMay('catalogue.edit');
  const [typed, setTyped] = useState('');
  const [remember, setRemember] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [creating, setCreating] = useState(false);
  const text = typed.trim();
  const found = useCall(
    'product.search',
    { text, limit: MOST_FOUND },
    { enabled: text !== '', keepPrevious: true },
  );
  const ringUp = (product: ProductSummary) => {
    closeDialog();
    void add.addProduct(product.id);
  };
  const { submit: choose } = useSubmit(async (product: ProductSummary) => {
    setProblem(null);
    try {
      if (remember) {
        await rememberBarcode(product.id, barcode);
        notify({ message: t('unknown.remembered', { name: product.name }), tone: 'success' });
      }
      ringUp(product);
    } catch (error) {
      setProblem(error);
    }
  });
  if (creating)
    return (
      <NewProductForm barcode={barcode} name={typed} onBack={() => setCreating(false)} onMade={ringUp} />
    );
  return (
    <Dialog
      opened
      onClose={closeDialog}
      title={t('unknown.title')}
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
          onChange={setTyped}
          maxLength={200}
          data-autofocus
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            const [only, ...others] = found.data ?? [];
            if (text !== '' && only && others.length === 0) void choose(only);
          }}
        />
        {mayCreate ? (
          <div className={styles.choice}>
            <Checkbox label={t('unknown.remember')} checked={remember} onChange={setRemember} />
          </div>
        ) : null}
        {problem ? <FieldError>{errorMessage(t, problem)}</FieldError> : null}
        {text === '' ? null : (
          <QueryState
            query={found}
            isEmpty={(products) => products.length === 0}
            empty={<p className={styles.muted}>{t('grid.nothing', { text })}</p>}
            skeleton={{ rows: 3 }}
            describeError={(error) => errorMessage(t, error)}
          >
            {(products) => (
              <ul className={styles.results}>
                {products.map((product) => (
                  <ProductRow key={product.id} product={product} onChoose={(chosen) => void choose(chosen)} />
                ))}
              </ul>
            )}
          </QueryState>
        )}
      </div>
    </Dialog>
  );
}

function ProductRow({
  product,
  onChoose,
}: {
  product: ProductSummary;
  onChoose: (product: ProductSummary) => void;
}) {
  const { t } = useTranslation('sell');
  const { money } = useFormat();
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => onChoose(product)}>
        <Initials
          name={product.name}
          hue={product.tileColour}
          hueKey={product.categoryName ?? product.name}
        />
        <span className={styles.rowWords}>
          <strong className={styles.rowTitle}>{product.name}</strong>
          <span className={styles.rowNote}>
            {[product.brand, product.packSize, product.sku].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className={`${styles.amount} tabular`}>
          {product.priceMinor === null ? t('tile.noPrice') : money(product.priceMinor)}
        </span>
      </button>
    </li>
  );
}
