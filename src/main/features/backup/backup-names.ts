import { addDays, type BusinessDay } from '../../../shared/values/business-day.ts';

export type BackupKind = 'auto' | 'hand' | 'aside';

/** `tillwise-<shop>-<day>-<time>-<kind>.db`, encrypted `.twb`: sorted by name is sorted by time. */
export interface BackupName {
  /** The end of the shop's id: two shops may share a folder and never clear away each other's. */
  readonly shop: string;
  readonly day: BusinessDay;
  /** Wall clock of the shop, HHMMSS. */
  readonly time: string;
  readonly kind: 'auto' | 'hand';
  readonly encrypted: boolean;
}

const NAME = /^tillwise-([0-9a-f]{8})-(\d{4}-\d{2}-\d{2})-(\d{6})(?:-\d+)?-(auto|hand)\.(db|twb)$/;
const ASIDE = /^(before-upgrade-from-|before-restore-|demo-)[\w-]+\.db$/;

export function shopMark(shopUuid: string): string {
  return shopUuid.slice(-8);
}

/** @param count  1, or more where the same second has a backup already */
export function writeName({ shop, day, time, kind, encrypted }: BackupName, count = 1): string {
  return `tillwise-${shop}-${day}-${time}${count > 1 ? `-${count}` : ''}-${kind}.${encrypted ? 'twb' : 'db'}`;
}

/** Null for a file that is none of ours. */
export function readName(file: string): BackupName | null {
  const [, shop, day, time, kind, ending] = NAME.exec(file) ?? [];
  return shop && day && time && kind
    ? { shop, day, time, kind: kind as BackupName['kind'], encrypted: ending === 'twb' }
    : null;
}

/** What was moved away before something large: kept until the owner removes it. */
export function isAside(file: string): boolean {
  return ASIDE.test(file);
}

const DAILY = 7;
const WEEKLY = 4;
const MONTHLY = 12;

/** Which automatic backups of a shop may go: all but the newest of each of the last 7 days, 4 weeks and 12 months that
 *  have one. Those made by hand, other shops' and other files are never among them. Looks at names alone, so that a copy
 *  of the folder is treated alike.
 *  @param files  names in one folder, any order */
export function listOutdated(files: readonly string[], shop: string): string[] {
  const ours = files
    .flatMap((file) => {
      const name = readName(file);
      return name?.shop === shop && name.kind === 'auto' ? [{ file, day: name.day }] : [];
    })
    .sort((a, b) => (a.file < b.file ? 1 : -1));
  const kept = new Set([
    ...newestOfEach(ours, ({ day }) => day, DAILY),
    ...newestOfEach(ours, ({ day }) => mondayOf(day), WEEKLY),
    ...newestOfEach(ours, ({ day }) => day.slice(0, 7), MONTHLY),
  ]);
  return ours.map(({ file }) => file).filter((file) => !kept.has(file));
}

interface Dated {
  readonly file: string;
  readonly day: BusinessDay;
}

/** @param newestFirst  sorted; the first of a span is its newest */
function newestOfEach(
  newestFirst: readonly Dated[],
  spanOf: (one: Dated) => string,
  spans: number,
): string[] {
  const first = new Map<string, string>();
  for (const one of newestFirst) {
    const span = spanOf(one);
    if (!first.has(span)) first.set(span, one.file);
  }
  return [...first.values()].slice(0, spans);
}

function mondayOf(day: BusinessDay): BusinessDay {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
