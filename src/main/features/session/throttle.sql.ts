import { modify, select } from '../../storage/sql.ts';

export const findThrottle = select<{ subject: string }, { failures: number }>(
  'SELECT failures FROM throttle WHERE subject = :subject',
);

export const saveThrottle = modify<{
  subject: string;
  failures: number;
  wait_ms: number;
  last_failure_at_ms: number;
}>(
  `INSERT INTO throttle (subject, failures, wait_ms, last_failure_at_ms)
   VALUES (:subject, :failures, :wait_ms, :last_failure_at_ms)
   ON CONFLICT (subject) DO UPDATE SET failures = :failures, wait_ms = :wait_ms, last_failure_at_ms = :last_failure_at_ms`,
);

export const deleteThrottle = modify<{ subject: string }>('DELETE FROM throttle WHERE subject = :subject');
