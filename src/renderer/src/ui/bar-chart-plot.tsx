import { CompositeChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import { axisTicks } from './axis-ticks.ts';
import styles from './bar-chart.module.css';
import type { BarChartProps } from './bar-chart.tsx';

const TICK = { fontSize: 11, fill: 'currentColor' } as const;

/** The drawing alone; hidden from those who hear the screen, who get the table. */
export function BarChartPlot({
  series,
  points,
  formatValue,
  formatAxis,
  smallestStep,
  stacked,
}: BarChartProps) {
  const ticks = axisTicks(heights({ series, points, stacked: stacked ?? false }), smallestStep);
  return (
    <div aria-hidden="true">
      <CompositeChart
        h="var(--chart)"
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
          ticks,
          domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1],
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

/** How high the drawing reaches at each place: one bar, one point of a line, or bars on top of each other. */
function heights({
  series,
  points,
  stacked,
}: Required<Pick<BarChartProps, 'series' | 'points' | 'stacked'>>): number[] {
  return points.flatMap((point) => {
    const figureOf = ({ key }: { key: string }) => Number(point[key] ?? 0);
    const bars = series.filter(({ kind }) => kind === 'bar').map(figureOf);
    const lines = series.filter(({ kind }) => kind === 'line').map(figureOf);
    return stacked ? [bars.reduce((sum, value) => sum + value, 0), ...lines] : [...bars, ...lines];
  });
}
