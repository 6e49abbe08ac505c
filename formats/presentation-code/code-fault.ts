/** Why a code is not read: one for each kind, stable. `README.md` says what each means. */
import type { Parsed } from '../parsed.ts'

export const codeFaults = [
  'presentation-code.other',
  'presentation-code.version',
  'presentation-code.too-large',
  'presentation-code.form',
  'presentation-code.damaged',
  'presentation-code.packing',
  'presentation-code.unpacked-too-large',
  'presentation-code.binding',
] as const
export type CodeFault = (typeof codeFaults)[number]

/** Thrown inside and caught at the doors of this folder; never reaches a caller. */
export class PresentationCodeFault extends Error {
  readonly code: CodeFault
  constructor(code: CodeFault) {
    super(code)
    this.name = 'PresentationCodeFault'
    this.code = code
  }
}

export const refuseIf = (isWrong: boolean, code: CodeFault): void => {
  if (isWrong) {
    throw new PresentationCodeFault(code)
  }
}

export const judged = async <Value>(work: () => Promise<Value>): Promise<Parsed<Value, CodeFault>> => {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof PresentationCodeFault) {
      return { ok: false, reason: error.code }
    }
    throw error
  }
}
