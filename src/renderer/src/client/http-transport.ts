import type { ChangeNotice } from '../../../shared/contract/index.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import { CallError } from './call-error.ts';
import type { Transport } from './transport.ts';

/** Browsers: one POST a call, cookies carry session and device, an event stream brings changes. */
export const httpTransport: Transport = {
  async send(name, input) {
    let response: Response;
    try {
      response = await fetch(`/api/${name.replace('.', '/')}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
    } catch {
      throw new CallError('unreachable');
    }
    const body = (await response.json().catch(() => ({}))) as {
      code?: ErrorCode;
      data?: Record<string, unknown>;
    };
    if (!response.ok) throw new CallError(body.code ?? 'internal', body.data);
    return body;
  },

  watch(onNotice, onConnection) {
    const stream = new EventSource('/api/live/watch');
    stream.onopen = () => onConnection(true);
    stream.onerror = () => onConnection(false);
    stream.addEventListener('message', (event) => onNotice(JSON.parse(event.data as string) as ChangeNotice));
    return () => stream.close();
  },
};
