import { findOfficialElectron } from './electron-runtime.ts';
import { buildIfNeeded } from './start/build-if-needed.ts';

/** npm run dist [-- --installers]: packages the app for this machine into dist/, unpacked; with --installers also the
 *  installers of electron-builder.config.ts. Only an official Electron may be packaged. */
const runtime = await findOfficialElectron();
if (runtime === null) {
  console.error('Not packaged: the official Electron cannot be fetched here, and no other may be sold.');
  process.exitCode = 1;
} else {
  buildIfNeeded();
  const { build } = await import('electron-builder');
  const { packaging } = await import('../electron-builder.config.ts');
  const written = await build({
    config: packaging,
    dir: !process.argv.includes('--installers'),
    publish: 'never',
  });
  console.log(written.length === 0 ? 'Packaged into dist/' : `Packaged: ${written.join(', ')}`);
}
