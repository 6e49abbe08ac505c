/** What an excuse from a law looks like. */
import type { Law } from './source.ts'

export interface Exception {
  readonly law: Law
  readonly path: string
  /** Only findings whose words hold this. */
  readonly what?: string
  readonly why: string
}
