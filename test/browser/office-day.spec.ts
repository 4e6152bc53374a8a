import { test } from '@playwright/test';
import { browserDoor } from '../journeys/browser-door.ts';
import { officeDay } from '../journeys/office-day.ts';

// Each way has a shop of its own.
test.describe.configure({ mode: 'parallel' });
officeDay(({ browser }) => browserDoor(browser));
