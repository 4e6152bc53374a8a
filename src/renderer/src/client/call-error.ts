import type { ErrorCode } from '../../../shared/errors.ts';

/** What a call answers instead of its result. 'unreachable' is the client's own: the engine did not answer. */
export class CallError extends Error {
  readonly code: ErrorCode | 'unreachable';
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode | 'unreachable', data: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = 'CallError';
    this.code = code;
    this.data = data;
  }
}
