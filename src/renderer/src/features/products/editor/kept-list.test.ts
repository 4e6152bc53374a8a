import { describe, expect, it } from 'vitest';
import { draftsOf, findDraft, withDraft, withoutDraft } from './kept-list.ts';
import { emptyDraft } from './product-draft.ts';

const place = { edit: 'edit', id: 'milk' } as const;
const draftBy = (staffId: string, notes: string) => ({
  place,
  staffId,
  product: null,
  before: emptyDraft('tax'),
  draft: { ...emptyDraft('tax'), notes },
  images: [],
  unread: {},
});

describe('kept drafts', () => {
  const both = [draftBy('maya', 'top shelf'), draftBy('carl', 'cellar')].reduce(withDraft, []);

  it('are their authors’, at the same product too', () => {
    expect(findDraft(both, place, 'maya')?.draft.notes).toBe('top shelf');
    expect(findDraft(both, place, 'carl')?.draft.notes).toBe('cellar');
    expect(findDraft(withoutDraft(both, place, 'carl'), place, 'maya')?.draft.notes).toBe('top shelf');
  });

  it('of one person are no concern of another', () => {
    expect(draftsOf(both, 'maya')).toHaveLength(1);
    expect(draftsOf(both, 'olivia')).toEqual([]);
    expect(draftsOf(both, null)).toEqual([]);
  });

  it('are one a place: the latest', () => {
    const later = withDraft(both, draftBy('maya', 'bottom shelf'));
    expect(draftsOf(later, 'maya').map(({ draft }) => draft.notes)).toEqual(['bottom shelf']);
  });
});
