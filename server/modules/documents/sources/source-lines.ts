/**
 * The lines of this process to source registers. A register that has been silent several times is left alone
 * for a while, then asked once; a full line answers at once that it is full. So one agency that hangs costs
 * the others, and the people who wait for them, nothing.
 */
import { machineNow } from '../../../kernel/clock.ts'
import { SourceSilent, type Silence } from './rest-line.ts'
import type { SourceRegister } from './source-register.ts'

interface Line {
  silences: number
  /** Machine time until which it is left alone. */
  restsUntil_ms: number
  under: number
  /** Questions of the present minute. */
  minute: number
  asked: number
}

interface LineRules {
  readonly silences: number
  readonly rest_s: number
  readonly atOnce: number
}

export type Asked<Answer> =
  | { readonly is: 'answered'; readonly answer: Answer }
  | { readonly is: 'silent'; readonly why: Silence | 'rests' }
  /** Nothing is wrong with it: we may ask no more just now. */
  | { readonly is: 'full' }

export interface SourceLines {
  ask<Answer>(
    source: Pick<SourceRegister, 'id' | 'url' | 'mostPerMinute'>,
    rules: LineRules,
    question: () => Promise<Answer>,
  ): Promise<Asked<Answer>>
}

/** By the machine's own clock: the demo world's moved one must not open or close a line. */
export const openSourceLines = (clock_ms = () => machineNow().getTime()): SourceLines => {
  const lines = new Map<string, Line>()
  const lineOf = (name: string): Line => {
    const known = lines.get(name)
    if (known) {
      return known
    }
    const made: Line = { silences: 0, restsUntil_ms: 0, under: 0, minute: 0, asked: 0 }
    lines.set(name, made)
    return made
  }
  return {
    async ask({ id, url, mostPerMinute }, rules, question) {
      const line = lineOf(`${id} ${url}`)
      const at_ms = clock_ms()
      const minute = Math.floor(at_ms / 60_000)
      if (line.minute !== minute) {
        line.minute = minute
        line.asked = 0
      }
      if (at_ms < line.restsUntil_ms) {
        return { is: 'silent', why: 'rests' }
      }
      // After its rest one question tries it; the others wait for that answer.
      const atOnce = line.silences >= rules.silences ? 1 : rules.atOnce
      if (line.under >= atOnce || line.asked >= mostPerMinute) {
        return { is: 'full' }
      }
      line.under++
      line.asked++
      try {
        const answer = await question()
        line.silences = 0
        return { is: 'answered', answer }
      } catch (error) {
        if (!(error instanceof SourceSilent)) {
          throw error
        }
        // What one person typed, or how her entry is kept there, must not close the line for all others.
        line.silences = error.why === 'record' ? 0 : line.silences + 1
        if (line.silences >= rules.silences) {
          line.restsUntil_ms = clock_ms() + rules.rest_s * 1000
        }
        return { is: 'silent', why: error.why }
      } finally {
        line.under--
      }
    },
  }
}
