import type { CallOutput } from '../../../../shared/contract/index.ts';

export type StaffMember = CallOutput<'staff.list'>[number];
export type StaffRole = StaffMember['role'];
