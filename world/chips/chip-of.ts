/**
 * A chip for anybody of the world or of a test: the card's data, the drawn portrait, a key that answers
 * challenges, signed by the world's signers.
 */
import { constants, createHash, createPublicKey, privateEncrypt, sign, type KeyObject } from 'node:crypto'
import { writeChipFile, type ChipFile } from '../../formats/emrtd/chip-file.ts'
import type { PartialDate } from '../../formats/partial-date.ts'
import type { PersonalNumber, Sex } from '../../formats/personal-number.ts'
import { newSecret } from '../../server/kernel/id.ts'
import {
  chipFileOfGroups,
  groupsOf,
  signGroups,
  type CardToMake,
} from '../../server/modules/evidence/chips/personalise-chip.ts'
import type { ChipAlgorithm } from '../../server/modules/evidence/chips/signing-key.ts'
import type { CastName } from '../portraits/cast-features.ts'
import { castRegisterPortrait } from '../settle-cast.ts'
import { privateKeyFor, worldSigner, type SignerKind } from './authority.ts'

export interface ChipHolder {
  readonly personalNumber: string
  readonly fullName: string
  readonly birthDate: string
  readonly sex: Sex
  readonly face: CastName
  readonly residence?: string
  readonly hometown?: string
  readonly ethnicity?: string
  readonly issuedOn?: string
  /** null or empty: a card without end. */
  readonly expiresOn?: string | null
  readonly motherName?: string
}

export const chipVariants = [
  'genuine',
  'other-residence',
  'tampered',
  'revoked',
  'expired-signer',
  'other-authority',
  'copied',
] as const
export type ChipVariant = (typeof chipVariants)[number]

export interface ChipOptions {
  readonly algorithm?: ChipAlgorithm
  readonly variant?: ChipVariant
  readonly answers?: 'ecdsa-p256' | 'brainpool-p256' | 'rsa' | 'none'
}

export interface WorldChip {
  readonly parts: ChipFile
  /** As the chip file's JSON. */
  readonly file: Record<string, string>
  /**
   * Active authentication: what this chip says to a challenge. A copied one has the data, and another key.
   */
  answer(challenge: Uint8Array): Buffer
}

const PORTRAIT = { width: 480, height: 640 } as const
/** Before July 2025 addresses had a district; cards keep what they were made with. */
const OLD_ADDRESS = 'Xóm 5, Xã Hưng Lợi, Huyện Hưng Nguyên, Tỉnh Nghệ An'
const SIGNERS: Readonly<Record<ChipVariant, SignerKind>> = {
  genuine: 'good',
  'other-residence': 'good',
  tampered: 'good',
  copied: 'good',
  revoked: 'revoked',
  'expired-signer': 'expired',
  'other-authority': 'stranger',
}

export const chipOf = async (
  holder: ChipHolder,
  { algorithm = 'ecdsa-p256', variant = 'genuine', answers = 'ecdsa-p256' }: ChipOptions = {},
): Promise<WorldChip> => {
  const answerKey = answers === 'none' ? null : privateKeyFor(answers, `chip ${holder.personalNumber}`)
  const card = await cardOf(holder, variant, answerKey)
  const groups = groupsOf(card)
  const sod = signGroups(groups, worldSigner(algorithm, SIGNERS[variant]), null)
  // Written over after the state had signed: another residence, the old signature.
  const told =
    variant === 'tampered'
      ? groupsOf({
          ...card,
          details: { ...card.details, residence: 'Số 1, Phố Khác, Phường Ba Đình, Thành phố Hà Nội' },
        })
      : groups
  const parts = chipFileOfGroups(told, sod)
  const speaks =
    variant === 'copied' ? privateKeyFor('ecdsa-p256', `copy of ${holder.personalNumber}`) : answerKey
  return {
    parts,
    file: writeChipFile(parts),
    answer: (challenge) => (speaks ? answerWith(speaks, challenge) : Buffer.alloc(0)),
  }
}

const cardOf = async (
  holder: ChipHolder,
  variant: ChipVariant,
  answerKey: KeyObject | null,
): Promise<CardToMake> => {
  const { personalNumber, expiresOn = null } = holder
  const isElliptic = answerKey?.asymmetricKeyType === 'ec'
  return {
    details: {
      personalNumber: personalNumber as PersonalNumber,
      fullName: holder.fullName,
      birthDate: holder.birthDate as PartialDate,
      sex: holder.sex,
      nationality: 'Việt Nam',
      ethnicity: holder.ethnicity || 'Kinh',
      religion: 'Không',
      hometown: holder.hometown || 'Tỉnh Nghệ An',
      residence: variant === 'other-residence' ? OLD_ADDRESS : holder.residence || 'Số 12, đường Bờ Sông',
      identifyingMarks: 'Nốt ruồi cách 1 cm dưới mép trái',
      issuedOn: holder.issuedOn ?? '2021-06-18',
      expiresOn: expiresOn || null,
      hasNoEnd: !expiresOn,
      motherName: holder.motherName ?? null,
      cardSerial: createHash('sha256')
        .update(`serial ${personalNumber}`)
        .digest('hex')
        .slice(0, 16)
        .toUpperCase(),
    },
    portrait: { jpeg: await castRegisterPortrait({ id: holder.face }), ...PORTRAIT },
    answerKey: answerKey && {
      publicKeyInfo: createPublicKey(answerKey).export({ format: 'der', type: 'spki' }),
      algorithm: isElliptic ? ECDSA_PLAIN_SHA256 : null,
    },
  }
}

const ECDSA_PLAIN_SHA256 = '0.4.0.127.0.7.1.1.4.1.3'

const answerWith = (key: KeyObject, challenge: Uint8Array): Buffer =>
  key.asymmetricKeyType === 'ec'
    ? sign('sha256', challenge, { key, dsaEncoding: 'ieee-p1363' })
    : rsaAnswer(key, challenge)

/** ISO/IEC 9796-2 scheme 1 with SHA-256: 6A, random filling, digest of filling and challenge, 34 CC. */
const rsaAnswer = (key: KeyObject, challenge: Uint8Array): Buffer => {
  const size = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8
  const filling = newSecret(size - 1 - 32 - 2)
  const digest = createHash('sha256').update(filling).update(challenge).digest()
  return privateEncrypt(
    { key, padding: constants.RSA_NO_PADDING },
    Buffer.concat([Uint8Array.of(0x6a), filling, digest, Uint8Array.of(0x34, 0xcc)]),
  )
}
