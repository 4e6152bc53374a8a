import { create } from 'zustand';
import type { Tone } from '../ui/index.ts';

/** What the frames show; features fill it as they learn it. Texts arrive already translated. */
export interface ShellState {
  shopName: string;
  registerName: string;
  /** E.g. "Till 1 · open", under the shop's name. */
  registerNote: string;
  /** Absent while there is nothing to say. */
  connection: { tone: Tone; label: string; offline: boolean } | null;
  /** The pill at the foot of the rail, e.g. the last proven backup. */
  footer: { tone: Tone; label: string } | null;
  staff: { name: string } | null;
  /** What the signed-in person may do; null before sign-in. */
  permissions: ReadonlySet<string> | null;
  heldCartCount: number;
  /** Counts beside rail entries, by path. */
  counts: Readonly<Record<string, { count: string; tone: Tone }>>;
  /** While set, every address leads here: set-up or sign-in. */
  gatePath: string | null;
  onStaffChip: (() => void) | null;
  onHeldCarts: (() => void) | null;
}

export const useShell = create<ShellState>(() => ({
  shopName: '',
  registerName: '',
  registerNote: '',
  connection: null,
  footer: null,
  staff: null,
  permissions: null,
  heldCartCount: 0,
  counts: {},
  gatePath: null,
  onStaffChip: null,
  onHeldCarts: null,
}));

export const setShell = (patch: Partial<ShellState>) => useShell.setState(patch);

/** Whether the signed-in person may do this; entries without a permission are for everyone. */
export function allows(permissions: ShellState['permissions'], permission: string | undefined): boolean {
  return permission === undefined || (permissions?.has(permission) ?? false);
}
