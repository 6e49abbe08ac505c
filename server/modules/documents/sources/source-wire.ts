/**
 * What is said on the line to a source register (`docs/source-register.md`). Personal data goes in bodies,
 * never in addresses, and of a person only what finds her: her numbers, and what she typed.
 */
import { z } from 'zod'
import { claimName } from '../../../../contract/document-type.ts'
import { claimValue, documentStanding } from '../../../../contract/documents.ts'

export interface Question {
  /** Of this question alone: asked twice, it is answered twice. */
  readonly request_id: string
  readonly type: string
  readonly keys: Readonly<Record<string, string>>
  readonly person: { readonly personal_number: string; readonly old_number: string | null }
}
/** She says that the register's entry is wrong, or that it should have one; the agency looks into it. */
export interface Correction extends Question {
  /** By which she speaks of it. Asked twice, it is one request. */
  readonly reference: string
  /** null: none is found under her number. */
  readonly record: string | null
  readonly field: 'personal_number' | 'full_name' | 'birth_date'
  readonly register_says: string
}

/** Of whom a register speaks, as it has written her. */
export const recordHolder = z.object({
  personal_number: z.string().max(12).nullable(),
  old_number: z.string().max(12).nullable(),
  full_name: z.string().min(1).max(200),
  birth_date: z.string().regex(/^\d{4}(-\d{2}){0,2}$/),
})

const standing = documentStanding.exclude(['gone'])
const record = z.object({
  reference: z.string().min(1).max(120),
  version: z.string().min(1).max(120),
  standing,
  standing_since: z.iso.date().nullable(),
  holder: recordHolder,
  values: z.record(claimName, claimValue),
})
export type SourceRecord = z.infer<typeof record>

export const sourceAnswer = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('found'), record }),
  z.object({ answer: z.literal('none') }),
])
export type SourceAnswer = z.infer<typeof sourceAnswer>
export const correctionAnswer = z.object({ answer: z.literal('taken') })
