import { browserDoor } from '../journeys/browser-door.ts';
import { officeDay } from '../journeys/office-day.ts';

// By touch here, by keyboard in the desktop window: each way once, each act in both doors.
officeDay('touch', ({ browser }) => browserDoor(browser));
