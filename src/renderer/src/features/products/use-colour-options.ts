import { useTranslation } from 'react-i18next';
import { HUES, type Hue } from '../../ui/index.ts';

/** The palette with its names; first what holds when none is chosen. */
export function useColourOptions(
  none: 'colour.none' | 'colour.byName',
): { value: Hue | null; label: string }[] {
  const { t } = useTranslation('products');
  return [{ value: null, label: t(none) }, ...HUES.map((value) => ({ value, label: t(`colour.${value}`) }))];
}
