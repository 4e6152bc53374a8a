import { browserDoor } from '../journeys/browser-door.ts';
import { firstSaleJourneys } from '../journeys/first-sale.ts';

firstSaleJourneys(({ browser }) => browserDoor(browser));
