import type { TFunction } from 'i18next';

/** An expected error as a text for people; a code without a text reads as an internal error. */
export function errorMessage(t: TFunction, error: unknown): string {
  const { code, data } = asCoded(error);
  return t([`errors:${code}`, 'errors:internal'], { ...data });
}

function asCoded(error: unknown): { code: string; data: Record<string, unknown> } {
  if (typeof error !== 'object' || error === null || !('code' in error))
    return { code: 'internal', data: {} };
  const data = 'data' in error && typeof error.data === 'object' ? error.data : {};
  return { code: String(error.code), data: { ...data } };
}
