import { afterEach, expect, it } from 'vitest';
import { notify, useNotices } from '../../src/renderer/src/ui/notify.ts';

const shown = () => useNotices.getState().notices.map(({ message }) => message);

afterEach(() => useNotices.setState({ notices: [] }));

it('a notice takes the place of an earlier one about the same, and of no other', () => {
  notify({ message: '2 products changed', about: 'edit-1', undo: () => undefined });
  notify({ message: '5 products changed', about: 'edit-2', undo: () => undefined });
  notify({ message: '2 products as they were', about: 'edit-1' });
  expect(shown()).toEqual(['5 products changed', '2 products as they were']);
});

it('notices about nothing leave each other alone', () => {
  for (const message of ['Saved', 'Saved']) notify({ message });
  expect(shown()).toEqual(['Saved', 'Saved']);
});
