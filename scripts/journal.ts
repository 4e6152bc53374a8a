import { runJournal, USAGE, UsageError } from './journal/commands.ts';

/** npm run journal: a shop's journal, and receipts in Austria's format, written and checked from outside. */
try {
  const { exitCode, text } = runJournal(process.argv.slice(2));
  (exitCode === 0 ? console.log : console.error)(text);
  process.exitCode = exitCode;
} catch (cause) {
  const message = cause instanceof Error ? cause.message : String(cause);
  console.error(cause instanceof UsageError ? `${message}\n${USAGE}` : message);
  process.exitCode = 2;
}
