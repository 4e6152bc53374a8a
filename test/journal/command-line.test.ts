import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const scenario = join(root, 'test/fixtures/rksv/TESTSUITE_TEST_SZENARIO_3.json.gz');
const folder = mkdtempSync(join(tmpdir(), 'tillwise-journal-'));
const out = join(folder, 'new', 'pair');

function journal(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/journal.ts', ...words], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run journal', () => {
  const issued = journal('scenario', scenario, '--out', out);

  it('writes the two files of a scenario', () => {
    expect(issued).toMatchObject({ status: 0, stdout: expect.stringContaining('85 receipts verified') });
    expect(readdirSync(out).sort()).toEqual(['crypto.json', 'dep-export.json']);
  });

  it('verifies the pair it wrote, also against the head it printed', () => {
    const head = /head (\S+)/.exec(issued.stdout)?.[1] ?? '';
    expect(journal('verify-export', out, '--head', head)).toMatchObject({ status: 0, stdout: issued.stdout });
    expect(journal('verify-export', out, '--head', head.replace(/^85/, '86'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('receipt 86: a noted head knows more receipts than are here'),
    });
  });

  it('names the first bad receipt and why', () => {
    const path = join(out, 'dep-export.json');
    const whole = readFileSync(path, 'utf8');
    const file = JSON.parse(whole);
    file['Belege-Gruppe'][0]['Belege-kompakt'].splice(4, 1);
    writeFileSync(path, JSON.stringify(file));
    expect(journal('verify-export', out)).toMatchObject({
      status: 1,
      stdout: '',
      stderr:
        'refused: receipt 5 "CASHBOX-DEMO-1-Receipt-ID-167": its receipt does not follow the receipt before it (chainValueWrong)\n',
    });
    writeFileSync(path, '{');
    expect(journal('verify-export', out).stderr).toBe(
      'refused: dep-export.json is not JSON (exportNotJson)\n',
    );
  });

  it.each([
    [[]],
    [['scenario']],
    [['scenario', scenario]],
    [['frobnicate', scenario]],
    [['verify-export', out, '--head', '85']],
    [['verify-export', out, '--loud']],
  ])('says how it is used for %j', (words) => {
    expect(journal(...words)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('npm run journal -- '),
    });
  });

  it('says what is no scenario', () => {
    const path = join(folder, 'no-scenario.json');
    writeFileSync(path, '{"cashBoxId":1}');
    expect(journal('scenario', path, '--out', out)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is no scenario'),
    });
  });
});
