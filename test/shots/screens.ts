import { GATE_SCREENS } from './gate-screens.ts';
import { OFFICE_SCREENS } from './office-screens.ts';
import type { Prepare } from './prepare.ts';
import { SELL_SCREENS } from './sell-screens.ts';

/** One picture of the product: how to get there. */
export interface Screen {
  /** names the file: shots/<language>/<theme>/<width>x<height>/<name>.png */
  readonly name: string;
  /** from the root of the address, such as '/' or '/#/sell' */
  readonly route: string;
  /** pictures at the counter's portrait size too (800×1100) */
  readonly portrait?: boolean;
  /** 'demo' (usual): the demo shop with its owner signed in; 'cashier': the same with somebody who may less;
   *  'signed-out': the same with nobody; 'empty': no shop yet; 'copied': a demo shop in a copied folder */
  readonly shop?: 'demo' | 'cashier' | 'signed-out' | 'empty' | 'copied';
  /** shows the demo shop's past, which a shop made for tests may lack */
  readonly past?: boolean;
  /** what to do on the page before the picture */
  readonly prepare?: Prepare;
}

/** In the order a person meets them; what one leaves behind (a cart, a sale) the next may use. */
export const SCREENS: readonly Screen[] = [...GATE_SCREENS, ...SELL_SCREENS, ...OFFICE_SCREENS];
