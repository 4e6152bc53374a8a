import {
  Boxes,
  ChartLine,
  Headset,
  IdCard,
  LayoutDashboard,
  Package,
  ReceiptText,
  Settings,
  ShoppingCart,
  Sparkles,
  Tag,
  Truck,
  UsersRound,
} from 'lucide-react';
import type { MessageKey } from '../../../../shared/messages/index.ts';
import type { NavEntry } from '../routes.tsx';
import { setShell } from '../shell-state.ts';

export interface SampleProduct {
  code: string;
  name: string;
  category: string;
  priceMinor: number;
  stock: number;
  sold: number;
}

const NAMES: readonly [string, string, number, number, number][] = [
  ['White hanging heart T-light holder', 'Candles & light', 295, 412, 1284],
  ['Regency cakestand 3 tier', 'Kitchen', 1275, 38, 611],
  ['Jumbo bag red retrospot', 'Bags', 208, 1204, 1020],
  ['Party bunting', 'Party', 495, 57, 540],
  ['Lunch bag red retrospot', 'Bags', 165, 310, 498],
  ['Assorted colour bird ornament', 'Decoration', 169, 96, 470],
  ['Pack of 72 retrospot cake cases', 'Kitchen', 55, 6, 455],
  ['Set of 3 cake tins pantry design', 'Kitchen', 495, 22, 441],
  ['Wooden picture frame white finish', 'Decoration', 295, 0, 402],
  ['Natural slate heart chalkboard', 'Garden', 295, 140, 397],
  ["Paper chain kit 50's Christmas", 'Christmas', 295, 215, 380],
  ['Alarm clock bakelike green', 'Home', 375, 18, 371],
  ['Hot water bottle keep calm', 'Home', 495, 64, 344],
  ['Spotty bunting', 'Party', 495, 73, 331],
  ['Victorian glass hanging T-light', 'Candles & light', 125, 88, 318],
  ['Rex cash+carry jumbo shopper', 'Bags', 95, 41, 302],
];

export const PRODUCTS: readonly SampleProduct[] = Array.from({ length: 3684 }, (_, index) => {
  const [name, category, priceMinor, stock, sold] = NAMES[index % NAMES.length] ?? ['', '', 0, 0, 0];
  return {
    code: String(85123 + index * 7),
    name,
    category,
    priceMinor,
    stock,
    sold: Math.max(0, sold - index),
  };
});

/** Sample words stand where catalogue keys go: a key without a text shows itself. */
const word = (text: string) => text as MessageKey;
const base = { frame: 'manage', screen: () => Promise.reject(new Error('a sample opens nothing')) } as const;

export const SAMPLE_ENTRIES: readonly NavEntry[] = [
  { ...base, path: '/gallery/today', labelKey: word('Today'), icon: LayoutDashboard, group: 'top' },
  { ...base, path: '/gallery/sell', labelKey: word('Sell'), icon: ShoppingCart, group: 'top' },
  { ...base, path: '/orders', labelKey: word('Orders'), icon: ReceiptText, group: 'top' },
  { ...base, path: '/gallery/manage', labelKey: word('Products'), icon: Package, group: 'shop' },
  { ...base, path: '/stock', labelKey: word('Stock'), icon: Boxes, group: 'shop' },
  { ...base, path: '/purchasing', labelKey: word('Purchasing'), icon: Truck, group: 'shop' },
  { ...base, path: '/promotions', labelKey: word('Promotions'), icon: Tag, group: 'shop' },
  { ...base, path: '/customers', labelKey: word('Customers'), icon: UsersRound, group: 'shop' },
  { ...base, path: '/reports', labelKey: word('Reports'), icon: ChartLine, group: 'know' },
  { ...base, path: '/insights', labelKey: word('Insights'), icon: Sparkles, group: 'know' },
  { ...base, path: '/support', labelKey: word('Support'), icon: Headset, group: 'run' },
  { ...base, path: '/staff', labelKey: word('Staff'), icon: IdCard, group: 'run' },
  { ...base, path: '/settings', labelKey: word('Settings'), icon: Settings, group: 'run' },
];

/** Fills the frames as a running shop would. */
export function fillShell(): void {
  setShell({
    shopName: 'Harbour Gifts',
    registerName: 'Till 1',
    registerNote: 'Till 1 · open',
    connection: { tone: 'success', label: 'Offline, all working', offline: true },
    footer: { tone: 'success', label: 'Backup proven 2 h ago' },
    staff: { name: 'Maya K.' },
    heldCartCount: 2,
    counts: { '/insights': { count: '3', tone: 'accent' }, '/support': { count: '5', tone: 'neutral' } },
  });
}
