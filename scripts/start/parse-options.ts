import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface StartWords {
  dataDir: string | null;
  demo: boolean;
  withoutHistory: boolean;
  port: number | null;
  lan: boolean;
  insecureHttp: boolean;
}

export const usage = `  --data DIR        the shop's data folder
  --demo            a ready-made shop with a year of trading, in its own folder
  --without-history the demo shop's grocery aisle only
  --port N          also answer HTTP on this port (4780 when not named)
  --lan             answer the shop's network, not this computer alone
  --insecure-http   with --lan: plain HTTP without TLS`;

/** Reads the words after `npm start --`. Ends the process with code 2 and a clear line on words it does not know. */
export function parseStartWords(command: string): StartWords {
  try {
    return readWords();
  } catch (cause) {
    console.error(`${command}: ${cause instanceof Error ? cause.message : String(cause)}\n${usage}`);
    process.exit(2);
  }
}

function readWords(): StartWords {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      demo: { type: 'boolean', default: false },
      'without-history': { type: 'boolean', default: false },
      port: { type: 'string' },
      lan: { type: 'boolean', default: false },
      'insecure-http': { type: 'boolean', default: false },
    },
  });
  if (values['insecure-http'] && !values.lan) throw new Error('--insecure-http is for --lan only');
  return {
    dataDir: values.data === undefined ? null : resolve(values.data),
    demo: values.demo,
    withoutHistory: values['without-history'],
    port: values.port === undefined ? null : toPort(values.port),
    lan: values.lan,
    insecureHttp: values['insecure-http'],
  };
}

function toPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`--port ${text}: not a port number (0 to 65535)`);
}

/** The words again, for the program itself. */
export function formatStartWords(words: StartWords): string[] {
  return [
    ...(words.dataDir === null ? [] : ['--data', words.dataDir]),
    ...(words.port === null ? [] : ['--port', String(words.port)]),
    ...(words.demo ? ['--demo'] : []),
    ...(words.withoutHistory ? ['--without-history'] : []),
    ...(words.lan ? ['--lan'] : []),
    ...(words.insecureHttp ? ['--insecure-http'] : []),
  ];
}
