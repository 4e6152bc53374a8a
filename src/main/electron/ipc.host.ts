import { type IpcMainEvent, ipcMain, type MessagePortMain, type WebContents } from 'electron';
import { appOrigin } from './app-protocol.ts';

/** The only user of ipcMain: takes the one port a page hands over and passes it to the engine. Everything else that
 *  arrives, or arrives from elsewhere, is dropped.
 *  @param connect  the engine's side; called again when a page was reloaded, after its old port was closed */
export function hostIpc(
  isTillPage: (contents: WebContents) => boolean,
  connect: (port: MessagePortMain) => void,
): void {
  const openPorts = new WeakMap<WebContents, MessagePortMain>();
  ipcMain.on('tillwise:port', (event) => {
    const [port] = event.ports;
    if (port === undefined) return;
    if (event.ports.length !== 1 || !isTillPage(event.sender) || !isFromAppPage(event)) {
      for (const refused of event.ports) refused.close();
      return;
    }
    openPorts.get(event.sender)?.close();
    openPorts.set(event.sender, port);
    connect(port);
  });
}

/** The sender is the main frame of a page of ours; a frame inside it or a strange page is not. */
function isFromAppPage(event: IpcMainEvent): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame !== event.sender.mainFrame) return false;
  return frame.url === appOrigin || frame.url.startsWith(`${appOrigin}/`);
}
