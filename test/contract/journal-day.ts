import type { DayLog } from './day-log.ts';

/** Every call about the journal, on a till whose printer is switched off. */
export async function checkJournal(day: DayLog): Promise<void> {
  await day.does('journal.verify', {});
  await day.does('journal.startCheck', {});
  await day.waitsFor('journal.heads', {}, ({ check }) => check.state === 'done');
  await day.does('journal.stopCheck', {});
  const { registers } = await day.does('journal.heads', {});
  const { registerId } = registers[0]!;
  await day.does('journal.getHeadsPdf', {});
  await day.does('journal.printHeads', {});
  await day.does('journal.export', { registerId });
  await day.does('journal.renewKey', { registerId });
}
