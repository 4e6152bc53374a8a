import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../../shared/contract/index.ts';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { useCall } from '../../../client/hooks.ts';
import { Button, Dialog, KeyValueList, QueryState } from '../../../ui/index.ts';
import styles from './stock.module.css';

/** Works every on-hand figure out again and says how many differ. */
export function CheckDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('stock');
  const check = useCall('stock.check', {});
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('check.title')}
      size="small"
      actions={
        <Button size="touch" variant="primary" onClick={onClose} data-autofocus>
          {t('common:done')}
        </Button>
      }
    >
      {check.isPending ? <p className={styles.muted}>{t('check.running')}</p> : null}
      <QueryState query={check} describeError={(error) => errorMessage(t, error)} skeleton={{ rows: 2 }}>
        {(result) => <Outcome result={result} />}
      </QueryState>
    </Dialog>
  );
}

function Outcome({ result }: { result: CallOutput<'stock.check'> }) {
  const { t } = useTranslation('stock');
  const { number, quantity } = useFormat();
  const clean = result.differ === 0;
  const Icon = clean ? CircleCheck : CircleAlert;
  const values = { products: number(result.products), count: number(result.differ) };
  return (
    <div className={styles.stack}>
      <div className={styles.result} role="status">
        <Icon size={32} strokeWidth={1.5} className={clean ? styles.ok : styles.bad} aria-hidden />
        <span className={styles.resultWords}>
          <strong className={styles.figure}>{t(clean ? 'check.allRight' : 'check.differ', values)}</strong>
        </span>
      </div>
      <p className={styles.muted}>{t(clean ? 'check.allRightHint' : 'check.differHint')}</p>
      <KeyValueList
        items={result.examples.map(({ productId, name, storedMilli, derivedMilli }) => ({
          id: productId,
          label: name,
          value: `${t('check.stored')} ${quantity(storedMilli)} · ${t('check.derived')} ${quantity(derivedMilli)}`,
        }))}
      />
    </div>
  );
}
