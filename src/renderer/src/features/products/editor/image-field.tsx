import { ImagePlus, Trash2 } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, FieldError, IconButton } from '../../../ui/index.ts';
import { useProductImage } from '../../sell/components/use-product-image.ts';
import type { Product } from '../product-filters.ts';
import styles from './image-field.module.css';
import { type PictureFault, pictureFault, RASTER_TYPES, readBase64 } from './image-file.ts';
import type { PictureDraft } from './use-product-save.ts';

interface ImageFieldProps {
  product: Product | null;
  picture: PictureDraft;
  onChange: (picture: PictureDraft) => void;
}

/** A product's picture: chosen, dropped or pasted; stored when the product is saved. */
export function ImageField({ product, picture, onChange }: ImageFieldProps) {
  const { t } = useTranslation('products');
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<PictureFault | null>(null);
  const [over, setOver] = useState(false);
  const stored = useProductImage(product?.imageId ?? null);
  const shown = picture.kind === 'new' ? picture.url : picture.kind === 'stored' ? stored : undefined;
  const take = async (file: File | undefined) => {
    if (!file) return;
    const found = pictureFault(file);
    setFault(found);
    if (found) return;
    const base64 = await readBase64(file);
    onChange({ kind: 'new', base64, url: `data:${file.type};base64,${base64}` });
  };
  usePastedFile((file) => void take(file));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <fieldset
      className={styles.field}
      aria-label={t('editor.image')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <button
        type="button"
        className={styles.drop}
        data-over={over || undefined}
        aria-label={shown ? t('editor.replaceImage') : undefined}
        onClick={() => input.current?.click()}
      >
        {shown ? (
          <img src={shown} alt="" className={styles.image} />
        ) : (
          <span className={styles.invite}>
            <ImagePlus size={24} strokeWidth={1.5} aria-hidden />
            <strong>{t('editor.chooseImage')}</strong>
            {t('editor.imageHint')}
          </span>
        )}
      </button>
      {shown ? (
        <span className={styles.buttons}>
          <Button onClick={() => input.current?.click()}>{t('editor.replaceImage')}</Button>
          <IconButton
            icon={Trash2}
            label={t('editor.removeImage')}
            onClick={() => onChange({ kind: product?.imageId ? 'removed' : 'stored' })}
          />
        </span>
      ) : null}
      {fault ? <FieldError>{t(`editor.${fault}`)}</FieldError> : null}
      <input
        ref={input}
        type="file"
        hidden
        accept={RASTER_TYPES.join(',')}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </fieldset>
  );
}

/** Calls back for a file pasted anywhere while mounted; pasted text goes where it always goes. */
function usePastedFile(onFile: (file: File) => void): void {
  const latest = useRef(onFile);
  latest.current = onFile;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0];
      if (!file) return;
      event.preventDefault();
      latest.current(file);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}
