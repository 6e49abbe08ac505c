/**
 * An event is a thing that has happened, in the past tense: its name and the schema of its data. It is stored
 * in the transaction that made it happen, and reactions follow afterwards. Each module declares its own in
 * `events.ts`; moments travel as ISO text, ids as text, and nothing that names a person stands unsealed.
 */
import type { z } from 'zod'

export interface EventType<Schema extends z.ZodType = z.ZodType> {
  /** As it is stored, so it is never renamed. */
  readonly name: string
  readonly data: Schema
  /** Why nothing follows, where nothing does. */
  readonly nobody: string | null
}

export const defineEvent = <Schema extends z.ZodType>(
  name: string,
  data: Schema,
  options: { readonly nobody?: string } = {},
): EventType<Schema> => ({ name, data, nobody: options.nobody ?? null })

/** What is stored. */
export interface StoredEvent {
  readonly kind: string
  readonly subjectId: string
  readonly data: unknown
}

/** Data that does not fit is a programmer's mistake, and undoes the transaction that would store it. */
export const eventToStore = <Schema extends z.ZodType>(
  { name, data: schema }: EventType<Schema>,
  subjectId: string,
  data: z.input<Schema>,
): StoredEvent => {
  if (!schema.safeParse(data).success) {
    throw new Error(`the data of ${name} does not fit its schema`)
  }
  return { kind: name, subjectId, data }
}
