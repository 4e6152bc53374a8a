import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from './default-data-folder.ts';
import { openEngine } from './engine.ts';
import { EngineRefusal } from './engine-refusal.ts';

/** The second composition root: the same engine with the HTTP door only. */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '4780' },
    lan: { type: 'boolean', default: false },
    'insecure-http': { type: 'boolean', default: false },
    demo: { type: 'boolean', default: false },
    'without-history': { type: 'boolean', default: false },
  },
});

try {
  const engine = await openEngine({
    dataDir: values.data ?? defaultDataFolder(values.demo),
    demo: values.demo,
    withoutHistory: values['without-history'],
    automaticBackups: true,
    rendererDir: join(import.meta.dirname, '..', '..', 'out', 'renderer'),
    version: process.env['npm_package_version'] ?? '0.1.0',
  });
  const port = Number(values.port);
  const http = { port, lan: values.lan, insecureHttp: values['insecure-http'] };
  const host = await engine.serveHttp(http).catch(async (cause: NodeJS.ErrnoException) => {
    await engine.close();
    if (cause.code !== 'EADDRINUSE') throw cause;
    throw new EngineRefusal(
      'port.inUse',
      `Port ${port} is in use by another program; close that one or start with another --port.`,
    );
  });
  console.log(`Tillwise answers at ${host.url}`);
  if (host.setupCode) console.log(`Code for setting up from another machine: ${host.setupCode}`);
  const stop = (): void => void engine.close().then(() => process.exit(0));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  if (!(error instanceof EngineRefusal)) throw error;
  console.error(error.message);
  process.exit(1);
}
