import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const source = (path: string) => resolve(import.meta.dirname, 'src', path);

/** The roots and the files that are started by name as a process or a worker; they lie flat in out/main. */
const mainEntries = {
  index: source('main/index.ts'),
  serve: source('main/serve.ts'),
  'engine-child': source('main/engine-child.ts'),
  worker: source('main/jobs/worker.ts'),
};

const flatModules = {
  format: 'es',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
} as const;

// Targets are named because the oldest runtime this must run on is Electron 33 (Node 20, Chrome 130), while
// electron-vite would take them from the Electron installed.
export default defineConfig({
  main: {
    build: {
      target: 'node20',
      sourcemap: true,
      externalizeDeps: true,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(mainEntries).filter(([, path]) => existsSync(path))),
        external: ['electron', 'better-sqlite3'],
        output: flatModules,
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      rollupOptions: {
        input: { index: source('preload/index.ts') },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      // Parsed at every start of the window.
      minify: true,
      // Every image and font stays a file: the page's policy allows no data: fonts.
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: source('renderer/index.html') } },
    },
  },
});
