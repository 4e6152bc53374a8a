import { writeCategory } from '../product/category.service.ts';
import { findCategoryByName, insertMadeCategory, nextCategoryPosition } from './import.sql.ts';
import type { WritingCtx } from './writing-context.ts';

/** The category a path leads to, its missing steps made and noted as this import's own. */
export function categoryOf(ctx: WritingCtx, runId: string, path: readonly string[]): string | null {
  let parentId: string | null = null;
  for (const name of path) {
    const found: { id: string } | undefined = ctx.db.get(findCategoryByName, { parent_id: parentId, name });
    parentId = found?.id ?? makeCategory(ctx, runId, parentId, name);
  }
  return parentId;
}

function makeCategory(ctx: WritingCtx, runId: string, parentId: string | null, name: string): string {
  const position = ctx.db.get(nextCategoryPosition, { parent_id: parentId })?.position ?? 0;
  const id = writeCategory(ctx, null, { name, parentId, position });
  ctx.db.runOne(insertMadeCategory, { run_id: runId, category_id: id });
  return id;
}
