import { CompositeChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import styles from './bar-chart.module.css';
import type { BarChartProps } from './bar-chart.tsx';

const TICK = { fontSize: 11, fill: 'currentColor' } as const;

/** The drawing alone; hidden from those who hear the screen, who get the table. */
export function BarChartPlot({
  series,
  points,
  formatValue,
  formatAxis,
  stacked,
  heightPx,
}: BarChartProps & { heightPx: number }) {
  return (
    <div aria-hidden="true">
      <CompositeChart
        h={heightPx}
        data={[...points]}
        dataKey="category"
        series={series.map((one) => ({
          name: one.key,
          label: one.label,
          color: `var(${one.color})`,
          type: one.kind,
        }))}
        valueFormatter={formatValue}
        curveType="linear"
        withDots={false}
        maxBarWidth={26}
        gridAxis="x"
        tickLine="none"
        barProps={{ radius: 4, isAnimationActive: false, ...(stacked ? { stackId: 'bars' } : {}) }}
        strokeDasharray="0"
        lineProps={{ isAnimationActive: false }}
        yAxisProps={{
          width: 52,
          tickCount: 4,
          tick: { ...TICK, transform: 'translate(-6, 0)' },
          tickFormatter: formatAxis ?? formatValue,
        }}
        xAxisProps={{ tick: { ...TICK, transform: 'translate(0, 10)' } }}
        composedChartProps={{ accessibilityLayer: false, margin: { top: 8 } }}
        tooltipAnimationDuration={0}
        classNames={{ root: styles.plot ?? '' }}
      />
    </div>
  );
}
