import { Vocabulary } from '../../../domain/product-search/vocabulary.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { listNewWords } from './search-index.sql.ts';

/** The catalogue's words in memory, read on from where the last search left off. Not for use inside a command: words
 *  of a transaction that is undone must not stay here. */
export function vocabularyOf(db: ReadableDb): Vocabulary {
  const kept = db.keep(emptyVocabulary);
  const rows = db.all(listNewWords, { after: kept.lastId });
  kept.words.add(rows.map((row) => row.word));
  kept.lastId = rows.at(-1)?.id ?? kept.lastId;
  return kept.words;
}

function emptyVocabulary(): { readonly words: Vocabulary; lastId: number } {
  return { words: new Vocabulary(), lastId: 0 };
}
