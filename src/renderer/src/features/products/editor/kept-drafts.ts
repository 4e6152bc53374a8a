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
  /** How often a draft was brought back: an editor that is open begins anew with it. */
  readonly restored: number;
}

/** What was typed and not saved, for as long as the page lives: another row, another screen or the lock take nothing
 *  of it away. */
export const useKeptDrafts = create<KeptDrafts>(() => ({ drafts: [], restored: 0 }));

const myId = (): string | null => useSession.getState().session?.staff.id ?? null;

export const keptAt = (place: EditorPlace): KeptDraft | undefined =>
  findDraft(useKeptDrafts.getState().drafts, place, myId());

export function keepDraft(place: EditorPlace, start: EditorStart): void {
  const kept = { ...start, place, staffId: myId() };
  useKeptDrafts.setState(({ drafts }) => ({ drafts: withDraft(drafts, kept) }));
}

export function dropDraft(place: EditorPlace): void {
  if (!keptAt(place)) return;
  useKeptDrafts.setState(({ drafts }) => ({ drafts: withoutDraft(drafts, place, myId()) }));
}

/** Puts back a draft that was dropped, as its author's. Returns what it takes the place of. */
export function restoreDraft(draft: KeptDraft): KeptDraft | undefined {
  const { drafts, restored } = useKeptDrafts.getState();
  useKeptDrafts.setState({ drafts: withDraft(drafts, draft), restored: restored + 1 });
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
