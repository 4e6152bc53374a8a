import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { destination, type Logger, pino } from 'pino';
import type { Clock } from './clock.ts';

/** The program's own log: what happened, never what was typed. */
export interface Log {
  info(event: string, facts?: Record<string, unknown>): void;
  /** Writes down a bug and answers the id under which it can be found. */
  bug(where: string, error: unknown): string;
  close(): void;
}

/** One JSON line an event in <data folder>/logs/tillwise.log. */
export function openLog(dataDir: string, clock: Clock): Log {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stream = destination({ dest: join(folder, 'tillwise.log'), sync: true, mode: 0o600 });
  // A full disk must not end the till for want of a line in its log.
  stream.on('error', (error) => console.error(`The log cannot be written: ${error.message}`));
  const logger: Logger = pino({ base: null }, stream);
  return {
    info: (event, facts = {}) => logger.info(facts, event),
    bug: (where, error) => {
      const logId = clock.newId();
      logger.error({ logId, where, err: error instanceof Error ? error : new Error(String(error)) }, 'bug');
      return logId;
    },
    close: () => stream.end(),
  };
}
