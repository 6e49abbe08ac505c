/**
 * An operation is what a client may ask of the server: its name, what goes in, what comes out and which
 * refusals it may
 * answer with. Server and web meet only here; OpenAPI is generated from it.
 */
import type { z } from 'zod'
import type { ProblemCode } from './problems/catalogue.ts'

export interface Operation<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly name: Name
  /**
   * A deed changes something and goes by POST; a view reads, by GET, and its input must hold no personal data
   * (it stands in a URL).
   */
  readonly kind: 'deed' | 'view'
  /** One English sentence for the API's reader. */
  readonly summary: string
  readonly input: Input
  readonly output: Output
  readonly problems: readonly ProblemCode[]
  /**
   * It has a code sent for whoever has shown nothing, and asks her browser for presence first
   * (`contract/presence.ts`): always, or when anything was typed and not her session's own is meant.
   */
  readonly presence?: 'always' | 'when-typed'
}

type Shape<I extends z.ZodType, O extends z.ZodType> = {
  summary: string
  input: I
  output: O
  problems?: readonly ProblemCode[]
}

/** By its type: a page that sends a deed which asks for presence shows it, or does not compile. */
type WithoutPresence<N extends string, I extends z.ZodType, O extends z.ZodType> = Operation<N, I, O> & {
  readonly presence?: undefined
}

export const deed = <const N extends string, I extends z.ZodType, O extends z.ZodType>(
  name: N,
  shape: Shape<I, O>,
): WithoutPresence<N, I, O> => ({ name, kind: 'deed', problems: [], ...shape })

/** A deed by which a stranger has something sent: her browser works for it first. */
export const strangersDeed = <
  const N extends string,
  I extends z.ZodType,
  O extends z.ZodType,
  const P extends NonNullable<Operation['presence']>,
>(
  name: N,
  { problems = [], ...shape }: Shape<I, O> & { readonly presence: P },
) => ({ ...deed(name, { ...shape, problems: [...problems, ...OF_PRESENCE] }), presence: shape.presence })
const OF_PRESENCE = ['presence.missing', 'presence.wrong', 'presence.used', 'presence.expired'] as const

export const view = <const N extends string, I extends z.ZodType, O extends z.ZodType>(
  name: N,
  shape: Shape<I, O>,
): WithoutPresence<N, I, O> => ({ name, kind: 'view', problems: [], ...shape })

/** Where an operation stands on the wire: `enrolment.send-code` is `/api/enrolment/send-code`. */
export const pathOf = (name: string): string => `/api/${name.replaceAll('.', '/')}`

export type InputOf<Op> = Op extends Operation<string, infer I, z.ZodType> ? z.infer<I> : never
export type OutputOf<Op> = Op extends Operation<string, z.ZodType, infer O> ? z.infer<O> : never
