import { describe, expect, it } from 'vitest';
import { checkFile, checkSizes } from '../../scripts/test/repository-rules.ts';

const check = (path: string, text: string) => checkFile({ path, text, bytes: text.length });

describe('rules of the repository', () => {
  it.each([
    ['src/main/features/sale/sale.service.ts', 'const at = Date.now();'],
    ['src/domain/tax/tax.ts', 'const at = new Date();'],
    ['src/renderer/src/features/sell/sell.screen.tsx', 'const id = crypto.randomUUID();'],
    ['src/main/jobs/worker.ts', 'if (Math.random() < 0.5) retry();'],
    ['src/main/features/sale/sale.service.ts', 'ipcMain.handle(name, call);'],
    ['docs/api.md', 'open /home/anna/shop/till.db'],
    ['src/main/serve.ts', "const folder = '/tmp';"],
    ['package-lock.json', '  "resolved": "https://example.org/x.tgz",'],
    ['src/domain/tax/tax.test.ts', 'it.skip("rounds", () => {});'],
    ['test/browser/cash.spec.ts', 'test.describe.only("cash", run);'],
    ['src/main/serve.ts', 'const shop = answer as any;'],
    ['src/main/serve.ts', '// TODO later'],
  ])('finds the breach in %s: %s', (path, text) => {
    expect(check(path, `first line\n${text}\n`)).toEqual([expect.stringContaining(`${path}:2: `)]);
  });

  it.each([
    ['src/main/clock.ts', 'export const now = () => Date.now();'],
    ['src/renderer/src/app/format.ts', 'const today = new Date();'],
    ['src/main/features/sale/sale.service.ts', '/** Never Date.now here: ctx.nowMs. */'],
    ['src/main/features/sale/sale.service.ts', 'const soldAt = new Date(soldAtMs);'],
    ['src/domain/tax/tax.test.ts', 'const at = Date.now();'],
    ['src/main/http/static.ts', "app.get('/manage/home/', page);"],
    ['docs/api.md', 'see https://example.org/home/page'],
  ])('leaves alone %s: %s', (path, text) => {
    expect(check(path, text)).toEqual([]);
  });

  it('finds a file that grew past 400 lines', () => {
    const lines = (count: number) => 'const x = 1;\n'.repeat(count);
    expect(check('src/main/serve.ts', lines(401))).toHaveLength(1);
    expect(check('src/main/serve.ts', lines(400))).toEqual([]);
  });

  it('finds big files and resources that grew too heavy', () => {
    const megabyte = 1024 * 1024;
    const file = (path: string, bytes: number) => ({ path, bytes, text: '' });
    expect(checkSizes([file('docs/film.mp4', megabyte + 1)])).toHaveLength(1);
    expect(checkSizes([file('resources/font.ttf', 24 * megabyte)])).toEqual([]);
    expect(checkSizes([file('resources/a', 20 * megabyte), file('resources/b', 5 * megabyte)])).toHaveLength(
      1,
    );
  });
});
