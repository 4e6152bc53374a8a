import {
  describeElectron,
  type ElectronRuntime,
  ensureElectronLibraries,
  findElectron,
  hasDisplay,
} from './electron-runtime.ts';
import { buildIfNeeded, projectFolder } from './start/build-if-needed.ts';
import { formatStartWords, parseStartWords, type StartWords } from './start/parse-options.ts';
import { runChild } from './start/run-child.ts';
import { runServer } from './start/run-server.ts';

/** npm start: the window where there can be one, else the same app for a browser. */
const words = parseStartWords('npm start');
try {
  buildIfNeeded();
  const runtime = await findUsableElectron();
  if (typeof runtime === 'string') {
    console.log(`No window: ${runtime} Serving the same app for a browser instead.`);
    runServer(words);
  } else openWindow(runtime, words);
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
}

/** The runtime, or a sentence saying why there can be no window. */
async function findUsableElectron(): Promise<ElectronRuntime | string> {
  if (!hasDisplay()) return 'there is no display here.';
  const runtime = await findElectron();
  if (runtime === null) return 'no Electron runtime can be had here.';
  try {
    ensureElectronLibraries(runtime.executable);
    return runtime;
  } catch (cause) {
    return `${cause instanceof Error ? cause.message : String(cause)}.`;
  }
}

function openWindow(runtime: ElectronRuntime, startWords: StartWords): void {
  console.log(describeElectron(runtime));
  const isRoot = process.getuid?.() === 0;
  if (isRoot)
    console.error('Warning: running as root, so without the operating system sandbox (--no-sandbox).');
  const { ELECTRON_RUN_AS_NODE: _asNode, ...environment } = process.env;
  const flags = isRoot ? ['--no-sandbox'] : [];
  // The engine may need a process on this very Node, see engine-host.ts.
  const forEngine = { TILLWISE_NODE: process.execPath };
  runChild(runtime.executable, [...flags, projectFolder, ...formatStartWords(startWords)], {
    ...environment,
    ...forEngine,
  });
}
