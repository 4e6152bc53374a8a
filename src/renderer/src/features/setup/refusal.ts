import { CallError } from '../../client/call-error.ts';

/** Which field of the wizard the engine refused; null when it is about none of them. */
export function refusedField(error: unknown): string | null {
  if (!(error instanceof CallError)) return null;
  if (error.code.startsWith('auth.password')) return 'owner.password';
  if (error.code === 'auth.pinTooSimple') return 'owner.pin';
  if (error.code === 'setup.codeNeeded') return 'setupCode';
  return error.code === 'input.invalid' ? firstIssuePath(error.data['issues']) : null;
}

function firstIssuePath(issues: unknown): string | null {
  if (!Array.isArray(issues)) return null;
  const [first]: unknown[] = issues;
  if (typeof first !== 'object' || first === null || !('path' in first)) return null;
  const path = String(first.path);
  return path.startsWith('taxCategories') ? 'taxCategories' : path;
}
