import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const TILLS = {
  'busy-till': new URL('./busy-till.ts', import.meta.url).pathname,
  'faulty-till': new URL('./faulty-till.ts', import.meta.url).pathname,
  'opening-till': new URL('./opening-till.ts', import.meta.url).pathname,
};

/** Below the repository, where a till finds its resources and its native modules. */
const OUT = join(import.meta.dirname, '..', '..', 'out');

let compiled: Promise<string> | null = null;

/** The tills of this folder as single files, as the program is shipped: one that is killed thousands of times would
 *  else spend most of its life looking for its modules. @returns the file to start */
export async function compiledTill(till: keyof typeof TILLS): Promise<string> {
  compiled ??= compile();
  return join(await compiled, `${till}.js`);
}

async function compile(): Promise<string> {
  mkdirSync(OUT, { recursive: true });
  const folder = mkdtempSync(join(OUT, 'faults-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', 'sharp'] },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node24',
      minify: false,
      rollupOptions: { input: TILLS, output: { entryFileNames: '[name].js' } },
    },
  });
  return folder;
}
