import { useEffect, useState } from 'react';
import { hasCamera, mayUseCamera } from './camera-stream.ts';

/** Whether to offer the camera; cameras come and go with their plug. */
export function useHasCamera(): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => {
    if (!mayUseCamera()) return;
    let over = false;
    const look = () => void hasCamera().then((found) => void (over || setHas(found)));
    look();
    navigator.mediaDevices.addEventListener('devicechange', look);
    return () => {
      over = true;
      navigator.mediaDevices.removeEventListener('devicechange', look);
    };
  }, []);
  return has;
}
