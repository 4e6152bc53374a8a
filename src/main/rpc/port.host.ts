import { RPCHandler } from '@orpc/server/message-port';
import type { Caller } from '../context.ts';
import type { WindowCredentials } from '../window-credentials.ts';
import type { buildRouter, RpcContext } from './router.ts';

/** What oRPC can talk to: Electron's port, Node's, or one carried over a process channel. */
export type EnginePort = Parameters<RPCHandler<RpcContext>['upgrade']>[0];

/** The window's door: every page port of the window speaks for the one enrolled window device. */
export function buildPortHost(router: ReturnType<typeof buildRouter>, credentials: WindowCredentials) {
  const handler = new RPCHandler<RpcContext>(router);
  return (port: EnginePort): void => {
    handler.upgrade(port, { context: { caller: windowCaller(credentials) } });
  };
}

/** Who speaks through the window's ports. */
export function windowCaller(credentials: WindowCredentials): Caller {
  return {
    door: 'window',
    local: true,
    address: 'window',
    get sessionToken() {
      return credentials.sessionToken();
    },
    get deviceToken() {
      return credentials.deviceToken();
    },
    setSession: (token) => credentials.setSession(token),
    setDevice: (token) => credentials.setDevice(token),
  };
}
