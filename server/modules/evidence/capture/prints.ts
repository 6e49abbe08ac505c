/**
 * Fingerprints taken at a counter: tries for each finger, exceptions with their reason, what they say
 * together, and what the officer sees. Of a finger only what came out is kept.
 */
import type { Finger } from '../../../../formats/minutiae/finger.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { registerFingerprintsOf } from '../../registry/population/register-fingerprints.ts'
import {
  comparePrint,
  judgeTries,
  type PrintException,
  type PrintsJudgement,
  type PrintTry,
} from '../biometrics/fingers/judge-prints.ts'
import { biometricTries, seenReasons, type ExceptionReason } from '../biometrics/rules.ts'
import { digestOf } from './portrait.ts'

/** `digest`: of the bytes that came, so that the same bytes sent again are not a new try. */
export type TakenPrint = PrintTry & {
  readonly digest: string
  /** No registered device of the officer's desk signed it. */
  readonly isUnsigned?: boolean
}
export interface WithPrints {
  readonly prints: readonly TakenPrint[]
  readonly printExceptions: readonly PrintException[]
}
export interface ComparedPrint {
  readonly print: TakenPrint
  /** Base64, as it came. */
  readonly template: string
}

/** Outside of any transaction. A template that is no minutiae record of one finger is null. */
export const comparePrints = async (
  tools: Tools,
  personalNumber: string,
  templates: readonly string[],
  at: Date,
): Promise<readonly (ComparedPrint | null)[]> => {
  const reference = await registerFingerprintsOf(tools.read, tools, personalNumber)
  return templates.map((template) => {
    const bytes = Buffer.from(template, 'base64')
    const taken = comparePrint(tools.fingers, reference, bytes, at)
    return taken && { print: { ...taken, digest: digestOf(bytes) }, template }
  })
}

/** Throws `evidence.not-a-print` when any of them is none. */
export const mustBePrints = (compared: readonly (ComparedPrint | null)[]): readonly ComparedPrint[] =>
  compared.map((one) => {
    if (!one) {
      throw problem('evidence.not-a-print')
    }
    return one
  })

const triesOf = (prints: readonly TakenPrint[], finger: Finger): number =>
  prints.filter((one) => one.finger === finger).length

/** All or none of them. Throws `evidence.no-tries-left`. */
export const addPrints = <C extends Pick<WithPrints, 'prints'>>(
  content: C,
  taken: readonly TakenPrint[],
  at: Date,
): C => {
  const prints = [...content.prints]
  for (const print of taken) {
    if (prints.some(({ digest }) => digest === print.digest)) {
      continue
    }
    if (triesOf(prints, print.finger) >= inForce(biometricTries, at)) {
      throw problem('evidence.no-tries-left')
    }
    prints.push(print)
  }
  return { ...content, prints }
}

/**
 * What an officer sees without a try is believed at once; a worn finger only after its tries. Throws
 * `evidence.tries-left`.
 */
export const exceptFinger = <C extends WithPrints>(
  content: C,
  finger: Finger,
  reason: ExceptionReason,
  at: Date,
): C => {
  if (!seenReasons.includes(reason) && triesOf(content.prints, finger) < inForce(biometricTries, at)) {
    throw problem('evidence.tries-left')
  }
  return {
    ...content,
    printExceptions: [...content.printExceptions.filter((one) => one.finger !== finger), { finger, reason }],
  }
}

/** `have`: the fingers of the register. */
export const printsVerdict = (
  { prints, printExceptions }: WithPrints,
  have: readonly Finger[],
  at: Date,
): PrintsJudgement => judgeTries(have, prints, printExceptions, at)

export const printsSeen = ({ perFinger, matched, needed, next, verdict }: PrintsJudgement) => ({
  perFinger: [...perFinger],
  matched,
  needed,
  next,
  verdict,
})
