import { createHash } from 'node:crypto';
import type { CallName } from '../../shared/contract/index.ts';
import type { AppError } from '../../shared/errors.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Connection } from './connection.ts';
import type { WritableDb } from './sql.ts';
import { deleteSomeOldCommandResults, findCommandResult, insertCommandResult } from './system.sql.ts';

export type Outcome = Result<unknown, AppError>;

export interface CommandRequest {
  readonly commandId: string;
  readonly call: CallName;
  /** Whose command it is: another person's id is never answered with this one's result. */
  readonly actor: string;
  readonly input: unknown;
  readonly nowMs: number;
  /** Keep the outcome (tokens, codes) in memory only. */
  readonly secret: boolean;
}

interface Remembered {
  readonly call: string;
  readonly actor: string;
  readonly inputHash: string;
  readonly outcome: Outcome;
}

/** Thrown inside the savepoint to undo a refused command's rows; never leaves this file. */
class Refused extends Error {}

const SECRETS_KEPT = 500;
/** A caller that was cut off asks again within minutes; a week outlasts a shop's longest holiday weekend. */
const OUTCOMES_KEPT_MS = 7 * 24 * 60 * 60 * 1000;
/** Each time more are forgotten than came since, so that none pile up. */
const FORGET_EVERY = 8;

const APPROVAL_CODES: ReadonlySet<string> = new Set(['auth.approvalNeeded', 'auth.approvalInvalid']);

/** Runs commands: one immediate transaction each, remembered under the command's id in that same transaction. */
export class CommandRunner {
  readonly #db: Connection;
  readonly #secrets = new Map<string, Remembered>();
  #commands = 0;

  constructor(db: Connection) {
    this.#db = db;
  }

  /** What this command answered before, or null if it never ran. */
  recall(request: CommandRequest): Outcome | null {
    const secret = this.#secrets.get(request.commandId);
    if (secret) return sameCommand(secret, request) ? secret.outcome : reused();
    const row = this.#db.get(findCommandResult, { id: request.commandId });
    if (!row) return null;
    const remembered = { call: row.call, actor: row.actor, inputHash: row.input_hash };
    if (row.result_json === '' || !sameCommand(remembered, request)) return reused();
    return JSON.parse(row.result_json) as Outcome;
  }

  /** `work` sees a WritableDb and answers a Result. An Err undoes its rows; `keep` runs all the same.
   *  @returns the outcome, and whether it was run now (false: a repeat, nothing happened). */
  run(
    request: CommandRequest,
    work: (db: WritableDb) => Outcome,
    keep: (db: WritableDb) => void,
  ): { outcome: Outcome; fresh: boolean } {
    return this.#db.transaction(() => {
      const before = this.recall(request);
      if (before) return { outcome: before, fresh: false };
      const outcome = this.#attempt(work);
      keep(this.#db);
      if (!asksForApproval(outcome)) this.#remember(request, outcome);
      this.#forgetSomeOld(request.nowMs);
      return { outcome, fresh: true };
    });
  }

  #attempt(work: (db: WritableDb) => Outcome): Outcome {
    let outcome: Outcome | null = null;
    try {
      return this.#db.savepoint(() => {
        outcome = work(this.#db);
        if (!outcome.ok) throw new Refused();
        return outcome;
      });
    } catch (error) {
      if (error instanceof Refused && outcome) return outcome;
      throw error;
    }
  }

  #remember(request: CommandRequest, outcome: Outcome): void {
    // A secret command leaves only its id on disk: no hash of a PIN, no token.
    if (request.secret) this.#rememberSecret(request, outcome);
    this.#db.runOne(insertCommandResult, {
      id: request.commandId,
      call: request.call,
      actor: request.actor,
      input_hash: request.secret ? '' : inputHash(request.input),
      result_json: request.secret ? '' : JSON.stringify(outcome),
      at_ms: request.nowMs,
    });
  }

  #forgetSomeOld(nowMs: number): void {
    this.#commands += 1;
    if (this.#commands % FORGET_EVERY === 0)
      this.#db.run(deleteSomeOldCommandResults, { before_ms: nowMs - OUTCOMES_KEPT_MS });
  }

  #rememberSecret(request: CommandRequest, outcome: Outcome): void {
    const { call, actor, commandId } = request;
    this.#secrets.set(commandId, { call, actor, inputHash: inputHash(request.input), outcome });
    if (this.#secrets.size <= SECRETS_KEPT) return;
    const oldest = this.#secrets.keys().next().value;
    if (oldest !== undefined) this.#secrets.delete(oldest);
  }
}

/** Nothing was decided: the same act comes again with a colleague's approval. */
function asksForApproval(outcome: Outcome): boolean {
  return !outcome.ok && APPROVAL_CODES.has(outcome.error.code);
}

function sameCommand(before: Omit<Remembered, 'outcome'>, request: CommandRequest): boolean {
  return (
    before.call === request.call &&
    before.actor === request.actor &&
    before.inputHash === inputHash(request.input)
  );
}

function inputHash(input: unknown): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('base64url');
}

function reused(): Outcome {
  return err({ code: 'command.reused' });
}
