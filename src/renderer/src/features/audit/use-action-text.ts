import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** An action's code in words; a code without words is shown as it is. */
export function useActionText(): (action: string) => string {
  const { t } = useTranslation('audit');
  return useCallback((action) => t(`action.${action}`, { defaultValue: action }), [t]);
}
