import { door } from '../../../client/client.ts';

export type CameraFault = 'none' | 'refused' | 'busy' | 'reader';

/** Whether this page could use a camera at all: a browser, on this machine or over TLS. The desktop window asks for no
 *  permission of the system, so it has no camera. */
export function mayUseCamera(): boolean {
  return door === 'browser' && window.isSecureContext && 'mediaDevices' in navigator;
}

export async function hasCamera(): Promise<boolean> {
  if (!mayUseCamera()) return false;
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return devices.some(({ kind }) => kind === 'videoinput');
}

/** The camera on the back where there is one. @throws what getUserMedia throws; see cameraFault. */
export function openCamera(): Promise<MediaStream> {
  const video = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };
  return navigator.mediaDevices.getUserMedia({ audio: false, video });
}

export function cameraFault(error: unknown): CameraFault {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'reader';
}
