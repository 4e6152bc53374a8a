import type { ReactNode } from 'react';
import { Card, PageHeader, Segmented } from '../../ui/index.ts';
import { setLanguage, setTheme, usePreferences } from '../preferences.ts';
import { ButtonSamples, ChipSamples, TileSamples } from './control-samples.tsx';
import { FieldSamples, PadSamples } from './field-samples.tsx';
import styles from './gallery.module.css';
import {
  ChartSamples,
  ListSamples,
  OverlaySamples,
  ProgressSamples,
  StateSamples,
  TableSamples,
} from './surface-samples.tsx';

const SECTIONS: readonly [string, () => ReactNode][] = [
  ['Buttons', ButtonSamples],
  ['Chips, badges, initials', ChipSamples],
  ['Tiles', TileSamples],
  ['Fields', FieldSamples],
  ['Number pad and quantity', PadSamples],
  ['Overlays', OverlaySamples],
  ['States', StateSamples],
  ['Progress and steps', ProgressSamples],
  ['Lists', ListSamples],
  ['Chart', ChartSamples],
  ['Table', TableSamples],
];

/** Every piece of the design system in its states, for eyes and for axe. */
export function GalleryScreen() {
  const { theme, language } = usePreferences();
  return (
    <>
      <PageHeader
        title="Gallery"
        subtitle="Every piece of the design system"
        actions={
          <>
            <Segmented
              label="Theme"
              value={theme}
              onChange={setTheme}
              options={[
                { value: 'light', label: 'Light' },
                { value: 'dark', label: 'Dark' },
                { value: 'system', label: 'System' },
              ]}
            />
            <Segmented
              label="Language"
              value={language}
              onChange={setLanguage}
              options={[
                { value: 'en', label: 'English' },
                { value: 'zh', label: '中文' },
                { value: 'qps', label: 'Pseudo' },
              ]}
            />
          </>
        }
      />
      <div className={styles.gallery}>
        {SECTIONS.map(([title, Samples]) => (
          <Card key={title} title={title}>
            <Samples />
          </Card>
        ))}
      </div>
    </>
  );
}
