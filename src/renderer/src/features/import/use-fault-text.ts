import { useTranslation } from 'react-i18next';

/** A row fault's code in plain words. */
export function useFaultText(): (code: string) => string {
  const { t } = useTranslation('importer');
  return (code) => t([`import:row.${code}`, `errors:${code}`, 'errors:internal']);
}
