/**
 * What a person needs to check a line of her own log by herself: the line as it was digested, its place in
 * the tree, and a signed checkpoint over it (RFC 6962; formats/transparency-log checks it in her browser).
 */
import { z } from 'zod'
import { view } from './operation.ts'
import { cursor, moment } from './values.ts'

const hash = z.base64().length(44)

/** Exactly what canonical JSON (RFC 8785) is made of, under the names that were digested. */
const digestedLine = z.object({
  subject_id: z.string(),
  id: z.string(),
  at: z.string(),
  use_case: z.string(),
  actor: z.string(),
  purpose: z.string(),
  outcome: z.string(),
  fields: z.array(z.string()),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

/** `leafHash` is SHA-256(0x00, SHA-256(salt, line)). */
const provenLine = z.object({
  id: z.string(),
  at: moment,
  /**
   * `open`: line and salt are here. `withheld`: the line names somebody else or an inner remark; only its
   * place can be checked. `erased`: its time is over and the salt is gone.
   */
  content: z.enum(['open', 'withheld', 'erased']),
  line: digestedLine.nullable(),
  /** In hex. */
  salt: z.string().nullable(),
  leafHash: hash,
  /** null while it waits for its leaf, within seconds of the deed. */
  leaf: z.number().nullable(),
})

export const ViewLineProof = view('audit.line-proof', {
  summary:
    'One line of her own log as it was digested, with the proof that it stands in the log under a signed checkpoint.',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    line: provenLine,
    /** null while the line waits. `note`: the newest checkpoint over it, cosigned where one is. */
    proof: z.object({ note: z.string(), hashes: z.array(hash) }).nullable(),
  }),
  problems: ['audit.no-such-line', 'limit.reached'],
})

export const ExportOwnLog = view('audit.export-own', {
  summary:
    'Her whole log, page by page, with the proof of each line under one checkpoint: for tools/verify-audit.py --own.',
  input: z.object({
    cursor,
    /** The size of the checkpoint that the first page was proven under; without it the newest one. */
    size: z.coerce.number().int().min(1).optional(),
  }),
  output: z.object({
    /** null before the first checkpoint. */
    note: z.string().nullable(),
    size: z.number().nullable(),
    lines: z.array(
      provenLine.extend({
        /** As the log reads, in the asker's language. */
        words: z.object({
          who: z.string(),
          purpose: z.string(),
          fields: z.array(z.string()),
          outcome: z.string(),
        }),
        /** null for a line that is newer than the checkpoint. */
        hashes: z.array(hash).nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
  problems: ['audit.no-such-checkpoint', 'limit.reached'],
})
