/**
 * What each table holds about people, and what becomes of it once a person has closed her account (Law
 * 91/2025/QH15: deletion). Every table of the schema is named by exactly one module; a test compares with the
 * catalogue, so that no table and no column is forgotten (docs/decisions/0018-erasure.md).
 */
import type { GoneKind, KeptKind } from '../../contract/erasure.ts'
import type { UntoldKind } from '../../contract/own-data.ts'
import type { Work } from './work.ts'

/** Deleted with the account; what a slow deed left behind goes with the job's first look. */
interface AtOnce {
  readonly is: 'at-once'
  readonly kind: GoneKind
}
/** Kept until its policy's time is over, each row from its own moment on, and then erased. */
interface Kept {
  readonly is: 'kept'
  readonly kind: KeptKind
  /** SQL: the moment from which it counts; null while something still goes on. */
  readonly since: string
  /** Instead of deleting the rows; answers how many were erased. */
  erase?(work: Work, rows: { readonly subjectId: string; readonly before: Date }): Promise<number>
  /** Which rows are meant: a further condition in SQL; `$2` is the moment of the closing. */
  readonly and?: string
}
/** Goes by itself within days, for everybody: by a lapse of the module, or as `by` says. */
interface Passing {
  readonly is: 'passes'
  readonly kind: 'passing' | 'offices'
  /** `lapse`, or the job that does it. */
  readonly by: string
  /** Her key is not destroyed while a row of hers waits. */
  readonly holdsKey?: true
}
/** Goes with the rows of another table of the same module, which erases both. */
interface With {
  readonly is: 'with'
  readonly table: string
}
/** Stays: keyed digests, opaque identifiers, dates. */
interface Unlinked {
  readonly is: 'unlinked'
  readonly why: string
  readonly kind?: KeptKind
  /** What the closing itself takes out of the row. */
  readonly clears?: GoneKind
}
/** Her key: destroyed when nothing that it opens is left. */
interface Last {
  readonly is: 'last'
}
/** The state's register, which no account's end touches. */
interface Register {
  readonly is: 'register'
}
/** No citizen stands in it. */
interface Nobody {
  readonly is: 'nobody'
}

export interface Keeping {
  readonly table: string
  /** Its columns that say something of a person. */
  readonly holds: readonly string[]
  /** The column by which a row is hers; `subject_id` where it is not said. */
  readonly hers?: string
  /** Why nobody is given it who takes all of hers along; what `passes` need not say it. */
  readonly untold?: UntoldKind
  readonly fate: AtOnce | Kept | Passing | With | Unlinked | Last | Register | Nobody
}

/** Tables in which no citizen stands. */
export const holdNobody = (...tables: readonly string[]): readonly Keeping[] =>
  tables.map((table) => ({ table, holds: [], fate: { is: 'nobody' } }))
