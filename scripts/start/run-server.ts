import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDataFolder } from '../../src/main/default-data-folder.ts';
import { projectFolder } from './build-if-needed.ts';
import { formatStartWords, type StartWords } from './parse-options.ts';
import { runChild } from './run-child.ts';

const usualPort = 4780;

/** The same engine with the HTTP door only; it prints its address itself. */
export function runServer(words: StartWords): void {
  const serve = join(projectFolder, 'out', 'main', 'serve.js');
  if (!existsSync(serve)) throw new Error('out/main/serve.js is missing: run `npm run build`');
  const dataDir = words.dataDir ?? defaultDataFolder(words.demo);
  runChild(process.execPath, [
    serve,
    ...formatStartWords({ ...words, dataDir, port: words.port ?? usualPort }),
  ]);
}
