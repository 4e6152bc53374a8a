import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { BarChart, Card } from '../../../ui/index.ts';
import { useMay } from '../../session/session.ts';
import type { DayReport } from '../day-report.ts';
import { hoursOfDay } from '../hours-of-day.ts';
import styles from '../today.module.css';

/** When it was sold, and what most of. */
export function DaySales({ report }: { report: DayReport }) {
  const { t } = useTranslation('today');
  const { money, moneyShort, exponent } = useFormat();
  return (
    <Card>
      <BarChart
        title={t('byHour')}
        categoryLabel={t('hour')}
        formatValue={money}
        formatAxis={moneyShort}
        smallestStep={10 ** exponent}
        points={hoursOfDay(report.hours).map(({ hour, salesMinor }) => ({
          category: String(hour),
          sales: salesMinor,
        }))}
        series={[{ key: 'sales', label: t('sold'), kind: 'bar', color: '--series-1' }]}
      />
      <SoldMost products={report.topProducts} />
    </Card>
  );
}

function SoldMost({ products }: { products: DayReport['topProducts'] }) {
  const { t } = useTranslation('today');
  const { money, quantity } = useFormat();
  const mayLook = useMay('catalogue.view');
  return (
    <section className={styles.soldMost} aria-label={t('soldMost')}>
      <header className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>{t('soldMost')}</h2>
        {mayLook ? (
          <Link to="/products" className={styles.link}>
            {t('allProducts')}
          </Link>
        ) : null}
      </header>
      {products.length === 0 ? <p className={styles.quiet}>{t('soldNothing')}</p> : null}
      <table className={styles.table} hidden={products.length === 0}>
        <thead className="visuallyHidden">
          <tr>
            <th scope="col">{t('product')}</th>
            <th scope="col">{t('category')}</th>
            <th scope="col">{t('quantity')}</th>
            <th scope="col">{t('amount')}</th>
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <tr key={product.productId}>
              <th scope="row" className={styles.productName}>
                {product.name}
              </th>
              <td className={styles.category}>{product.categoryName}</td>
              <td className={styles.figure}>
                {quantity(product.quantityMilli)}
                {product.unit === 'each' ? null : ` ${t(`sell:units.${product.unit}`)}`}
              </td>
              <td className={styles.figure}>{money(product.amountMinor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
