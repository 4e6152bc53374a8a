/** What the program itself says, before or beside its window. */
export const startup = {
  cannotOpen: 'Tillwise cannot open this shop',
  refusal: {
    folder: {
      inUse: 'The shop is open in another Tillwise. Close that one first.',
      unusable: 'Its data folder cannot be used. Check the drive, and that you may write there.',
    },
    database: {
      foreign: 'The file is not a Tillwise shop; nothing was changed. Choose another data folder.',
      newer: 'A newer Tillwise wrote this shop; nothing was changed. Install the newer version to open it.',
      damaged:
        'The shop’s file is damaged; nothing was changed. Restore the newest backup into a new folder.',
    },
    other: 'Start the computer again. If this comes back, restore the newest backup into a new folder.',
  },
  details: 'Details: {{details}}',
  port: {
    title: 'Browsers cannot connect',
    inUse: 'Port {{port}} is in use by another program.',
    refused: 'Port {{port}} cannot be opened.',
    hint: 'This till works as usual. To let browsers in, close the other program or start Tillwise with another --port.',
  },
  engineLost: 'The shop’s engine ended unexpectedly, twice within a minute.',
  pageLost: 'The window’s page ended unexpectedly ({{reason}}).',
  salesStored: 'Your sales are stored. Start again, or close the program.',
  startAgain: 'Start again',
  close: 'Close',
} as const;
