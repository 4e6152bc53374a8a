import { create } from 'zustand';

export type NoticeTone = 'neutral' | 'success' | 'warning' | 'danger';

export interface NoticeInput {
  message: string;
  tone?: NoticeTone;
  /** What it is about, where a later notice about the same makes this one untrue: that one takes its place. */
  about?: string;
  /** Takes back what was just done; gives the toast an Undo button. */
  undo?: () => void;
  /** Another next step, when undo is not the one. */
  action?: { label: string; perform: () => void };
}

export interface Notice extends NoticeInput {
  id: number;
}

interface NoticeStore {
  notices: readonly Notice[];
}

const MOST_SHOWN = 3;
let lastId = 0;

export const useNotices = create<NoticeStore>(() => ({ notices: [] }));

/** Shows a short message for a few seconds; errors and undo stay longer. Returns what dismisses it. */
export function notify(input: NoticeInput): () => void {
  lastId += 1;
  const id = lastId;
  useNotices.setState(({ notices }) => {
    const others = notices.filter(({ about }) => about === undefined || about !== input.about);
    return { notices: [...others, { ...input, id }].slice(-MOST_SHOWN) };
  });
  return () => dismissNotice(id);
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

/** How long a notice stays, in milliseconds. */
export function noticeDurationMs(notice: NoticeInput): number {
  if (notice.undo || notice.action) return 8000;
  return notice.tone === 'danger' ? 8000 : 4000;
}
