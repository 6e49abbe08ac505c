/**
 * What a kind of case says for the test of the counter's search (find-case.test.ts): how one of it is opened.
 * Each kind has a file in this folder, which the test reads, and a kind without one fails there.
 */
import type { z } from 'zod'
import type { findableKind } from '../../contract/counter.ts'
import type { Task } from '../../server/modules/registry/organisations/mandate.ts'
import type { Fixture } from '../fixture.ts'
import type { Visitor } from '../visitor.ts'

export interface OpenedCase {
  readonly reference: string
  readonly caseId: string
}
export interface FoundCase {
  readonly kind: z.infer<typeof findableKind>
  /** One that leads to it, said here apart from what the kind says of itself. */
  readonly task: Task
  /** By an officer with every task, at her office. */
  open(fixture: Fixture, officer: Visitor): Promise<OpenedCase>
}
