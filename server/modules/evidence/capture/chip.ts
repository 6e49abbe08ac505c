/**
 * A card's chip read at a counter: our challenge, what the chip signed, the verdict, the face it holds. Slow
 * work (reading, checking the state's signature, decoding the picture) is done before a transaction opens.
 */
import type { ProblemCode } from '../../../../contract/problems/catalogue.ts'
import type { ChipFields, ChipVerdict } from '../../../../formats/emrtd/verify-chip.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { readPortrait } from '../biometrics/face/portrait-reader.ts'
import { checkChipAnswer, newChipChallenge, readChip } from '../chips/read-chip.ts'

export interface ReadChip {
  readonly verdict: 'genuine' | 'refused'
  readonly problems: readonly string[]
  /** Whether the chip signed our challenge; null when it was not asked, or has no key to sign with. */
  readonly answered: boolean | null
  /** Why its key is not proven; absent where it is, or where the chip is refused anyway. */
  readonly doubt?: ChipDoubt | null
  /** No registered device of the officer's desk signed what was read. */
  readonly isUnsigned?: boolean
  readonly expiresOn: string | null
}
/**
 * `unasked`: nobody let it sign our challenge. `no-key`: it has none. `offline`: the counter drew the
 * challenge itself, so an older answer could have been given again.
 */
export type ChipDoubt = 'unasked' | 'no-key' | 'offline'
export interface WithChip<Chip extends ReadChip = ReadChip> {
  /** Drawn for the chip and not answered yet. */
  readonly challenge: string | null
  readonly chip: Chip | null
}
/** A chip file with base64 members, and what the chip answered to which challenge. */
export interface GivenChip {
  readonly chip: Readonly<Record<string, string>>
  readonly challenge?: string | undefined
  readonly answer?: string | undefined
}
/** `portrait`: as it may be shown; null for a chip that is not genuine, or a picture that is not read. */
export interface JudgedChip {
  readonly verdict: ChipVerdict
  readonly portrait: Buffer | null
}

/**
 * What is shown of the card itself; only `proven` says that no copy of its data was held out. `unproven` is
 * for a second pair of eyes, wherever a rule wants the card itself.
 */
export type ChipProof = 'proven' | 'unproven' | 'copied' | 'refused'

type Shown = Pick<ReadChip, 'verdict' | 'answered' | 'doubt'>

export const proofOf = ({ verdict, answered, doubt }: Shown): ChipProof => {
  if (verdict === 'refused') {
    return 'refused'
  }
  if (answered === false) {
    return 'copied'
  }
  return answered === null || doubt ? 'unproven' : 'proven'
}

/** Null where the key is proven; what was read before reasons were kept was not asked. */
export const doubtOf = (chip: Shown): ChipDoubt | null =>
  proofOf(chip) === 'unproven' ? (chip.doubt ?? 'unasked') : null

/** Outside of any transaction. */
export const judgeChip = async (tools: Tools, file: unknown, at: Date): Promise<JudgedChip> => {
  const verdict = await readChip(tools.read, file, at)
  return { verdict, portrait: verdict.verdict === 'genuine' ? await portraitIn(verdict.fields) : null }
}

/** Decoded by the reader for strangers' pictures. */
const portraitIn = async ({ portrait }: ChipFields): Promise<Buffer | null> => {
  const read = portrait && (await readPortrait(portrait.bytes))
  return read?.ok ? read.image.jpeg : null
}

export const withChallenge = <C extends Pick<WithChip, 'challenge'>>(
  content: C,
): C & { readonly challenge: string } => ({
  ...content,
  challenge: newChipChallenge().toString('base64url'),
})

/** A challenge is answered once. */
export const keepChip = <Chip extends ReadChip, C extends WithChip<Chip>>(content: C, chip: Chip): C => ({
  ...content,
  challenge: null,
  chip,
})

/** Throws the kind's own refusal for the card of somebody else. */
export const mustBeCardOf = (
  personalNumber: string,
  { verdict: { fields } }: JudgedChip,
  otherPerson: ProblemCode,
): void => {
  if (fields.personalNumber !== undefined && fields.personalNumber !== personalNumber) {
    throw problem(otherPerson)
  }
}

type Answer = Pick<ReadChip, 'answered' | 'doubt'>
const unanswered = (doubt: ChipDoubt): Answer => ({ answered: null, doubt })

/** `drawn`: the challenge that counts; null when nobody drew one. */
const answeredTo = (given: GivenChip, drawn: string | null, canAnswer: boolean): Answer => {
  if (!canAnswer) {
    return unanswered('no-key')
  }
  if (drawn === null || given.answer === undefined) {
    return unanswered('unasked')
  }
  if (given.challenge !== undefined && given.challenge !== drawn) {
    return { answered: false }
  }
  const [challenge, answer] = [Buffer.from(drawn, 'base64url'), Buffer.from(given.answer, 'base64')]
  const faults = checkChipAnswer(given.chip, challenge, answer)
  return faults.includes('chip.answer-unsupported') ? unanswered('no-key') : { answered: faults.length === 0 }
}

/**
 * `mayDraw`: while the line was down the counter drew the challenge itself; such an answer shows a copy by
 * its absence, and is still a doubt.
 */
export const chipAsRead = (
  { challenge }: Pick<WithChip, 'challenge'>,
  { verdict: { verdict, problems, fields } }: JudgedChip,
  given: GivenChip,
  mayDraw: boolean,
): ReadChip => {
  if (verdict !== 'genuine') {
    return { verdict, problems, answered: null, expiresOn: null }
  }
  const drawn = challenge ?? (mayDraw ? given.challenge : null) ?? null
  const answer = answeredTo(given, drawn, fields.canAnswer === true)
  const isOwn = challenge === null && answer.answered === true
  return {
    verdict,
    problems,
    ...answer,
    ...(isOwn ? { doubt: 'offline' as const } : {}),
    expiresOn: fields.expiresOn ?? null,
  }
}
