import { FileText } from 'lucide-react';
import { useEffect } from 'react';
import { Badge, BarChart, Button, Card, KeyValueList, PageHeader, StatCard } from '../../ui/index.ts';
import { useFormat } from '../format.ts';
import { ManageLayout } from '../manage-frame.tsx';
import styles from './gallery.module.css';
import { fillShell, SAMPLE_ENTRIES } from './samples.ts';

const SALES = [90, 135, 198, 312, 444, 505, 552, 492, 376, 290, 168];
const USUAL = [105, 150, 230, 290, 380, 440, 458, 442, 380, 300, 198];

/** The day's page as the pictures show it. */
export function TodaySampleScreen() {
  useEffect(fillShell, []);
  const { money, moneyShort, number, rate, businessDay } = useFormat();
  const points = SALES.map((sales, index) => ({
    category: String(9 + index),
    sales: sales * 100,
    usual: (USUAL[index] ?? 0) * 100,
  }));
  return (
    <ManageLayout entries={SAMPLE_ENTRIES}>
      <PageHeader
        title={businessDay('2026-11-20')}
        subtitle="Open since 08:58 · Maya and Tom at the till"
        actions={<Button icon={FileText}>X report</Button>}
      />
      <div className={styles.stats}>
        <StatCard
          label="Sales"
          value={money(318460)}
          note={<Badge tone="success">+12 % on a usual Friday</Badge>}
        />
        <StatCard label="Receipts" value={number(142)} note={<Badge>22.43 average</Badge>} />
        <StatCard label="Margin" value={rate(541000)} note={<Badge tone="warning">−0.6 points</Badge>} />
        <StatCard label="Refunds" value={money(8620)} note={<Badge>3 receipts</Badge>} />
      </div>
      <div className={styles.todayGrid}>
        <Card>
          <BarChart
            title="Sales by hour"
            categoryLabel="Hour"
            formatValue={money}
            formatAxis={moneyShort}
            points={points}
            series={[
              { key: 'sales', label: 'today', kind: 'bar', color: '--series-1' },
              { key: 'usual', label: 'usual Friday', kind: 'line', color: '--series-2' },
            ]}
          />
        </Card>
        <Card title="Cash in drawer" note="managers only">
          <KeyValueList
            items={[{ id: 'cash', label: 'Counted blind at close', value: money(41835), tone: 'strong' }]}
          />
        </Card>
      </div>
    </ManageLayout>
  );
}
