/** Who may do what. A role is a set of permissions; the engine asks for permissions, never for roles. */
export const ROLES = ['owner', 'manager', 'cashier'] as const;
export type Role = (typeof ROLES)[number];

const CASHIER = ['sell', 'orders.view', 'catalogue.view', 'customers.edit'] as const;
const MANAGER = [
  ...CASHIER,
  'sale.override',
  'sale.void',
  'sale.takeOver',
  'sale.training',
  'sale.expired',
  'sale.oversell',
  'price.atScan',
  'drawer.open',
  'refund',
  'catalogue.edit',
  'catalogue.import',
  'stock.adjust',
  'reports.view',
  'audit.view',
  'staff.view',
] as const;
const OWNER = [...MANAGER, 'staff.manage', 'devices.manage', 'settings.manage', 'backup.manage'] as const;

export type Permission = (typeof OWNER)[number];
export const PERMISSIONS: readonly Permission[] = OWNER;

export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: OWNER,
  manager: MANAGER,
  cashier: CASHIER,
};

export function roleAllows(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}

/** What a call asks of its caller: nobody in particular, anyone on an enrolled device, anyone signed in, or a permission. */
export type Access = 'public' | 'device' | 'signedIn' | Permission;
