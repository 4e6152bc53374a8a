import type { Page } from '@playwright/test';
import type { Till } from '../door.ts';
import type { Person } from '../person.ts';

/** What an act may need beside the person and the page. */
export interface Around extends Pick<Till, 'saveFile'> {
  /** A browser on the shop's network that is a till of its own, with Olivia signed in. */
  otherTill(): Promise<Page>;
}

/** One thing that happens every day; starts and ends at the till with Olivia signed in and an empty cart. */
export interface Everyday {
  readonly name: string;
  readonly act: (person: Person, around: Around) => Promise<void>;
}
