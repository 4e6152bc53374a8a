import type { Engine } from '../../src/main/engine.ts';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/index.ts';
import type { TillCalls } from '../faults/till-calls.ts';
import type { BenchShop } from './bench-shop.ts';

/** A program at the shop's HTTP door; its connection is kept open, as a browser's is. */
export async function askOverHttp(
  engine: Engine,
  shop: Pick<BenchShop, 'sessions' | 'deviceToken'>,
): Promise<Pick<TillCalls, 'call'>> {
  const { url } = await engine.serveHttp({ port: 0, lan: false, insecureHttp: false });
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${shop.sessions.cashier}`,
    'x-tillwise-device': shop.deviceToken,
  };
  return {
    call: async <N extends CallName>(name: N, input: CallInput<N>) => {
      const path = `${url}/api/${name.replace('.', '/')}`;
      const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(input) });
      const answer = (await response.json()) as CallOutput<N>;
      if (!response.ok) throw new Error(`${name}: ${JSON.stringify(answer).slice(0, 300)}`);
      return answer;
    },
  };
}
