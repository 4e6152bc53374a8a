import { X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError, IconButton } from '../../../ui/index.ts';
import styles from './camera.module.css';
import { useCamera } from './use-camera.ts';

/** What the camera sees, above the tiles: codes held before it are rung up one after another. */
export function CameraPanel({ onCode, onClose }: { onCode: (code: string) => void; onClose: () => void }) {
  const { t } = useTranslation('sell');
  const video = useRef<HTMLVideoElement>(null);
  const { state } = useCamera(video, onCode);
  const working = state === 'starting' || state === 'reading';
  return (
    <section className={styles.panel} aria-label={t('camera.title')}>
      <video ref={video} className={styles.video} muted playsInline hidden={!working} />
      <div className={styles.words}>
        {working ? (
          <p role="status">{t(`camera.${state}`)}</p>
        ) : (
          <FieldError>{t(`camera.fault.${state}`)}</FieldError>
        )}
      </div>
      <IconButton icon={X} label={t('camera.close')} onClick={onClose} />
    </section>
  );
}
