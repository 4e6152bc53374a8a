import { connectForReading } from '../storage/staging-database.ts';
import { countStock, listDiffering } from './check-stock.sql.ts';

const EXAMPLES = 20;

export interface StockCheck {
  readonly products: number;
  readonly differ: number;
  /** The first of those that differ, by name. */
  readonly examples: readonly {
    readonly productId: string;
    readonly name: string;
    readonly storedMilli: number;
    readonly derivedMilli: number;
  }[];
}

/** Sums all movements again and compares them with the figures kept beside the products (R24). */
export async function checkStock(order: { readonly dataDir: string }): Promise<StockCheck> {
  const db = connectForReading(order.dataDir);
  try {
    const { products, differ } = db.get(countStock, {}) ?? { products: 0, differ: 0 };
    const rows = differ === 0 ? [] : db.all(listDiffering, { limit: EXAMPLES });
    return {
      products,
      differ,
      examples: rows.map(({ product_id: productId, name, stored_milli, derived_milli }) => ({
        productId,
        name,
        storedMilli: stored_milli,
        derivedMilli: derived_milli,
      })),
    };
  } finally {
    db.close();
  }
}
