export interface ChangedFact {
  readonly name: string;
  /** Null where there was, or is, no such fact. */
  readonly before: string | null;
  readonly after: string | null;
}

const BOOKKEEPING = new Set(['version', 'id']);
/** Ids are for programs: what they point at is named beside them. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What an act changed, fact by fact: those that stayed the same are left out, nested ones are named "a.b". */
export function changedFacts(before: unknown, after: unknown): ChangedFact[] {
  const old = flatten(before);
  const now = flatten(after);
  const names = [...new Set([...old.keys(), ...now.keys()])].filter((name) => !BOOKKEEPING.has(name));
  return names
    .map((name) => ({ name, before: old.get(name) ?? null, after: now.get(name) ?? null }))
    .filter((fact) => fact.before !== fact.after && !isId(fact.before) && !isId(fact.after));
}

function isId(value: string | null): boolean {
  return value !== null && ID.test(value);
}

function flatten(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined) return new Map();
  if (typeof value !== 'object') return new Map([[path, String(value)]]);
  const entries = Array.isArray(value)
    ? value.map((item, index) => [String(index + 1), item])
    : Object.entries(value);
  return new Map(
    entries.flatMap(([key, item]) => [...flatten(item, path === '' ? String(key) : `${path}.${key}`)]),
  );
}
