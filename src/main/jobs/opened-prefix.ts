/** Folders under backups/ in which backups are opened; whatever is left of them may go. */
export const OPENED_PREFIX = '.opened-';
