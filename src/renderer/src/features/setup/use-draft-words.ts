import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftWords } from './draft.ts';

/** The wizard's own proposals in the person's language. */
export function useDraftWords(): DraftWords {
  const { t } = useTranslation('setup');
  return useMemo(
    () => ({
      taxName: (key) => t(`taxName.${key}`, { defaultValue: key }),
      registerName: t('registerName'),
    }),
    [t],
  );
}
