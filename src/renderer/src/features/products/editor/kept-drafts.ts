import { create } from 'zustand';
import { door } from '../../../client/client.ts';
import { useSession } from '../../session/session.ts';
import type { EditorPlace } from '../product-filters.ts';
import {
  draftsOf,
  type EditorStart,
  findDraft,
  type KeptDraft,
  withDraft,
  withoutDraft,
} from './kept-list.ts';

interface KeptDrafts {
  readonly drafts: readonly KeptDraft[];
  /** By place, how often its draft changed under an editor that may be open: it begins anew with what is kept. */
  readonly rounds: Readonly<Record<string, number>>;
  /** Places with a save under way, by author. */
  readonly saving: readonly string[];
}

/** What was typed and not saved, for as long as the page lives: another row, another screen or the lock take nothing
 *  of it away. */
export const useKeptDrafts = create<KeptDrafts>(() => ({ drafts: [], rounds: {}, saving: [] }));

const myId = (): string | null => useSession.getState().session?.staff.id ?? null;

export const keptAt = (place: EditorPlace, author = myId()): KeptDraft | undefined =>
  findDraft(useKeptDrafts.getState().drafts, place, author);

export function keepDraft(place: EditorPlace, start: EditorStart, author = myId()): void {
  const kept = { ...start, place, staffId: author };
  useKeptDrafts.setState(({ drafts }) => ({ drafts: withDraft(drafts, kept) }));
}

export function dropDraft(place: EditorPlace, author = myId()): void {
  if (!keptAt(place, author)) return;
  useKeptDrafts.setState(({ drafts }) => ({ drafts: withoutDraft(drafts, place, author) }));
}

const placeKey = ({ edit, id }: EditorPlace): string => `${edit} ${id}`;

/** Names an editor at a place, anew whenever it must begin anew. */
export const useEditorKey = (place: EditorPlace | null): string =>
  useKeptDrafts(({ rounds }) => (place ? `${placeKey(place)} ${rounds[placeKey(place)] ?? 0}` : ''));

/** An editor that is open at this place begins anew with what is kept for it. */
export function beginAnew(place: EditorPlace): void {
  const key = placeKey(place);
  useKeptDrafts.setState(({ rounds }) => ({ rounds: { ...rounds, [key]: (rounds[key] ?? 0) + 1 } }));
}

const savingKey = (place: EditorPlace, author: string | null): string => `${author} ${placeKey(place)}`;

export const useIsSaving = (place: EditorPlace): boolean =>
  useKeptDrafts(({ saving }) => saving.includes(savingKey(place, myId())));

/** One save at a time of what one person typed at one place: they may have come back to it, or locked the till, before
 *  the answer is there. */
export async function saveOnce(
  place: EditorPlace,
  save: (author: string | null) => Promise<void>,
): Promise<void> {
  const author = myId();
  const key = savingKey(place, author);
  if (useKeptDrafts.getState().saving.includes(key)) return;
  useKeptDrafts.setState(({ saving }) => ({ saving: [...saving, key] }));
  try {
    await save(author);
  } finally {
    useKeptDrafts.setState(({ saving }) => ({ saving: saving.filter((one) => one !== key) }));
  }
}

/** Puts back a draft that was dropped, as its author's. Returns what it takes the place of. */
export function restoreDraft(draft: KeptDraft): KeptDraft | undefined {
  const { drafts } = useKeptDrafts.getState();
  useKeptDrafts.setState({ drafts: withDraft(drafts, draft) });
  beginAnew(draft.place);
  return findDraft(drafts, draft.place, draft.staffId);
}

/** A browser asks before it throws the page away; a window of the desktop would silently refuse to close. */
const ask = (event: BeforeUnloadEvent) => event.preventDefault();
function askWhileMineAreKept(): void {
  if (draftsOf(useKeptDrafts.getState().drafts, myId()).length > 0)
    window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
}
if (door === 'browser') {
  useKeptDrafts.subscribe(askWhileMineAreKept);
  useSession.subscribe(askWhileMineAreKept);
}
