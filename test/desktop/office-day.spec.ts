import { desktopDoor } from '../journeys/desktop-door.ts';
import { officeDay } from '../journeys/office-day.ts';

officeDay('keyboard', () => desktopDoor);
