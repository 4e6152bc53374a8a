import { contextBridge, ipcRenderer } from 'electron';

/** Hands main one message port that the page made, and nothing else: contextBridge cannot pass ports, so the page
 *  posts it to itself and it is taken here. One port a page load; a page that lost its engine is reloaded by main. */
contextBridge.exposeInMainWorld('tillwise', { door: 'window' });

let handedOver = false;

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (handedOver || event.source !== window || event.origin !== location.origin) return;
  if (!isPortMessage(event.data)) return;
  const [port] = event.ports;
  if (port === undefined || event.ports.length !== 1) return;
  handedOver = true;
  ipcRenderer.postMessage('tillwise:port', null, [port]);
});

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'tillwise:port';
}
