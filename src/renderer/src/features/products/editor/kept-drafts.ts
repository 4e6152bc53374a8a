import { create } from 'zustand';
import { door } from '../../../client/client.ts';
import { useSession } from '../../session/session.ts';
import type { EditorPlace, Product } from '../product-filters.ts';
import type { ImageDraft } from './image-drafts.ts';
import type { ProductDraft } from './product-draft.ts';

/** All an editor needs to begin, or to go on where it was left. */
export interface EditorStart {
  /** As it was read; null for one that is added. */
  readonly product: Product | null;
  readonly before: ProductDraft;
  readonly draft: ProductDraft;
  readonly images: readonly ImageDraft[];
}

export interface KeptDraft extends EditorStart {
  readonly place: EditorPlace;
  /** Theirs alone to go on with. */
  readonly staffId: string | null;
}

interface KeptDrafts {
  readonly drafts: readonly KeptDraft[];
}

/** What was typed and not saved, for as long as the page lives: another row, another screen or the lock take nothing
 *  of it away. */
export const useKeptDrafts = create<KeptDrafts>(() => ({ drafts: [] }));

const myId = (): string | null => useSession.getState().session?.staff.id ?? null;
const isAt =
  ({ edit, id }: EditorPlace) =>
  ({ place, staffId }: KeptDraft): boolean =>
    place.edit === edit && place.id === id && staffId === myId();

export const keptAt = (place: EditorPlace): KeptDraft | undefined =>
  useKeptDrafts.getState().drafts.find(isAt(place));

export function keepDraft(place: EditorPlace, start: EditorStart): void {
  const kept = { ...start, place, staffId: myId() };
  useKeptDrafts.setState(({ drafts }) => ({ drafts: [...drafts.filter((one) => !isAt(place)(one)), kept] }));
}

export function dropDraft(place: EditorPlace): void {
  if (!keptAt(place)) return;
  useKeptDrafts.setState(({ drafts }) => ({ drafts: drafts.filter((one) => !isAt(place)(one)) }));
}

/** A browser asks before it throws the page away; a window of the desktop would silently refuse to close. */
const ask = (event: BeforeUnloadEvent) => event.preventDefault();
if (door === 'browser') {
  useKeptDrafts.subscribe(({ drafts }) => {
    if (drafts.length > 0) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  });
}
