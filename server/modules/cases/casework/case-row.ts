/** A case as it is stored: what every kind has. Moments are of the product's clock. */
export interface CaseRow<State extends string = string, Facts = unknown> {
  readonly subject_id: string
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly office_id: string
  readonly state: State
  readonly about_key: string
  /** An empty text stands for an officer whose person is not known. */
  readonly taken_by: readonly string[]
  readonly unfinished_key: string | null
  readonly opened_by: string
  readonly opened_at: Date
  readonly received_at: Date
  readonly changed_at: Date
  readonly submitted_at: Date | null
  readonly due_at: Date | null
  /** By which calendar of working days that was counted (`registry/territory`). */
  readonly calendar_revision: number
  readonly paused_at: Date | null
  /** The officer who asked the person for more; she takes it up again before her colleagues. */
  readonly asked_by: string | null
  readonly decided_at: Date | null
  readonly decided_by: string | null
  readonly reason: string | null
  readonly late_told_at: Date | null
  readonly facts: Facts
  readonly sealed_content: Buffer
}
export type CaseOf = Pick<CaseRow, 'subject_id' | 'id'>
export interface CaseName {
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly subject_id: string
  readonly office_id: string
}
