interface Kept {
  /** Some of them, by name. */
  readonly kept: readonly { readonly name: string }[];
  /** All of them. */
  readonly keptCount: number;
}

/** What stays as somebody else left it, by name; "…" stands for those that are not named. */
export function keptNames({ kept, keptCount }: Kept): string {
  return [...kept.map(({ name }) => name), ...(kept.length < keptCount ? ['…'] : [])].join(', ');
}
