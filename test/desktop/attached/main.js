import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

// Playwright's own loader keeps a program from being ready until Playwright listens. It adds it by itself only to an
// Electron that it found by itself; without it, a window that opens while Playwright connects leaves Playwright waiting
// for ever.
const require = createRequire(import.meta.url);
const playwright = createRequire(require.resolve('@playwright/test/package.json')).resolve(
  'playwright/package.json',
);
const core = createRequire(playwright).resolve('playwright-core/package.json');
require(join(dirname(core), 'lib', 'server', 'electron', 'loader.js'));

const folder = join(import.meta.dirname, '..', '..', '..');
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setAppPath(folder);
app.setName(about.productName);
app.setVersion(about.version);
await import(pathToFileURL(join(folder, about.main)).href);
