import type { TFunction } from 'i18next';
import type { CallOutput } from '../../../shared/contract/index.ts';
import type { Format } from './format.ts';

type Trace = CallOutput<'order.get'>['lines'][number]['trace'];

/** What a label or GS1 code said of the item on a line, in words, each fact by itself. */
export function traceFacts(t: TFunction, { longDay: day }: Format, trace: Trace): string[] {
  if (!trace) return [];
  const { batch, serial, expiresOn, bestBefore, labelCode } = trace;
  return [
    batch === null ? '' : t('sell:trace.batch', { batch }),
    serial === null ? '' : t('sell:trace.serial', { serial }),
    expiresOn === null ? '' : t('sell:trace.expiresOn', { day: day(expiresOn) }),
    bestBefore === null ? '' : t('sell:trace.bestBefore', { day: day(bestBefore) }),
    labelCode === null ? '' : t('sell:trace.label', { code: labelCode }),
  ].filter(Boolean);
}
