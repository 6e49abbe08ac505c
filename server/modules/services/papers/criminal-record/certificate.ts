/**
 * The criminal record certificate. No. 1, which may be asked for by others, says only what is not expunged,
 * and bans only where they were asked for; no. 2, for the person alone, says all (Law on Judicial Records
 * 2009 art. 41 to 43).
 */
import { dayText } from '../../../../kernel/paper/paper-dates.ts'
import type { Paper } from '../../../../kernel/paper/open-paper.ts'
import { onOneLine, writeText } from '../../../../kernel/paper/tagged-text.ts'
import { writeFields, writeHeading, writeSentence } from '../office/fields.ts'
import { closeOfficePaper, openOfficePaper, type OfficePaper } from '../office/office-paper.ts'
import { fill, officeWords } from '../office/office-words.ts'
import { certificateWords as says } from './certificate-words.ts'

export interface Conviction {
  readonly number: string
  /** ISO. */
  readonly day: string
  readonly court: string
  readonly offences: readonly string[]
  readonly article?: string
  readonly mainPenalty: string
  readonly extraPenalty?: string
  readonly execution?: string
  /** The day from which it counts as never given; undefined: it still counts. */
  readonly expungedOn?: string
}
export interface Ban {
  readonly number: string
  readonly day: string
  readonly court: string
  readonly office: string
  readonly term: string
}
interface CertificatePerson {
  readonly fullName: string
  readonly otherName?: string
  readonly birthDate: string
  readonly sex: 'male' | 'female'
  readonly birthPlace?: string
  readonly nationality?: string
  readonly personalNumber: string
  readonly permanent?: string
  readonly temporary?: string
}
interface Certificate extends OfficePaper {
  readonly person: CertificatePerson
  /** The last day that the registers were asked for. */
  readonly asOf: string
  /** No. 1 has only those that still count. */
  readonly convictions: readonly Conviction[]
}
export interface CertificateNo1 extends Certificate {
  readonly kind: 1
  readonly bans: readonly Ban[] | 'not-asked'
}
export interface CertificateNo2 extends Certificate {
  readonly kind: 2
  readonly family: { readonly father?: string; readonly mother?: string; readonly spouse?: string }
  readonly bans: readonly Ban[]
}
export type CriminalRecordCertificate = CertificateNo1 | CertificateNo2

const writePerson = (paper: Paper, input: CriminalRecordCertificate): void => {
  const { person } = input
  writeHeading(paper, says.person)
  writeFields(paper, [says.name, person.fullName])
  writeFields(paper, [says.otherName, person.otherName])
  writeFields(paper, [says.birth, dayText(person.birthDate)], [says.sex, says[person.sex]])
  writeFields(paper, [says.personalNumber, person.personalNumber], [says.nationality, person.nationality])
  writeFields(paper, [says.birthPlace, person.birthPlace])
  writeFields(paper, [says.permanent, person.permanent])
  writeFields(paper, [says.temporary, person.temporary])
  if (input.kind === 2) {
    writeFields(paper, [says.father, input.family.father])
    writeFields(paper, [says.mother, input.family.mother])
    writeFields(paper, [says.spouse, input.family.spouse])
  }
}

const oneLined = (one: { readonly number: string; readonly day: string; readonly court: string }) => ({
  number: onOneLine(one.number),
  day: dayText(one.day),
  court: onOneLine(one.court),
})

const writeConviction = (paper: Paper, conviction: Conviction, kind: 1 | 2): void => {
  writeText(paper, 'H3', fill(says.judgment, oneLined(conviction)), { size: 10.5, after: 3 })
  writeFields(paper, [says.offences, conviction.offences.map(onOneLine).join('; ')])
  writeFields(paper, [says.mainPenalty, conviction.mainPenalty])
  writeFields(paper, [says.extraPenalty, conviction.extraPenalty])
  if (kind === 2) {
    const { expungedOn } = conviction
    writeFields(paper, [says.article, conviction.article])
    writeFields(paper, [says.execution, conviction.execution])
    writeFields(paper, [says.expunged, expungedOn === undefined ? says.notExpunged : dayText(expungedOn)])
  }
}

const writeConvictions = (paper: Paper, { kind, convictions }: CriminalRecordCertificate): void => {
  writeHeading(paper, says.convictions)
  const some = kind === 1 ? says.some : says.convicted
  writeText(paper, 'P', convictions.length === 0 ? says.none : some, { size: 10.5, font: 'strong', after: 6 })
  for (const conviction of convictions) {
    writeConviction(paper, conviction, kind)
  }
}

const writeBans = (paper: Paper, { bans }: CriminalRecordCertificate): void => {
  writeHeading(paper, says.bans)
  if (bans === 'not-asked' || bans.length === 0) {
    writeSentence(paper, bans === 'not-asked' ? says.notAsked : says.noBans)
    return
  }
  for (const ban of bans) {
    writeText(paper, 'H3', fill(says.ban, oneLined(ban)), { size: 10.5, after: 3 })
    writeFields(paper, [says.office, ban.office], [says.term, ban.term])
  }
}

/**
 * The same certificate gives the same bytes. Throws where no. 1 would tell a conviction that has been
 * expunged: nobody may be reminded of it.
 */
export const writeCertificate = (input: CriminalRecordCertificate): Promise<Buffer> => {
  if (input.kind === 1 && input.convictions.some(({ expungedOn }) => expungedOn !== undefined)) {
    throw new Error('an expunged conviction on a certificate no. 1')
  }
  const kind = String(input.kind)
  const paper = openOfficePaper(input, {
    title: fill(says.title, { kind }),
    foot: fill(says.foot, { kind, number: input.number ?? officeWords.dash }),
  })
  if (input.kind === 2) {
    writeSentence(paper, says.kept)
  }
  writePerson(paper, input)
  writeConvictions(paper, input)
  writeBans(paper, input)
  writeSentence(paper, fill(says.asOf, { day: dayText(input.asOf) }))
  return closeOfficePaper(paper, input, 'verify')
}
