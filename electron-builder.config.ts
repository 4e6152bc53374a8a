import type { Configuration } from 'electron-builder';

/** Switches set inside the packaged executable, so that a till's Electron runs this app and nothing else. */
export const productionFuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

export const packaging: Configuration = {
  appId: 'shop.tillwise.app',
  productName: 'Tillwise',
  directories: { output: 'dist', buildResources: 'resources' },
  files: ['out/**', '!out/built', '!**/*.map', 'package.json'],
  extraResources: [{ from: 'resources', to: 'resources', filter: ['**/*', '!icons/**'] }],
  // Native bindings and the files a worker starts from cannot be read inside the archive.
  asar: true,
  asarUnpack: ['**/*.node', '**/node_modules/better-sqlite3/**', '**/node_modules/@img/**'],
  npmRebuild: false,
  electronFuses: productionFuses,
  win: { target: ['nsis'], icon: 'resources/icons/icon.png' },
  nsis: { oneClick: false, perMachine: true, allowToChangeInstallationDirectory: true },
  mac: {
    target: ['dmg'],
    icon: 'resources/icons/icon.png',
    category: 'public.app-category.business',
    hardenedRuntime: true,
  },
  linux: { target: ['AppImage', 'deb'], icon: 'resources/icons', category: 'Office', maintainer: 'Tillwise' },
};
