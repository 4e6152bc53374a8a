import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { notify } from '../../../ui/index.ts';
import type { EditorPlace } from '../product-filters.ts';
import { dropDraft, keepDraft, keptAt } from './kept-drafts.ts';

/** Throws away what was typed and not saved, with the way back in the notice. Without anything typed it does nothing. */
export function useDiscard(): (place: EditorPlace) => void {
  const { t } = useTranslation('products');
  const navigate = useNavigate();
  return (place) => {
    const draft = keptAt(place);
    if (!draft) return;
    dropDraft(place);
    notify({
      message: t('editor.discarded', { name: draft.draft.name || t('editor.newTitle') }),
      undo: () => {
        keepDraft(place, draft);
        void navigate({ to: '/products', search: { ...place } });
      },
    });
  };
}
