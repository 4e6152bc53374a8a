import type { Till } from './door.ts';
import type { Person } from './person.ts';

/** One thing that is done in the office; starts and ends there, with Olivia signed in to the demo shop. */
export interface OfficeAct {
  readonly name: string;
  readonly act: (person: Person, till: Pick<Till, 'saveFile' | 'saveFiles'>) => Promise<void>;
}
