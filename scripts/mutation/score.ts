/** The part of Stryker's report that counts (mutation-testing-report-schema). */
export interface MutationReport {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly mutants: readonly {
          readonly status: string;
          readonly mutatorName: string;
          readonly replacement?: string;
          readonly location: { readonly start: { readonly line: number; readonly column: number } };
        }[];
      }
    >
  >;
}

export interface MutationScore {
  readonly mutants: number;
  readonly killed: number;
  readonly percent: number;
  /** Mutants that no test even runs. */
  readonly uncovered: number;
  readonly survivors: readonly string[];
}

const KILLED = new Set(['Killed', 'Timeout']);
const COUNTED = new Set([...KILLED, 'Survived', 'NoCoverage']);

/** Killed mutants of all that could be noticed; what does not compile or was left out as static counts on neither side. */
export function scoreOf(report: MutationReport): MutationScore {
  const all = Object.entries(report.files).flatMap(([file, { mutants }]) =>
    mutants.filter(({ status }) => COUNTED.has(status)).map((mutant) => ({ file, ...mutant })),
  );
  const killed = all.filter(({ status }) => KILLED.has(status)).length;
  const left = all.filter(({ status }) => !KILLED.has(status));
  return {
    mutants: all.length,
    killed,
    percent: all.length === 0 ? 0 : Math.round((killed / all.length) * 1000) / 10,
    uncovered: left.filter(({ status }) => status === 'NoCoverage').length,
    survivors: left.map(
      ({ file, location, mutatorName, replacement, status }) =>
        `${file}:${location.start.line}:${location.start.column} ${mutatorName} → ${(replacement ?? '').slice(0, 60)}${status === 'NoCoverage' ? ' (not run by any test)' : ''}`,
    ),
  };
}
