/**
 * What a card says on its two sides and in its chip, out of the register as it is when the card is made (Law
 * 26/2023/QH15 art. 18; Decree 70/2024 art. 12).
 */
import type { z } from 'zod'
import type { cardFace } from '../../../../contract/card.ts'
import { composeCardQr } from '../../../../formats/card-qr.ts'
import { composeMrz } from '../../../../formats/mrz.ts'
import type { PartialDate } from '../../../../formats/partial-date.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { PORTRAIT } from '../../evidence/biometrics/face/portrait-reader.ts'
import { showRegisterPortrait, type ShownTo } from '../../evidence/capture/shown-portrait.ts'
import type { CardToMake } from '../../evidence/chips/personalise-chip.ts'
import { formerNumbersOf } from '../../registry/population/find-person.ts'
import { residenceOf, type RegisterPerson } from '../../registry/population/person.ts'
import type { MadeCard } from './card-application.ts'
import { cardExpiry } from './expiry.ts'
import { ISSUER } from './rules.ts'

export type CardFace = z.infer<typeof cardFace>

const nationalityOf = ({ nationality }: RegisterPerson): string =>
  nationality === 'VNM' ? 'Việt Nam' : nationality

/** The card as it would be made on this day; its serial is drawn when it is. */
export const draftCard = async (
  read: Reading,
  person: RegisterPerson,
  at: Date,
  serial: string,
): Promise<MadeCard> => {
  const issuedOn = dayInVietnam(at)
  const former = await formerNumbersOf(read, person.personalNumber)
  const qrText = composeCardQr({
    personalNumber: person.personalNumber,
    oldIdentityNumber: person.oldNumber,
    name: person.fullName,
    birthDate: person.birthDate,
    sex: person.sex,
    address: residenceOf(person).address ?? nationalityOf(person),
    issueDate: issuedOn as PartialDate,
    extra: former,
  })
  return { serial, issuedOn, expiresOn: cardExpiry(person.birthDate, issuedOn), qrText }
}

/** As the page shows it: the picture itself goes from the register into the chip. */
export const faceOf = async (
  work: Work,
  tools: Tools,
  person: RegisterPerson,
  { serial, issuedOn, expiresOn, qrText }: MadeCard,
  portraitTo: ShownTo | null,
): Promise<CardFace> => {
  const mrz = composeMrz({
    personalNumber: person.personalNumber,
    name: person.fullName,
    birthDate: person.birthDate,
    sex: person.sex,
    expiryDay: expiresOn,
  })
  return {
    personalNumber: person.personalNumber,
    fullName: person.fullName,
    birthDate: person.birthDate,
    sex: person.sex,
    nationality: nationalityOf(person),
    birthRegistrationPlace: person.birthRegistrationPlace,
    residence: residenceOf(person).address,
    issuedOn,
    expiresOn,
    place: ISSUER,
    serial: serial === '' ? null : serial,
    qrText,
    mrz: [...mrz],
    portrait: portraitTo && (await showRegisterPortrait(work, tools, person.personalNumber, portraitTo)),
  }
}

/** ECDSA by the chip as TR-03111 has it: what DG14 names for a key on a curve. */
const ECDSA_PLAIN_SHA256 = '0.4.0.127.0.7.1.1.4.1.3'

/** `answerKey`: what the blank chip drew for itself, and whether it lies on a curve. */
export const cardToMake = (
  person: RegisterPerson,
  made: MadeCard,
  portrait: Buffer | null,
  answerKey: { info: Buffer; isElliptic: boolean } | null,
): CardToMake => ({
  details: {
    personalNumber: person.personalNumber,
    fullName: person.fullName,
    birthDate: person.birthDate,
    sex: person.sex,
    nationality: nationalityOf(person),
    ethnicity: person.private.ethnicity,
    religion: person.private.religion,
    hometown: person.hometown,
    residence: residenceOf(person).address,
    issuedOn: made.issuedOn,
    expiresOn: made.expiresOn,
    hasNoEnd: made.expiresOn === null,
    fatherName: person.father.name,
    motherName: person.mother.name,
    spouseName: person.spouse.name,
    oldIdentityNumber: person.oldNumber,
    cardSerial: made.serial,
  },
  portrait: portrait && { jpeg: portrait, ...PORTRAIT },
  answerKey: answerKey && {
    publicKeyInfo: answerKey.info,
    algorithm: answerKey.isElliptic ? ECDSA_PLAIN_SHA256 : null,
  },
})
