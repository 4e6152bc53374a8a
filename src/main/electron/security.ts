import { app, type Session, session, type WebContents } from 'electron';
import { appOrigin } from './app-protocol.ts';

/** Must run before the app is ready. */
export function secureProcess(): void {
  // Our one window asks for the sandbox itself; this covers whatever else might be opened. Root in development has to
  // pass --no-sandbox, and Chromium's own helpers would not start with both.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // The page needs no network at all; name look-ups and speculative connections do not pass webRequest, so no name
  // resolves. The engine's own HTTP door and sync do not use Chromium's network.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('web-contents-created', (_event, contents) => secureContents(contents));
  app.on('certificate-error', (event) => event.preventDefault());
}

/** Must run before the first window. */
export function secureSession(): void {
  const own = session.defaultSession;
  denyPermissions(own);
  denyNetwork(own);
  limitDownloads(own);
}

function denyPermissions(own: Session): void {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  own.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
  own.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose(null);
  });
  own.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
}

const ownSchemes = ['app:', 'blob:', 'data:', 'devtools:'];

function denyNetwork(own: Session): void {
  own.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !ownSchemes.includes(new URL(details.url).protocol) });
  });
}

/** A file leaves only as a blob the page made itself (a receipt, an export), through the system's save dialog. */
function limitDownloads(own: Session): void {
  own.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${appOrigin}/`)) return event.preventDefault();
    item.setSaveDialogOptions({ defaultPath: item.getFilename() });
  });
}

function secureContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
