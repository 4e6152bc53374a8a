import { buildIfNeeded } from './start/build-if-needed.ts';
import { parseStartWords } from './start/parse-options.ts';
import { runServer } from './start/run-server.ts';

/** npm run serve: the shop without a window, for browsers. */
const words = parseStartWords('npm run serve');
try {
  buildIfNeeded();
  runServer(words);
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
}
