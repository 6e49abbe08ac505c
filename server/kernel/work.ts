/**
 * The right to read and write, as an object. A deed gets a `Work` for as long as its transaction lasts;
 * nobody else can write.
 * A fact is a thing that has happened, in the past tense; it is stored in the deed's own transaction and told
 * afterwards.
 */
export interface Fact {
  readonly kind: string
  readonly subjectId: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface Reading {
  rows<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>
  maybe<Row>(sql: string, params?: readonly unknown[]): Promise<Row | undefined>
  /** Exactly one row, else a plain Error: the caller knew that it is there. */
  one<Row>(sql: string, params?: readonly unknown[]): Promise<Row>
}

export interface Work extends Reading {
  /** Runs a change and answers how many rows it touched. */
  run(sql: string, params?: readonly unknown[]): Promise<number>
  announce(fact: Fact): void
  /** For what must not happen unless the transaction stands: waking a job, telling a socket. */
  afterCommit(deed: () => void): void
}
