import { type RefObject, useEffect, useRef, useState } from 'react';
import { type CameraFault, cameraFault, openCamera } from './camera-stream.ts';
import { createRecentCodes } from './recent-codes.ts';

const BETWEEN_FRAMES_MS = 120;
const LONGEST_FRAME_MS = 3 * BETWEEN_FRAMES_MS;

const isDialogOpen = () => document.querySelector('[aria-modal="true"]') !== null;

/** Shows the camera in a video and calls back for every code that comes into its sight, until it is unmounted. While a
 *  dialog wants its answer the camera waits, as goods do. */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  onCode: (code: string) => void,
): { state: 'starting' | 'reading' | CameraFault } {
  const [state, setState] = useState<'starting' | 'reading' | CameraFault>('starting');
  const latest = useRef(onCode);
  latest.current = onCode;
  useEffect(() => {
    const over = new AbortController();
    let stream: MediaStream | null = null;
    const run = async () => {
      // Half a megabyte that only a till with a camera needs.
      const reader = import('./read-frame.ts');
      stream = await openCamera();
      const element = video.current;
      if (over.signal.aborted || !element) return;
      element.srcObject = stream;
      await element.play();
      const { startReader, readFrame } = await reader;
      await startReader();
      setState('reading');
      await readFrames(element, readFrame, (code) => latest.current(code), over.signal);
    };
    run()
      .catch((error: unknown) => {
        if (!over.signal.aborted) setState(cameraFault(error));
      })
      .finally(() => stopStream(stream));
    return () => {
      over.abort();
      stopStream(stream);
    };
  }, [video]);
  return { state };
}

async function readFrames(
  video: HTMLVideoElement,
  readFrame: (picture: ImageData) => Promise<readonly string[]>,
  onCode: (code: string) => void,
  over: AbortSignal,
): Promise<void> {
  const isFresh = createRecentCodes();
  const canvas = document.createElement('canvas');
  const paper = canvas.getContext('2d', { willReadFrequently: true });
  // Only time in which pictures are looked at: a page that stands still has not seen a code go away.
  let lookedMs = 0;
  let lastMs = performance.now();
  while (paper && !over.aborted) {
    if (video.videoWidth > 0 && !isDialogOpen()) {
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      paper.drawImage(video, 0, 0);
      const codes = await readFrame(paper.getImageData(0, 0, canvas.width, canvas.height));
      if (over.aborted) return;
      const nowMs = performance.now();
      lookedMs += Math.min(nowMs - lastMs, LONGEST_FRAME_MS);
      lastMs = nowMs;
      for (const code of codes) if (isFresh(code, lookedMs)) onCode(code);
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_FRAMES_MS));
  }
}

function stopStream(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
