/**
 * Passive authentication (ICAO Doc 9303 part 11 §5.1) of a whole chip: every part read strictly, digests,
 * signature, signer, authority.
 * What can be judged apart is judged apart, so that an officer learns all that is wrong at once.
 */
import { CARD_ZONE, type MrzContent } from '../mrz.ts'
import type { PartialDate } from '../partial-date.ts'
import type { PersonalNumber, Sex } from '../personal-number.ts'
import type { ChipCrypto } from './chip-crypto.ts'
import type { ChipFile, ChipPart } from './chip-file.ts'
import { ChipFault, refuseIf, type ChipFaultCode } from './chip-fault.ts'
import { readCom } from './com.ts'
import { sameBytes } from './der-values.ts'
import { readDg1 } from './dg1.ts'
import { readDg13, type CardDetails } from './dg13.ts'
import { readDg14 } from './dg14.ts'
import { readDg15 } from './dg15.ts'
import { readDg2, type FacePicture } from './dg2.ts'
import { agreementChecks } from './groups-agree.ts'
import { readSecurityObject, type SecurityObject } from './security-object.ts'
import { mustBeSignedBy, signerCertificate } from './signed-data.ts'
import { checkChain, checkSigner, type TrustStore } from './trust-chain.ts'

export interface ChipFields {
  readonly personalNumber: PersonalNumber
  /** With accents when the card has DG13, else the capitals of the machine-readable zone. */
  readonly fullName: string
  readonly birthDate: PartialDate
  readonly sex: Sex
  readonly nationality: string | null
  readonly ethnicity: string | null
  readonly religion: string | null
  readonly hometown: string | null
  readonly residence: string | null
  readonly identifyingMarks: string | null
  /** ISO days; `expiresOn` is null for a card without end. */
  readonly issuedOn: string | null
  readonly expiresOn: string | null
  readonly fatherName: string | null
  readonly motherName: string | null
  readonly spouseName: string | null
  readonly oldIdentityNumber: string | null
  readonly cardSerial: string | null
  readonly portrait: FacePicture | null
  /** Whether the chip can prove by a challenge that it is no copy. */
  readonly canAnswer: boolean
}

export type ChipVerdict =
  | { readonly verdict: 'genuine'; readonly problems: readonly []; readonly fields: ChipFields }
  /** What could be read of a refused chip explains the refusal; it is never taken for data of a person. */
  | {
      readonly verdict: 'refused'
      readonly problems: readonly ChipFaultCode[]
      readonly fields: Partial<ChipFields>
    }

/**
 * Groups that a chip file can hold. Others (fingerprints behind extended access) may stand in COM and SOD and
 * are not read.
 */
const GROUPS: readonly (readonly [group: number, part: ChipPart])[] = [
  [1, 'dg1'],
  [2, 'dg2'],
  [13, 'dg13'],
  [14, 'dg14'],
  [15, 'dg15'],
]

export const verifyChip = (crypto: ChipCrypto, file: ChipFile, trust: TrustStore, at: Date): ChipVerdict => {
  const problems = new Set<ChipFaultCode>()
  const judge = <T>(deed: () => T): T | undefined => {
    try {
      return deed()
    } catch (error) {
      if (!(error instanceof ChipFault)) {
        throw error
      }
      problems.add(error.code)
      return undefined
    }
  }
  const sod = judge(() => securityObjectOf(file))
  const listed = judge(() => (file.com ? readCom(file.com) : null))
  if (sod) {
    judgeGroups(crypto, file, sod, judge)
    if (listed) {
      judgeCom(file, listed, sod, judge)
    }
    judgeSignature(crypto, sod, trust, at, judge)
  }
  const fields = readFields(file, judge)
  if (problems.size === 0 && fields.personalNumber !== undefined) {
    return { verdict: 'genuine', problems: [], fields: fields as ChipFields }
  }
  return { verdict: 'refused', problems: [...problems], fields }
}

type Judge = <T>(deed: () => T) => T | undefined

const securityObjectOf = ({ sod }: ChipFile): SecurityObject => {
  if (!sod) {
    throw new ChipFault('chip.sod-missing', 'sod')
  }
  return readSecurityObject(sod)
}

const judgeGroups = (
  crypto: ChipCrypto,
  file: ChipFile,
  { hash, groups }: SecurityObject,
  judge: Judge,
): void => {
  for (const [group, part] of GROUPS) {
    judge(() => {
      const [bytes, digest] = [file[part], groups.get(group)]
      if (bytes && digest) {
        refuseIf(!sameBytes(crypto.digest(hash, bytes), digest), 'chip.group-hash', part)
      } else if (bytes) {
        throw new ChipFault('chip.group-not-in-sod', part)
      }
      // Leaving a group away must not pass: without DG15 the chip would not be asked whether it is a copy.
      else if (digest) {
        throw new ChipFault('chip.group-stripped', part)
      }
    })
  }
}

/** COM is not signed, so it proves nothing; but a chip whose two lists differ was changed or made badly. */
const judgeCom = (file: ChipFile, listed: ReadonlySet<number>, sod: SecurityObject, judge: Judge): void => {
  const readable = GROUPS.map(([group]) => group)
  for (const [group, part] of GROUPS) {
    judge(() => {
      refuseIf(listed.has(group) && !file[part], 'chip.com-lists-absent-group', part)
      refuseIf(!listed.has(group) && file[part] !== undefined, 'chip.com-omits-group', part)
    })
  }
  const others = (groups: Iterable<number>): string =>
    [...groups]
      .filter((group) => !readable.includes(group))
      .sort((a, b) => a - b)
      .join()
  judge(() => refuseIf(others(listed) !== others(sod.groups.keys()), 'chip.com-sod-disagree', 'com'))
}

const judgeSignature = (
  crypto: ChipCrypto,
  { signed }: SecurityObject,
  trust: TrustStore,
  at: Date,
  judge: Judge,
): void => {
  const signer = judge(() => signerCertificate(signed, 'sod'))
  if (!signer) {
    return
  }
  judge(() => mustBeSignedBy(crypto, signed, signer, 'sod'))
  // The zone is read as this state's or not at all (dg1.ts), so whoever signed it must be of this state too.
  judge(() => checkSigner(signer, CARD_ZONE, at, signed.signer.signingTime))
  judge(() => checkChain(crypto, signer, CARD_ZONE, trust, at))
}

const readFields = (file: ChipFile, judge: Judge): Partial<ChipFields> => {
  const { dg1, dg2, dg13, dg14, dg15 } = file
  judge(() => refuseIf(!dg1, 'chip.group-missing', 'dg1'))
  const zone = dg1 && judge(() => readDg1(dg1))
  const details = dg13 && judge(() => readDg13(dg13))
  const portrait = dg2 ? judge(() => readDg2(dg2)) : null
  if (dg14) {
    judge(() => readDg14(dg14))
  }
  const key = dg15 && judge(() => readDg15(dg15))
  if (zone && details) {
    agreementChecks(zone, details).forEach(judge)
  }
  if (!zone) {
    return {}
  }
  return {
    ...fromZone(zone),
    ...(details ? fromDetails(details, zone) : {}),
    portrait: portrait ?? null,
    canAnswer: key !== undefined,
  }
}

const fromZone = (zone: MrzContent): Omit<ChipFields, 'portrait' | 'canAnswer'> => ({
  personalNumber: zone.personalNumber,
  fullName: `${zone.surname} ${zone.otherNames}`.trim(),
  birthDate: zone.birthDate,
  sex: zone.sex,
  nationality: null,
  ethnicity: null,
  religion: null,
  hometown: null,
  residence: null,
  identifyingMarks: null,
  issuedOn: null,
  expiresOn: zone.expiryDay,
  fatherName: null,
  motherName: null,
  spouseName: null,
  oldIdentityNumber: null,
  cardSerial: null,
})

const fromDetails = (
  { hasNoEnd, ...details }: CardDetails,
  zone: MrzContent,
): Omit<ChipFields, 'portrait' | 'canAnswer'> => ({
  ...details,
  sex: details.sex ?? zone.sex,
  expiresOn: hasNoEnd ? null : (details.expiresOn ?? zone.expiryDay),
})
