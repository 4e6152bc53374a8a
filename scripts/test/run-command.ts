import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'node_modules', '.bin');

export interface CommandResult {
  readonly exitCode: number;
  /** stdout and stderr as they came, mixed */
  readonly output: string;
  readonly timedOut: boolean;
}

const running = new Set<ChildProcess>();

/** Ends the child with everything it started (servers, browsers): each runs in a process group of its own. */
function endGroup(child: ChildProcess): void {
  try {
    if (child.pid && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // already gone
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const child of running) endGroup(child);
    process.exit(130);
  });
}

/** The environment of every test command: our Node 24 first, no colours, no questions. */
export function testEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, NO_COLOR: '1', ...extra };
}

/** Runs a program without standard input and keeps what it printed; never rejects. */
export function runCommand(
  command: readonly [string, ...string[]],
  options: { timeoutMs?: number; env?: Record<string, string> } = {},
): Promise<CommandResult> {
  const [program, ...args] = command;
  const env = testEnvironment(options.env);
  delete env.FORCE_COLOR;
  const windows = process.platform === 'win32';
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows,
      detached: !windows,
    });
    running.add(child);
    let output = '';
    let timedOut = false;
    const timer = setTimeout(
      () => {
        timedOut = true;
        endGroup(child);
      },
      options.timeoutMs ?? 5 * 60_000,
    );
    const finish = (exitCode: number) => {
      clearTimeout(timer);
      running.delete(child);
      endGroup(child);
      resolve({ exitCode: timedOut ? 124 : exitCode, output, timedOut });
    };
    const keep = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => {
      output += `${error.message}\n`;
      finish(127);
    });
    // 'exit' and a moment, not 'close': a grandchild that keeps the pipe open must not hang the run.
    child.once('exit', (code) => setTimeout(() => finish(code ?? 1), 100));
  });
}
