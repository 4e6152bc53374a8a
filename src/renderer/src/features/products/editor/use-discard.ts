import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { notify } from '../../../ui/index.ts';
import type { EditorPlace } from '../product-filters.ts';
import { dropDraft, keptAt, restoreDraft } from './kept-drafts.ts';
import type { KeptDraft } from './kept-list.ts';

/** Throws away what was typed and not saved, with the way back in the notice. Without anything typed it does nothing. */
export function useDiscard(): (place: EditorPlace) => void {
  const { t } = useTranslation('products');
  const router = useRouter();
  const offerBack = (draft: KeptDraft) =>
    notify({
      message: t('editor.discarded', { name: draft.draft.name || t('editor.newTitle') }),
      undo: async () => {
        const { pathname, search } = router.state.location;
        // The list keeps its filters; another screen's are none of the list's.
        const filters = pathname === '/products' ? search : {};
        // First the place: a code that was scanned for another product since must not join this one.
        await router.navigate({ to: '/products', search: { ...filters, ...draft.place, code: undefined } });
        const replaced = restoreDraft(draft);
        if (replaced) offerBack(replaced);
      },
    });
  return (place) => {
    const draft = keptAt(place);
    if (!draft) return;
    dropDraft(place);
    offerBack(draft);
  };
}
