import {
  Boxes,
  IdCard,
  LayoutDashboard,
  type LucideIcon,
  Package,
  ReceiptText,
  ScrollText,
  Settings,
  ShoppingCart,
  UsersRound,
} from 'lucide-react';
import type { FunctionComponent } from 'react';
import type { Permission } from '../../../shared/contract/permissions.ts';
import type { MessageKey } from '../../../shared/messages/index.ts';

/** A screen's module loads when it is first opened. */
export type LazyScreen = () => Promise<{ default: FunctionComponent }>;

interface RouteBase {
  /** As TanStack Router writes it: "/orders", "/orders/$orderId". */
  path: string;
  /** sell: the till's top bar; manage: the rail; bare: nothing, for sign-in and set-up; none: its own. */
  frame: 'sell' | 'manage' | 'bare' | 'none';
  permission?: Permission;
  screen: LazyScreen;
}

/** A screen with an entry in the rail and the command palette. */
export interface NavEntry extends RouteBase {
  labelKey: MessageKey;
  icon: LucideIcon;
  group: 'top' | 'shop' | 'know' | 'run';
  /** Screens reached from this one that stand at an address of their own. */
  alsoFor?: readonly string[];
}

/** A screen reached from another one, or by the gate. */
export interface PlainRoute extends RouteBase {
  labelKey?: never;
}

export type RouteEntry = NavEntry | PlainRoute;

/** Every screen there is, in the rail's order. To add one:
 *  `{ path: '/stock', labelKey: 'stock:title', icon: Boxes, group: 'shop', frame: 'manage', permission: 'stock.adjust',`
 *  `  screen: () => import('../features/stock/stock.screen.tsx').then((m) => ({ default: m.StockScreen })) }` */
export const ROUTES: readonly RouteEntry[] = [
  {
    path: '/today',
    labelKey: 'today:nav',
    icon: LayoutDashboard,
    group: 'top',
    frame: 'manage',
    permission: 'reports.view',
    screen: () => import('../features/today/today.screen.tsx').then((m) => ({ default: m.TodayScreen })),
  },
  {
    path: '/sell',
    labelKey: 'sell:nav',
    icon: ShoppingCart,
    group: 'top',
    frame: 'sell',
    permission: 'sell',
    screen: () => import('../features/sell/sell.screen.tsx').then((m) => ({ default: m.SellScreen })),
  },
  {
    path: '/orders',
    labelKey: 'orders:nav',
    icon: ReceiptText,
    group: 'top',
    frame: 'manage',
    permission: 'orders.view',
    screen: () => import('../features/orders/orders.screen.tsx').then((m) => ({ default: m.OrdersScreen })),
  },
  {
    path: '/orders/$orderId',
    frame: 'manage',
    permission: 'orders.view',
    screen: () => import('../features/orders/order.screen.tsx').then((m) => ({ default: m.OrderScreen })),
  },
  {
    path: '/products',
    labelKey: 'products:title',
    icon: Package,
    group: 'shop',
    alsoFor: ['/import'],
    frame: 'manage',
    permission: 'catalogue.view',
    screen: () =>
      import('../features/products/products.screen.tsx').then((m) => ({ default: m.ProductsScreen })),
  },
  {
    path: '/import',
    frame: 'manage',
    permission: 'catalogue.import',
    screen: () => import('../features/import/import.screen.tsx').then((m) => ({ default: m.ImportScreen })),
  },
  {
    path: '/stock',
    labelKey: 'stock:title',
    icon: Boxes,
    group: 'shop',
    frame: 'manage',
    permission: 'catalogue.view',
    screen: () => import('../features/stock/stock.screen.tsx').then((m) => ({ default: m.StockScreen })),
  },
  {
    path: '/customers',
    labelKey: 'customers:title',
    icon: UsersRound,
    group: 'shop',
    frame: 'manage',
    permission: 'customers.edit',
    screen: () =>
      import('../features/customers/customers.screen.tsx').then((m) => ({ default: m.CustomersScreen })),
  },
  {
    path: '/audit',
    labelKey: 'audit:title',
    icon: ScrollText,
    group: 'run',
    frame: 'manage',
    permission: 'audit.view',
    screen: () => import('../features/audit/audit.screen.tsx').then((m) => ({ default: m.AuditScreen })),
  },
  {
    path: '/staff',
    labelKey: 'staff:title',
    icon: IdCard,
    group: 'run',
    frame: 'manage',
    permission: 'staff.view',
    screen: () => import('../features/staff/staff.screen.tsx').then((m) => ({ default: m.StaffScreen })),
  },
  {
    path: '/settings',
    labelKey: 'settings:title',
    icon: Settings,
    group: 'run',
    frame: 'manage',
    screen: () =>
      import('../features/settings/settings.screen.tsx').then((m) => ({ default: m.SettingsScreen })),
  },
  {
    path: '/settings/$tab',
    frame: 'manage',
    screen: () =>
      import('../features/settings/settings.screen.tsx').then((m) => ({ default: m.SettingsScreen })),
  },
  {
    path: '/setup',
    frame: 'bare',
    screen: () => import('../features/setup/setup.screen.tsx').then((m) => ({ default: m.SetupScreen })),
  },
  {
    path: '/sign-in',
    frame: 'bare',
    screen: () => import('../features/session/sign-in.screen.tsx').then((m) => ({ default: m.SignInScreen })),
  },
];

/** The design system's own pages; built in every mode but production. */
export const GALLERY_ROUTES: readonly RouteEntry[] =
  import.meta.env.MODE === 'production'
    ? []
    : [
        {
          path: '/gallery',
          frame: 'bare',
          screen: () => import('./gallery/gallery.screen.tsx').then((m) => ({ default: m.GalleryScreen })),
        },
        {
          path: '/gallery/sell',
          frame: 'sell',
          screen: () =>
            import('./gallery/sell-sample.screen.tsx').then((m) => ({ default: m.SellSampleScreen })),
        },
        {
          path: '/gallery/manage',
          frame: 'none',
          screen: () =>
            import('./gallery/manage-sample.screen.tsx').then((m) => ({ default: m.ManageSampleScreen })),
        },
        {
          path: '/gallery/today',
          frame: 'none',
          screen: () =>
            import('./gallery/today-sample.screen.tsx').then((m) => ({ default: m.TodaySampleScreen })),
        },
      ];

/** The rail's entries this person may open. */
export function navEntries(mayOpen: (entry: RouteEntry) => boolean): NavEntry[] {
  return ROUTES.filter((entry): entry is NavEntry => entry.labelKey !== undefined && mayOpen(entry));
}
