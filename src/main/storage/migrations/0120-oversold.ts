/** Products that may be sold below zero in one cart although their policy blocks that (R25). */
export const sql = `
CREATE TABLE cart_oversold (
  cart_id TEXT NOT NULL REFERENCES cart (id),
  product_id TEXT NOT NULL,
  PRIMARY KEY (cart_id, product_id)
) STRICT, WITHOUT ROWID;
`;
