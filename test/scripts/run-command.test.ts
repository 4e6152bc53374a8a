import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../scripts/test/run-command.ts';

/** Whether something listens there. (A process number would not tell: an ended child may not be reaped at once.) */
const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const SERVER =
  "require('net').createServer().listen(0, '127.0.0.1', function () { console.log(this.address().port) })";

describe('running a test command', () => {
  it('keeps what it printed and how it ended', async () => {
    const result = await runCommand([
      'node',
      '-e',
      'console.log("out"); console.error("err"); process.exit(3)',
    ]);
    expect(result).toMatchObject({ exitCode: 3, timedOut: false });
    expect(result.output).toContain('out');
    expect(result.output).toContain('err');
  });

  it('says when there is no such program', async () => {
    expect(await runCommand(['no-such-program'])).toMatchObject({ exitCode: 127 });
  });

  it('ends a command that hangs, and the server it started', async () => {
    const options = "{ stdio: 'inherit' }";
    const script = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(SERVER)}], ${options})`;
    const result = await runCommand(['node', '-e', script], { timeoutMs: 1_500 });
    expect(result).toMatchObject({ exitCode: 124, timedOut: true });
    const port = Number(result.output.trim());
    expect(port).toBeGreaterThan(0);
    expect(await answers(port)).toBe(false);
  });
});
