import { modify, select } from './sql.ts';

/** Statements of the engine itself: idempotency memory, outbox, audit, meta. */
export const findCommandResult = select<
  { id: string },
  { call: string; actor: string; input_hash: string; result_json: string }
>('SELECT call, actor, input_hash, result_json FROM command_result WHERE id = :id');

export const insertCommandResult = modify<{
  id: string;
  call: string;
  actor: string;
  input_hash: string;
  result_json: string;
  at_ms: number;
}>(`INSERT INTO command_result (id, call, actor, input_hash, result_json, at_ms)
    VALUES (:id, :call, :actor, :input_hash, :result_json, :at_ms)`);

/** A few at a time, so that no command ever pays for a day's worth; see FORGET_EVERY. */
export const deleteSomeOldCommandResults = modify<{ before_ms: number }>(
  'DELETE FROM command_result WHERE id IN (SELECT id FROM command_result WHERE at_ms < :before_ms LIMIT 32)',
);

export const insertOutbox = modify<{
  id: string;
  kind: string;
  payload_json: string;
  hlc: string;
  device_id: string | null;
  at_ms: number;
}>(`INSERT INTO outbox (id, kind, payload_json, hlc, device_id, at_ms)
    VALUES (:id, :kind, :payload_json, :hlc, :device_id, :at_ms)`);

export const insertAudit = modify<{
  id: string;
  at_ms: number;
  action: string;
  staff_id: string | null;
  approver_id: string | null;
  device_id: string | null;
  register_id: string | null;
  subject_kind: string;
  subject_id: string;
  before_json: string | null;
  after_json: string | null;
  reason: string;
}>(`INSERT INTO audit (id, at_ms, action, staff_id, approver_id, device_id, register_id, subject_kind, subject_id,
      before_json, after_json, reason)
    VALUES (:id, :at_ms, :action, :staff_id, :approver_id, :device_id, :register_id, :subject_kind, :subject_id,
      :before_json, :after_json, :reason)`);

export const getMeta = select<{ key: string }, { value: string }>('SELECT value FROM meta WHERE key = :key');

export const setMeta = modify<{ key: string; value: string }>(
  'INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = :value',
);
