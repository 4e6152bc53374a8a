import type { ListLanguage } from '../../domain/catalogue-import/export-columns.ts';
import { readCellText } from '../../domain/catalogue-import/formula-text.ts';
import { type MessageKey, translate } from '../../shared/messages/index.ts';
import { openStagingDatabase } from '../storage/staging-database.ts';
import { listFaultsOfRows, listFaultyRows } from './catalogue-import.sql.ts';
import type { ExportResult } from './export-catalogue.ts';
import { LINE_IN_CELL } from './workbook-csv.ts';
import { createListWriter, type ListFormat } from './write-list.ts';

export interface FaultyRowsOrder {
  readonly stagingFile: string;
  readonly file: string;
  readonly format: ListFormat;
  readonly language: ListLanguage;
  /** Of the list; '' for columns that have none. */
  readonly headers: readonly string[];
  readonly signal: SharedArrayBuffer;
}

const PAGE = 2000;

/** Writes the rows that an import leaves out, as they came, each with its reasons behind it. */
export async function exportFaultyRows(order: FaultyRowsOrder): Promise<ExportResult> {
  const staging = openStagingDatabase(order.stagingFile);
  if (staging === null) throw new Error('the faulty rows have been cleared away');
  const { language, headers } = order;
  const headings = headers.map(
    (header, index) => header || translate(language, 'importer:columns.unnamed', { number: index + 1 }),
  );
  headings.push(translate(language, 'importer:checked.reason'));
  const writer = createListWriter(order.file, order.format, headings);
  const signal = new Int32Array(order.signal);
  let rows = 0;
  try {
    for (let after = -1; Atomics.load(signal, 1) === 0; ) {
      const page = staging.all(listFaultyRows, { after, limit: PAGE });
      const last = page.at(-1);
      if (last === undefined) break;
      const faults = staging.all(listFaultsOfRows, { after, until: last.row_number });
      const byRow = Map.groupBy(faults, (fault) => fault.row_number);
      for (const { row_number, cells_json } of page) {
        const cells = (JSON.parse(cells_json) as string[]).map(asItStood);
        const own = Array.from({ length: Math.max(headers.length, cells.length) }, (_, i) => cells[i] ?? '');
        writer.write([...own, reasonsOf(byRow.get(row_number) ?? [], language)]);
      }
      after = last.row_number;
      rows += page.length;
      Atomics.store(signal, 0, rows);
    }
  } finally {
    staging.close();
  }
  return { rows, bytes: await writer.finish() };
}

/** The writer makes harmless what needs it; a cell that came harmless already is not made so twice. */
function asItStood(cell: string): string {
  return readCellText(cell).replaceAll(LINE_IN_CELL, '\n');
}

function reasonsOf(
  faults: readonly { code: string; column_name: string | null }[],
  language: ListLanguage,
): string {
  return faults
    .map(({ code, column_name }) => {
      const reason = translate(language, `import:row.${code}` as MessageKey);
      return column_name === null ? reason : `${column_name}: ${reason}`;
    })
    .join(' ');
}
