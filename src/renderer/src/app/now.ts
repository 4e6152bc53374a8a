/** The wall clock of this page; only for what is shown, never for what is stored. */
export function nowMs(): number {
  return Date.now();
}
