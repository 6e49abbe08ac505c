/** Part of the bench of enumeration: one door, asked about somebody or about nobody. */
export interface Route {
  readonly name: string
  readonly isControl?: boolean
  /** What comes before is not measured. */
  ready(isSomebody: boolean, turn: number): Promise<() => Promise<unknown>>
}
