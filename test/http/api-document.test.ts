import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmptyShop } from '../helpers/open-shop.ts';

/** The shell blocks of docs/api.md, in order, as one script. */
function scriptOf(markdown: string): string {
  return [...markdown.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block).join('\n');
}

function bash(
  script: string,
  env: Record<string, string>,
): Promise<{ output: string; exitCode: number | null }> {
  return new Promise((resolve) => {
    const path = `${join(process.execPath, '..')}:${process.env['PATH']}`;
    const shell = spawn('bash', ['-euo', 'pipefail', '-c', script], {
      env: { ...process.env, ...env, PATH: path },
    });
    let output = '';
    shell.stdout.on('data', (text) => (output += text));
    shell.stderr.on('data', (text) => (output += text));
    shell.on('close', (exitCode) => resolve({ output, exitCode }));
  });
}

describe('docs/api.md', () => {
  it('shows a whole sale that works as written: receipt, day and refund', async () => {
    const shop = await openEmptyShop();
    const { url } = await shop.engine.serveHttp({ port: 0, lan: false, insecureHttp: false });
    const out = mkdtempSync(join(tmpdir(), 'tillwise-api-'));
    const markdown = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
    const { output, exitCode } = await bash(scriptOf(markdown), { BASE: url, OUT: out });
    expect(output).toContain('Receipt T1-000001, change 250 pence');
    expect(output).toContain('Sold today: 250 pence');
    expect(output).toContain('Refund T1-R000001: -250 pence');
    expect(exitCode).toBe(0);
    expect(
      execFileSync('pdftotext', ['-layout', join(out, 'receipt.pdf'), '-'], { encoding: 'utf8' }),
    ).toContain('Milk 1 l');
    await shop.close();
    rmSync(out, { recursive: true });
  }, 60_000);
});
