import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import type { OrderLine } from '../order.ts';
import { stepWords } from './step-words.ts';
import styles from './why.module.css';

/** How a line's figure came about, from unit price to what is paid, each rounding named. */
export function WhyThisCent({ line }: { line: OrderLine }) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const steps = line.explanation;
  const after = steps.find(({ code }) => code === 'afterDiscounts')?.values['resultMinor'];
  const words = {
    t,
    format,
    unit: line.unit,
    afterDiscountsMinor: typeof after === 'number' ? after : line.payableMinor,
    taxCount: steps.filter(({ code }) => code === 'tax').length,
  };
  return (
    <ol className={styles.steps} aria-label={t('why.ofLine', { name: line.name })}>
      {steps.map((step, index) => {
        const { label, how, rounding, result } = stepWords(step, words);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a closed line never move
          <li key={`${step.code} ${index}`} className={step.code === 'payable' ? styles.last : styles.step}>
            <span className={styles.words}>
              <span>{label}</span>
              {how ? <span className={styles.how}>{how}</span> : null}
              {rounding ? <span className={styles.how}>{rounding}</span> : null}
            </span>
            <span className={styles.result}>{result}</span>
          </li>
        );
      })}
    </ol>
  );
}
