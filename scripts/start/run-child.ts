import { spawn } from 'node:child_process';

/** Runs a program in the foreground until it ends, and ends with its code. Ctrl+C reaches the child by itself (one
 *  group); a signal sent to us alone is handed on. */
export function runChild(
  executable: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): void {
  const child = spawn(executable, words, { stdio: 'inherit', env: environment });
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.once('error', (cause) => {
    console.error(`${executable} could not be started: ${cause.message}`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
  });
}
