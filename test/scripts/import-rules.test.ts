import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A house in which every import rule is broken once: file → what it imports. */
const HOUSE: Record<string, readonly string[]> = {
  'src/shared/money.ts': ['../main/clock.ts'],
  'src/domain/tax.ts': ['node:fs'],
  'src/domain/price.ts': ['../main/clock.ts'],
  'src/main/clock.ts': [],
  'src/main/context.ts': ['fastify'],
  'src/main/storage/open.ts': ['better-sqlite3', '../features/sale/sale.service.ts'],
  'src/main/features/sale/sale.service.ts': [
    '../product/product.sql.ts',
    'better-sqlite3',
    '../../context.ts',
  ],
  'src/main/features/sale/sale.types.ts': ['../../http/host.ts', '@orpc/server'],
  'src/main/features/product/product.sql.ts': [],
  'src/main/features/product/product.service.ts': ['../sale/sale.codes.ts', 'electron'],
  'src/main/features/sale/sale.codes.ts': [],
  'src/main/http/host.ts': ['../features/product/product.sql.ts', 'fastify'],
  'src/main/devices/printer.ts': ['../storage/open.ts', 'zustand'],
  'src/main/circle-a.ts': ['./circle-b.ts'],
  'src/main/circle-b.ts': ['./circle-a.ts', './nowhere.ts'],
  'src/preload/index.ts': ['electron', '../shared/contract/call.ts'],
  'src/shared/contract/call.ts': ['@orpc/contract'],
  'src/renderer/src/main.tsx': ['react', '../../domain/price.ts', 'node:path'],
  'src/renderer/src/ui/button.tsx': ['../client/client.ts'],
  'src/renderer/src/client/client.ts': ['@orpc/client'],
};

const root = join(import.meta.dirname, '..', '..');
const house = mkdtempSync(join(tmpdir(), 'tillwise-rules-'));
let found: readonly string[] = [];

beforeAll(() => {
  for (const [path, imports] of Object.entries(HOUSE)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    const lines = imports.map(
      (name, index) => `import * as i${index} from '${name}';\nconsole.log(i${index});`,
    );
    writeFileSync(join(house, path), `${lines.join('\n')}\nexport const here = 1;\n`);
  }
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(join(root, file), join(house, file));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  const program = join(root, 'node_modules', '.bin', 'depcruise');
  const args = [program, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const run = spawnSync(process.execPath, args, {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { summary } = JSON.parse(run.stdout) as {
    summary: { violations: readonly { from: string; rule: { name: string } }[] };
  };
  found = summary.violations.map((violation) => `${violation.rule.name} ${violation.from}`);
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('who may import whom', () => {
  it.each([
    'shared-stands-alone src/shared/money.ts',
    'shared-and-domain-without-platform src/domain/tax.ts',
    'domain-is-pure src/domain/price.ts',
    'storage-below-features src/main/storage/open.ts',
    'no-foreign-sql src/main/features/sale/sale.service.ts',
    'sqlite-home src/main/features/sale/sale.service.ts',
    'features-below-doors src/main/features/sale/sale.types.ts',
    'orpc-home src/main/features/sale/sale.types.ts',
    'features-in-order src/main/features/sale',
    'electron-home src/main/features/product/product.service.ts',
    'doors-never-import-features src/main/http/host.ts',
    'fastify-home src/main/context.ts',
    'devices-know-shared-only src/main/devices/printer.ts',
    'screen-libraries-home src/main/devices/printer.ts',
    'no-circles src/main/circle-a.ts',
    'resolvable src/main/circle-b.ts',
    'preload-types-only src/preload/index.ts',
    'renderer-shared-only src/renderer/src/main.tsx',
    'renderer-without-node src/renderer/src/main.tsx',
    'ui-knows-no-shop src/renderer/src/ui/button.tsx',
  ])('finds the breach: %s', (breach) => {
    expect(found).toContain(breach);
  });

  it('leaves alone what stays in its home', () => {
    const clean = ['src/shared/contract/call.ts', 'src/renderer/src/client/client.ts', 'src/main/clock.ts'];
    expect(found.filter((line) => clean.some((path) => line.endsWith(path)))).toEqual([]);
    expect(found).not.toContain('fastify-home src/main/http/host.ts');
    expect(found).not.toContain('sqlite-home src/main/storage/open.ts');
    expect(found).not.toContain('electron-home src/preload/index.ts');
  });
});
