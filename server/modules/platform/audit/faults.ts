/**
 * What is wrong with a log, place by place. A ruined log has a million faults; the first hundred say enough.
 */
export interface Fault {
  /**
   * `line <id>`, `leaf <number>`, `node <level>/<index>`, `checkpoint <size>`, `checkpoint file line
   * <number>`, `sequencer`, `table <name>`, `writer <id>`, `witness <name>`, `cosigned file line <number>`.
   */
  readonly place: string
  readonly what: string
}

const KEPT = 100

export class Faults {
  readonly first: Fault[] = []
  count = 0

  add(place: string, what: string): void {
    this.count += 1
    if (this.first.length < KEPT) {
      this.first.push({ place, what })
    }
  }
}
