import { Menu } from 'electron';

/** Windows and Linux get no menu: its accelerators would take F-keys, reload and zoom away from the till. macOS needs
 *  one for quitting and for copy and paste. */
export function setMenu(): void {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]),
  );
}
