import { ArrowLeft, ArrowRight, ImagePlus, Trash2 } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_IMAGES } from '../../../../../shared/contract/product.contract.ts';
import { newRowKey } from '../../../app/row-key.ts';
import { Badge, FieldError, IconButton } from '../../../ui/index.ts';
import { useProductImage } from '../../sell/components/use-product-image.ts';
import { type ImageDraft, movedBy } from './image-drafts.ts';
import { type PictureFault, pictureFault, RASTER_TYPES, readBase64 } from './image-file.ts';
import styles from './images-field.module.css';

interface ImagesFieldProps {
  images: readonly ImageDraft[];
  onChange: (images: readonly ImageDraft[]) => void;
}

/** A product's pictures in order, the first for the tile: chosen, dropped or pasted; stored when the product is saved. */
export function ImagesField({ images, onChange }: ImagesFieldProps) {
  const { t } = useTranslation('products');
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<PictureFault | 'imagesFull' | null>(null);
  const [over, setOver] = useState(false);
  const take = async (files: Iterable<File>) => {
    const added: ImageDraft[] = [];
    let found: PictureFault | 'imagesFull' | null = null;
    for (const file of files) {
      const wrong = images.length + added.length >= MOST_IMAGES ? 'imagesFull' : pictureFault(file);
      found ??= wrong;
      if (wrong) continue;
      const base64 = await readBase64(file);
      const url = `data:${file.type};base64,${base64}`;
      added.push({ kind: 'new', key: newRowKey(), base64, url });
    }
    setFault(found);
    if (added.length > 0) onChange([...images, ...added]);
  };
  usePastedFiles((files) => void take(files));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files);
  };
  return (
    <fieldset
      className={styles.field}
      aria-label={t('editor.images')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <ul className={styles.list}>
        {images.map((image, index) => (
          <li key={image.key} className={styles.item}>
            <Picture image={image} first={index === 0} />
            <span className={styles.buttons}>
              <IconButton
                icon={ArrowLeft}
                label={t('editor.imageEarlier', { number: index + 1 })}
                disabled={index === 0}
                onClick={() => onChange(movedBy(images, image.key, -1))}
              />
              <IconButton
                icon={ArrowRight}
                label={t('editor.imageLater', { number: index + 1 })}
                disabled={index === images.length - 1}
                onClick={() => onChange(movedBy(images, image.key, 1))}
              />
              <IconButton
                icon={Trash2}
                label={t('editor.removeImage', { number: index + 1 })}
                onClick={() => onChange(images.filter(({ key }) => key !== image.key))}
              />
            </span>
          </li>
        ))}
        {images.length < MOST_IMAGES ? (
          <li className={styles.item}>
            <button
              type="button"
              className={styles.drop}
              data-over={over || undefined}
              onClick={() => input.current?.click()}
            >
              <ImagePlus size={22} strokeWidth={1.5} aria-hidden />
              <strong>{t('editor.addImage')}</strong>
            </button>
          </li>
        ) : null}
      </ul>
      <span className={styles.hint}>{t('editor.imageHint')}</span>
      {fault ? <FieldError>{t(`editor.${fault}`, { max: MOST_IMAGES })}</FieldError> : null}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={RASTER_TYPES.join(',')}
        onChange={(event) => {
          void take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </fieldset>
  );
}

function Picture({ image, first }: { image: ImageDraft; first: boolean }) {
  const { t } = useTranslation('products');
  const stored = useProductImage(image.kind === 'stored' ? image.key : null);
  const url = image.kind === 'new' ? image.url : stored;
  return (
    <span className={styles.frame}>
      {url ? <img src={url} alt="" className={styles.image} /> : null}
      {first ? (
        <span className={styles.first}>
          <Badge>{t('editor.firstImage')}</Badge>
        </span>
      ) : null}
    </span>
  );
}

/** Calls back for files pasted anywhere while mounted; pasted text goes where it always goes. */
function usePastedFiles(onFiles: (files: File[]) => void): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}
