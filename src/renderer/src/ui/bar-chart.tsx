import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './bar-chart.module.css';

// The drawing library is the heaviest thing in the product: it loads with the first chart.
const Plot = lazy(() => import('./bar-chart-plot.tsx').then((module) => ({ default: module.BarChartPlot })));

export interface ChartSeries {
  key: string;
  label: string;
  kind: 'bar' | 'line';
  /** A colour token; the same thing has the same colour everywhere. */
  color: '--series-1' | '--series-2' | '--series-3' | '--series-faded';
}

export interface BarChartProps {
  title: string;
  /** What the category axis counts, e.g. "Hour"; heads the table's first column. */
  categoryLabel: string;
  series: readonly ChartSeries[];
  /** One point a category: `{ category: '9', sales: 9120 }`. */
  points: readonly ({ category: string } & Record<string, string | number | null>)[];
  /** Value → text with its unit, for the axis, the tooltip and the table. */
  formatValue: (value: number) => string;
  /** Shorter texts for the axis, e.g. without pence; formatValue when absent. */
  formatAxis?: (value: number) => string;
  /** The least step between two values of the axis, e.g. one pound where it is written without pence; 1 when absent. */
  smallestStep?: number;
  /** Bars of one category on top of each other, e.g. sold and still expected. */
  stacked?: boolean;
}

/** Bars, with lines over them where asked; the same figures as a table at one press. */
export function BarChart(props: BarChartProps) {
  const { t } = useTranslation('common');
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={styles.figure} aria-label={props.title}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{props.title}</span>
        <span className={styles.legend}>
          {props.series.map((one) => (
            <span key={one.key} className={styles.key}>
              <span
                className={one.kind === 'bar' ? styles.swatch : styles.stroke}
                style={{ background: `var(${one.color})` }}
              />
              {one.label}
            </span>
          ))}
          <button
            type="button"
            className={styles.toggle}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t('chart') : t('table')}
          </button>
        </span>
      </figcaption>
      {asTable ? (
        <ChartTable {...props} />
      ) : (
        <Suspense fallback={<div className={styles.room} aria-busy="true" />}>
          <Plot {...props} />
        </Suspense>
      )}
    </figure>
  );
}

function ChartTable({ title, categoryLabel, series, points, formatValue }: BarChartProps) {
  return (
    <table className={`${styles.table} tabular`}>
      <caption className="visuallyHidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{categoryLabel}</th>
          {series.map((one) => (
            <th key={one.key} scope="col">
              {one.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.category}>
            <th scope="row">{point.category}</th>
            {series.map((one) => (
              <td key={one.key}>
                {typeof point[one.key] === 'number' ? formatValue(Number(point[one.key])) : '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
