import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/index.ts';
import type { Door, DoorAnswer } from '../helpers/doors.ts';

type Input<N extends CallName> = Omit<CallInput<N>, 'commandId'> & { commandId?: string };

export interface LoggedCall {
  readonly name: CallName;
  readonly answer: DoorAnswer;
}

/** Makes calls through one door and writes down what came back. */
export class DayLog {
  readonly calls: LoggedCall[] = [];
  readonly #door: Door;

  constructor(door: Door) {
    this.#door = door;
  }

  /** A call that must succeed. */
  async does<N extends CallName>(name: N, input: Input<N>): Promise<CallOutput<N>> {
    const answer = await this.tries(name, input);
    if (!answer.ok)
      throw new Error(`${name} through ${this.#door.name}: ${answer.code} ${JSON.stringify(answer.data)}`);
    return answer.value as CallOutput<N>;
  }

  /** A call that may be refused, with any input. */
  async tries(name: CallName, input: unknown): Promise<DoorAnswer> {
    const answer = await this.#door.send(name, input);
    this.calls.push({ name, answer });
    return answer;
  }

  /** A call whose answer depends on how far a job has come; not written down. */
  async waitsFor<N extends CallName>(
    name: N,
    input: Input<N>,
    done: (answer: CallOutput<N>) => boolean,
  ): Promise<CallOutput<N>> {
    for (let tries = 0; tries < 500; tries += 1) {
      const answer = await this.#door.send(name, input);
      if (!answer.ok) throw new Error(`${name}: ${answer.code}`);
      if (done(answer.value as CallOutput<N>)) return answer.value as CallOutput<N>;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`${name} never got there`);
  }
}
