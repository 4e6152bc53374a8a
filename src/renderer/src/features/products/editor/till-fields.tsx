import { useTranslation } from 'react-i18next';
import { ColourField, ParsedField } from '../../../ui/index.ts';
import { useColourOptions } from '../use-colour-options.ts';
import type { ProductSave } from './use-product-save.ts';

/** What the till does with the product: the colour of its tile, and from which age it is sold. */
export function TillFields({ editor }: { editor: ProductSave }) {
  const { t } = useTranslation('products');
  const { draft, edit, faults } = editor;
  const fault = faults.fields.minimumAge;
  return (
    <>
      <ColourField
        label={t('editor.ownColour')}
        value={draft.ownColour}
        onChange={(ownColour) => edit({ ownColour })}
        options={useColourOptions('colour.none')}
      />
      <ParsedField
        label={t('editor.minimumAge')}
        hint={t('editor.minimumAgeHint')}
        invalidMessage={t('invalid.minimumAge')}
        parse={parseYears}
        format={String}
        {...editor.figure('minimumAge')}
        error={fault && t(fault.key, { ...fault.values })}
      />
    </>
  );
}

function parseYears(text: string): number | undefined {
  const years = Number(text.trim());
  return /^\d{1,2}$/.test(text.trim()) && years >= 1 ? years : undefined;
}
