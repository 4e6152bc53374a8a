import * as z from 'zod';
import { query } from './call.ts';

export const journalContract = {
  verify: query({
    summary:
      'Recomputes the journal of every register from the stored documents and names the first that differs',
    access: 'audit.view',
    input: {},
    output: z.object({
      ok: z.boolean(),
      registers: z.array(
        z.object({
          registerId: z.string(),
          registerName: z.string(),
          /** How many documents hold, and the hash of the last: to compare with a head noted elsewhere. */
          documents: z.int(),
          headHash: z.string().nullable(),
          /** The first entry that does not hold; null when all do. */
          fault: z
            .object({
              code: z.string(),
              /** Null where no entry is at fault: documents stand beside the journal. */
              seq: z.int().nullable(),
              documentId: z.string().nullable(),
              documentNumber: z.string().nullable(),
            })
            .nullable(),
        }),
      ),
    }),
  }),
};
