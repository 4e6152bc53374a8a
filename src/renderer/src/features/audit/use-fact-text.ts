import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../../app/format.ts';

/** Names and values of what an act changed, for people: units of a name decide how its value reads. */
export function useFactText() {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const nameOf = (path: string) =>
    path
      .split('.')
      .map((part) => t(`fact.${part}`, { defaultValue: inWords(part) }))
      .join(' \u203a ');
  const textOf = (path: string, value: string) => {
    if (value === 'true' || value === 'false') return t(value === 'true' ? 'common:yes' : 'common:no');
    return t(`value.${value}`, { defaultValue: withUnit(path.split('.').at(-1) ?? '', value, format) });
  };
  return { nameOf, textOf };
}

function withUnit(name: string, value: string, format: Format): string {
  if (!/^-?\d+$/.test(value)) return value;
  const figure = Number(value);
  if (name.endsWith('Minor')) return format.money(figure);
  if (name.endsWith('Milli')) return format.quantity(figure);
  if (name.endsWith('Ppm')) return format.rate(figure);
  return name.endsWith('AtMs') ? format.dateTime(figure) : value;
}

/** taxRounding → tax rounding */
function inWords(name: string): string {
  return name.replace(
    /([a-z])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
}
