import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface StartOptions {
  dataDir: string | null;
  demo: boolean;
  /** The demo shop's grocery aisle only. */
  withoutHistory: boolean;
  /** Null: the window serves no HTTP. */
  http: { port: number; lan: boolean; insecureHttp: boolean } | null;
}

const usualPort = 4780;

/** Reads the window's own words from a command line that also carries Chromium's and the runtime's (ignored here;
 *  `npm start` refuses unknown ones before it gets this far).
 *  @throws Error on a port that is none */
export function parseStartOptions(words: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...words],
    strict: false,
    options: {
      data: { type: 'string' },
      demo: { type: 'boolean' },
      'without-history': { type: 'boolean' },
      port: { type: 'string' },
      lan: { type: 'boolean' },
      'insecure-http': { type: 'boolean' },
    },
  });
  const lan = values['lan'] === true;
  const insecureHttp = values['insecure-http'] === true;
  const asksHttp = lan || values['port'] !== undefined;
  return {
    dataDir: typeof values['data'] === 'string' ? resolve(values['data']) : null,
    demo: values['demo'] === true,
    withoutHistory: values['without-history'] === true,
    http: asksHttp ? { port: toPort(values['port']), lan, insecureHttp } : null,
  };
}

function toPort(value: string | boolean | undefined): number {
  if (value === undefined) return usualPort;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port: ${String(value)} is no port`);
  return port;
}
