import { flushCompileCache } from 'node:module';
import Database from 'better-sqlite3';
import { openDatabase } from '../../src/main/storage/open-database.ts';
import { statementsOf } from './statements.ts';

/** Opens the shop's database as a start of the program does, and ends. With FAULTS_STATEMENT=N it is killed before the
 *  Nth statement of its migrations. */
const [dataDir = ''] = process.argv.slice(2);

flushCompileCache();
const killBefore = Number(process.env['FAULTS_STATEMENT'] ?? 0);
if (killBefore > 0) {
  let count = 0;
  const proto = Database.prototype as { exec: (this: unknown, script: string) => unknown };
  const original = proto.exec;
  proto.exec = function (script) {
    if (script.startsWith('INSERT INTO meta')) return original.call(this, script);
    for (const statement of statementsOf(script)) {
      count += 1;
      if (count === killBefore) process.kill(process.pid, 'SIGKILL');
      original.call(this, statement);
    }
    return this;
  };
}
openDatabase(dataDir).db.close();
