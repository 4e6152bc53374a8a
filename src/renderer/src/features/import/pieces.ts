/** A multiple of three, so that every piece's base64 ends whole. */
const PIECE_BYTES = 750_000;
export const MOST_BYTES = 500_000_000;

export interface Piece {
  offset: number;
  end: number;
  last: boolean;
}

/** How a file of so many bytes is cut; an empty file is one empty piece. */
export function piecesOf(totalBytes: number): Piece[] {
  const count = Math.max(1, Math.ceil(totalBytes / PIECE_BYTES));
  return Array.from({ length: count }, (_, index) => {
    const offset = index * PIECE_BYTES;
    return { offset, end: Math.min(totalBytes, offset + PIECE_BYTES), last: index === count - 1 };
  });
}
