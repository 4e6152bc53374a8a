/** The engine will not open this data folder, and nothing in it was changed: it is in use, or written by a newer
 *  version. `message` is for the person in front of the till. */
export class EngineRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'EngineRefusal';
    this.code = code;
  }
}
