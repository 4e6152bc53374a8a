import * as z from 'zod';
import { idSchema } from '../values/schemas.ts';
import { command, query } from './call.ts';
import { productContract } from './product.contract.ts';

const { offset: _offset, limit: _limit, ...productFilter } = productContract.list.input.shape;

const formatFields = {
  format: z.enum(['csv', 'xlsx']),
  /** Of headings and reasons. */
  language: z.enum(['en', 'zh']).default('en'),
};

export const exportView = z.object({
  id: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  state: z.enum(['writing', 'ready', 'failed']),
  rows: z.int(),
  bytes: z.int(),
  errorCode: z.string().nullable(),
});

export const exportContract = {
  catalogue: command({
    summary:
      'Writes the products of a list, filtered as `product.list` is, as a file; cells that a spreadsheet could run are made harmless',
    access: 'catalogue.edit',
    input: { ...productFilter, ...formatFields },
    output: exportView,
    errors: ['export.busy'],
  }),
  faultyRows: command({
    summary: 'Writes the rows that an import leaves out as a file: as they came, with the reason behind them',
    access: 'catalogue.import',
    input: { importId: idSchema, ...formatFields },
    output: exportView,
    errors: ['import.unknown', 'import.wrongState', 'export.busy'],
  }),
  get: query({
    summary: 'How far a file is; files are kept for an hour and only for who asked for them',
    access: 'catalogue.edit',
    input: { id: idSchema },
    output: exportView,
    errors: ['export.unknown'],
  }),
  read: query({
    summary: 'A piece of a file that is ready, base64; null for the next offset: that was the last',
    access: 'catalogue.edit',
    input: { id: idSchema, offset: z.int().min(0) },
    output: z.object({ dataBase64: z.string(), nextOffset: z.int().nullable() }),
    errors: ['export.unknown'],
  }),
};
