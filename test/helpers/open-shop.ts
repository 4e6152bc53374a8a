import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, ORPCError } from '@orpc/server';
import Database from 'better-sqlite3';
import type { Clock } from '../../src/main/clock.ts';
import type { Caller } from '../../src/main/context.ts';
import { type Engine, openEngine } from '../../src/main/engine.ts';
import { DATABASE_FILE } from '../../src/main/storage/open-database.ts';
import { type CallInput, type CallName, type CallOutput, contract } from '../../src/shared/contract/index.ts';
import type { ErrorCode } from '../../src/shared/errors.ts';

/** 2026-03-02 10:00 in London, a Monday. */
export const MONDAY_MORNING_MS = Date.UTC(2026, 2, 2, 10, 0, 0);

/** A clock and ids that tests set: ids count up, time stands still until moved. */
export class TestClock implements Clock {
  ms = MONDAY_MORNING_MS;
  #ids = 0;
  readonly #series: string;

  constructor(series = 0) {
    this.#series = series.toString(16).padStart(4, '0');
  }

  nowMs(): number {
    return this.ms;
  }

  monotonicMs(): number {
    return this.ms;
  }

  newId(): string {
    this.#ids += 1;
    return `019ca000-0000-7000-${this.#series.replace(/^./, '8')}-${this.#ids.toString(16).padStart(12, '0')}`;
  }

  pass(ms: number): void {
    this.ms += ms;
  }
}

/** What a refused call answered. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly data: Record<string, unknown>;
}

/** A person or program at a device: remembers its session and device like a browser does. */
export class TestCaller {
  sessionToken: string | null = null;
  deviceToken: string | null = null;
  readonly #shop: TestShop;
  readonly #local: boolean;

  constructor(shop: TestShop, local = true) {
    this.#shop = shop;
    this.#local = local;
  }

  /** Makes a call that must succeed; commands get a commandId of their own where none is given. */
  async call<N extends CallName>(
    name: N,
    input: Omit<CallInput<N>, 'commandId'> & { commandId?: string },
  ): Promise<CallOutput<N>> {
    return (await this.raw(name, input)) as CallOutput<N>;
  }

  /** Makes a call that must be refused, and answers how. */
  async refused<N extends CallName>(
    name: N,
    input: Omit<CallInput<N>, 'commandId'> & { commandId?: string },
  ): Promise<Refusal> {
    return this.refusedRaw(name, input);
  }

  /** As `refused`, for input the types forbid. */
  async refusedRaw(name: CallName, input: unknown): Promise<Refusal> {
    try {
      await this.raw(name, input);
    } catch (error) {
      if (error instanceof ORPCError)
        return { code: error.code as ErrorCode, data: error.data as Record<string, unknown> };
      throw error;
    }
    throw new Error(`${name} was not refused`);
  }

  async raw(name: CallName, input: unknown): Promise<unknown> {
    const [feature, verb] = name.split('.') as [string, string];
    const client = createRouterClient(this.#shop.engine.router, { context: { caller: this.#caller() } });
    const call = (client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[
      feature
    ]?.[verb];
    if (!call) throw new Error(`no call ${name}`);
    return call(this.#shop.withCommandId(name, input));
  }

  /** The same device, another session (or none). */
  sameDevice(): TestCaller {
    const other = new TestCaller(this.#shop, this.#local);
    other.deviceToken = this.deviceToken;
    return other;
  }

  #caller(): Caller {
    return {
      door: 'browser',
      local: this.#local,
      address: '127.0.0.1',
      sessionToken: this.sessionToken,
      deviceToken: this.deviceToken,
      setSession: (token) => {
        this.sessionToken = token;
      },
      setDevice: (token) => {
        this.deviceToken = token;
      },
    };
  }
}

/** A real engine on a real database in a temporary folder. */
export class TestShop {
  readonly clock: TestClock;
  readonly dataDir: string;
  engine!: Engine;
  /** From the next start on: backs up by itself, as the shipped program does. */
  automaticBackups = false;
  #watcher: Database.Database | null = null;

  constructor(clock: TestClock, dataDir: string) {
    this.clock = clock;
    this.dataDir = dataDir;
  }

  /** @param history  the demo shop with its year, which takes seconds */
  async start(demo = false, history = false): Promise<void> {
    const rendererDir = join(this.dataDir, 'page');
    mkdirSync(rendererDir, { recursive: true });
    writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>page</title>');
    this.engine = await openEngine({
      dataDir: this.dataDir,
      demo,
      withoutHistory: !history,
      rendererDir,
      version: '0.0.0-test',
      clock: this.clock,
      automaticBackups: this.automaticBackups,
    });
  }

  async restart(): Promise<void> {
    await this.engine.close();
    await this.start();
  }

  /** Reads the database from outside, as an auditor would. */
  rows<R = Record<string, unknown>>(sql: string, ...params: unknown[]): R[] {
    const db = new Database(join(this.dataDir, DATABASE_FILE), { readonly: true });
    try {
      return db.prepare(sql).all(...params) as R[];
    } finally {
      db.close();
    }
  }

  /** A number that changes with every commit anyone makes (PRAGMA data_version, seen by a connection that writes nothing). */
  commits(): number {
    this.#watcher ??= new Database(join(this.dataDir, DATABASE_FILE), { readonly: true });
    return this.#watcher.pragma('data_version', { simple: true }) as number;
  }

  /** Every table's content, to prove that a refused call changed nothing (what the program itself remembers of the call apart). */
  snapshot(): string {
    const tables = this.rows<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'product_search%' AND name NOT LIKE 'search_%' AND name NOT IN ('command_result', 'meta', 'throttle') ORDER BY name",
    );
    return JSON.stringify(tables.map(({ name }) => [name, this.rows(`SELECT * FROM "${name}"`)]));
  }

  caller(local = true): TestCaller {
    return new TestCaller(this, local);
  }

  withCommandId(name: CallName, input: unknown): unknown {
    return isCommand(name) && !(input as { commandId?: string }).commandId
      ? { ...(input as object), commandId: this.clock.newId() }
      : input;
  }

  async close(): Promise<void> {
    await this.engine.close();
    this.discard();
  }

  /** Removes the folder of a shop whose engine is closed already. */
  discard(): void {
    this.#watcher?.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function isCommand(name: CallName): boolean {
  const [feature, verb] = name.split('.') as [keyof typeof contract, string];
  return (contract[feature] as unknown as Record<string, { kind: string }>)[verb]?.kind === 'command';
}

let series = 0;

/** An engine on an empty data folder: before the first set-up. */
export function openEmptyShop(): Promise<TestShop> {
  series += 1;
  return openShopWithSeries(series);
}

/** As openEmptyShop; two shops of the same series make the same ids in the same order. */
export async function openShopWithSeries(idSeries: number): Promise<TestShop> {
  const shop = new TestShop(new TestClock(idSeries), mkdtempSync(join(tmpdir(), 'tillwise-test-')));
  await shop.start();
  return shop;
}
