import Database from 'better-sqlite3';

/** For the counter-proof alone: the till of this process opens its shop with another durability than it chose. Nothing
 *  in the program can be asked for that. */
export function openWith(pragmas: Readonly<Record<string, string>>): void {
  const proto = Database.prototype as { pragma: (this: unknown, text: string, options?: unknown) => unknown };
  const original = proto.pragma;
  proto.pragma = function (text, options) {
    const [name = ''] = text.split(/\s*=/);
    // The program reads back what it set; it is told what it wants to hear.
    if (text === 'synchronous' && pragmas['synchronous'] !== undefined) return 2;
    const value = text.includes('=') ? pragmas[name] : undefined;
    const answer = original.call(this, value === undefined ? text : `${name} = ${value}`, options);
    // One that the program leaves at SQLite's own choice.
    const pages = pragmas['wal_autocheckpoint'];
    if (name === 'journal_mode' && pages !== undefined) original.call(this, `wal_autocheckpoint = ${pages}`);
    return answer;
  };
}

/** As `openWith`, from the environment: FAULTS_PRAGMAS is a JSON object. */
export function openAsTold(): void {
  const told = process.env['FAULTS_PRAGMAS'];
  if (told) openWith(JSON.parse(told) as Record<string, string>);
}
