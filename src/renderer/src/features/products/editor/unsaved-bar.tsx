import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/index.ts';
import { useSession } from '../../session/session.ts';
import type { EditorPlace } from '../product-filters.ts';
import { useKeptDrafts } from './kept-drafts.ts';
import { draftsOf } from './kept-list.ts';
import styles from './product-editor.module.css';
import { useDiscard } from './use-discard.ts';

interface UnsavedBarProps {
  /** The editor that is open: what is typed there stands there. */
  open: EditorPlace | null;
  onGoOn: (place: EditorPlace) => void;
}

/** What was typed and left without saving, one line each; below the list, which does not move by it. */
export function UnsavedBar({ open, onGoOn }: UnsavedBarProps) {
  const { t } = useTranslation('products');
  const discard = useDiscard();
  const myId = useSession(({ session }) => session?.staff.id ?? null);
  const all = useKeptDrafts(({ drafts }) => drafts);
  const left = draftsOf(all, myId).filter(({ place }) => place.edit !== open?.edit || place.id !== open.id);
  return left.map(({ place, draft, product }) => (
    <div key={`${place.edit} ${place.id}`} className={styles.unsaved} role="status">
      <span className={styles.unsavedText}>
        {t(place.edit === 'edit' ? 'editor.unsaved' : 'editor.unsavedNew', {
          name: product?.name ?? (draft.name || t('editor.newTitle')),
        })}
      </span>
      <span className={styles.buttons}>
        <Button onClick={() => discard(place)}>{t('editor.discard')}</Button>
        <Button variant="primary" onClick={() => onGoOn(place)}>
          {t('editor.goOn')}
        </Button>
      </span>
    </div>
  ));
}
