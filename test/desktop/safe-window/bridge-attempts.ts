import type { Attempt } from './attempt.ts';

/** Turning the preload's one gift into more. The page has handed its port over before these run. */
export const bridgeAttempts: readonly Attempt[] = [
  {
    name: 'more in the bridge than the name of the door',
    run: () => {
      const bridge = Reflect.get(globalThis, 'tillwise') as object;
      return JSON.stringify(bridge) === '{"door":"window"}' && Reflect.ownKeys(bridge).length === 1
        ? null
        : 'more';
    },
  },
  {
    name: 'replacing the bridge',
    run: () => {
      Reflect.set(globalThis, 'tillwise', { door: 'stolen' });
      Reflect.deleteProperty(globalThis, 'tillwise');
      const { door } = Reflect.get(globalThis, 'tillwise') as { door: string };
      return door === 'window' ? null : door;
    },
  },
  {
    name: 'redefining what the bridge holds',
    run: () => {
      const bridge = Reflect.get(globalThis, 'tillwise') as { door: string };
      Reflect.defineProperty(bridge, 'door', { value: 'stolen' });
      return bridge.door === 'window' ? null : bridge.door;
    },
  },
  {
    name: 'the constructor behind the bridge',
    run: async () => {
      await new Promise((resume) => setTimeout(resume, 0));
      const bridge = Reflect.get(globalThis, 'tillwise') as object;
      const make = bridge.constructor.constructor as (source: string) => () => unknown;
      return make('return typeof process')();
    },
  },
  {
    name: 'poisoned prototypes seen by the preload',
    run: async () => {
      const caught: unknown[] = [];
      const iterator = Array.prototype[Symbol.iterator];
      Array.prototype[Symbol.iterator] = function (this: unknown[]) {
        caught.push(...Array.from({ length: this.length }, (_, i) => this[i]));
        return iterator.call(this);
      };
      const { port1 } = new MessageChannel();
      window.postMessage({ type: 'tillwise:port' }, location.origin, [port1]);
      await new Promise((resume) => setTimeout(resume, 200));
      Array.prototype[Symbol.iterator] = iterator;
      return caught.some((value) => value !== null && typeof value === 'object' && 'send' in value)
        ? 'caught'
        : null;
    },
  },
  {
    name: 'a second port',
    run: async () => {
      const { port2 } = new MessageChannel();
      window.postMessage({ type: 'tillwise:port' }, location.origin, [port2]);
      await new Promise((resume) => setTimeout(resume, 200));
      return null;
    },
  },
  {
    name: 'a port by a made-up message event',
    run: async () => {
      const { port2 } = new MessageChannel();
      const made = {
        data: { type: 'tillwise:port' },
        source: window,
        origin: location.origin,
        ports: [port2],
      };
      window.dispatchEvent(new MessageEvent('message', made));
      await new Promise((resume) => setTimeout(resume, 200));
      return null;
    },
  },
  {
    name: 'a port from a frame inside',
    run: async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const { port2 } = new MessageChannel();
      frame.contentWindow?.postMessage({ type: 'tillwise:port' }, '*', [port2]);
      await new Promise((resume) => setTimeout(resume, 200));
      const bridged = frame.contentWindow !== null && 'tillwise' in frame.contentWindow;
      frame.remove();
      return bridged ? 'bridge in a frame' : null;
    },
  },
  {
    name: 'several ports in one message',
    run: async () => {
      const first = new MessageChannel();
      const second = new MessageChannel();
      window.postMessage({ type: 'tillwise:port' }, location.origin, [first.port1, second.port1]);
      await new Promise((resume) => setTimeout(resume, 200));
      return null;
    },
  },
];
