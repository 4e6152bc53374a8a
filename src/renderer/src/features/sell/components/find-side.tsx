import { Camera } from 'lucide-react';
import { memo, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/index.ts';
import cameraStyles from '../camera/camera.module.css';
import { CameraPanel } from '../camera/camera-panel.tsx';
import { useHasCamera } from '../camera/use-has-camera.ts';
import { setCartOpen } from '../till/till-state.ts';
import type { useAdd } from '../till/use-add.ts';
import { useScanField } from '../till/use-scan-field.ts';
import { CatalogueSide } from './catalogue-side.tsx';
import { ScanField } from './scan-field.tsx';

interface FindSideProps {
  add: ReturnType<typeof useAdd>;
  field: RefObject<HTMLInputElement | null>;
  onCode: (code: string) => void;
}

/** The left of the till: scan or find. Keys typed here draw nothing anew beside it, and a new line nothing here. */
export const FindSide = memo(function FindSide({ add, field, onCode }: FindSideProps) {
  const { t } = useTranslation('sell');
  const { search, chosenIndex, ...act } = useScanField(add, field);
  const hasCamera = useHasCamera();
  const [cameraOpen, setCameraOpen] = useState(false);
  return (
    <>
      <div className={cameraStyles.scanRow}>
        <ScanField
          ref={field}
          value={search.typed}
          onChange={act.setTyped}
          onEnter={act.onEnter}
          onMove={act.onMove}
          onClear={() => (search.typed === '' ? setCartOpen(false) : act.setTyped(''))}
          onLine={act.onLine}
        />
        {hasCamera ? (
          <IconButton
            icon={Camera}
            variant="secondary"
            size="touch"
            label={t('camera.open')}
            aria-pressed={cameraOpen}
            onClick={() => setCameraOpen(!cameraOpen)}
          />
        ) : null}
      </div>
      {cameraOpen ? <CameraPanel onCode={onCode} onClose={() => setCameraOpen(false)} /> : null}
      <CatalogueSide
        search={search}
        chosenIndex={chosenIndex}
        onProduct={act.chooseProduct}
        onCustomer={act.chooseCustomer}
        field={field}
      />
    </>
  );
});
