/** One SQL script as its statements; a trigger's body belongs to its trigger. */
export function statementsOf(script: string): string[] {
  const statements: string[] = [];
  let statement = '';
  for (const line of script.split('\n')) {
    statement += `${line}\n`;
    const code = line.replace(/--.*$/, '').trimEnd();
    if (!code.endsWith(';')) continue;
    const isTrigger = /^\s*CREATE\s+(?:TEMP\w*\s+)?TRIGGER/im.test(statement.replace(/--.*$/gm, ''));
    if (isTrigger && !/\bEND;$/i.test(code)) continue;
    statements.push(statement);
    statement = '';
  }
  if (statement.trim() !== '') statements.push(statement);
  return statements;
}
