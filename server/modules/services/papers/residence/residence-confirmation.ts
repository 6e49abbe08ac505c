/**
 * CT07, the confirmation of residence (Law on Residence 2020; Circular 53/2025/TT-BCA): what the register
 * says of somebody, for a year or until it changes. Whoever is shown it asks by its code whether it still
 * holds. Ethnicity and religion are not on it: nobody who asks where a person lives needs them.
 */
import { dayText, momentText } from '../../../../kernel/paper/paper-dates.ts'
import type { Paper } from '../../../../kernel/paper/open-paper.ts'
import { writeFields, writeHeading, writeSentence } from '../office/fields.ts'
import { closeOfficePaper, openOfficePaper, type OfficePaper } from '../office/office-paper.ts'
import { fill, officeWords } from '../office/office-words.ts'
import { sexText, writeHousehold, type HouseholdMember, type Sex } from './household-table.ts'
import { confirmationWords as says } from './residence-confirmation-words.ts'

/** `link` leads to what says whether it holds, by a token that was drawn for this paper alone. */
export interface ResidenceConfirmation extends OfficePaper {
  readonly person: {
    readonly fullName: string
    readonly birthDate: string
    readonly sex: Sex
    readonly personalNumber: string
    readonly nationality?: string
    readonly hometown?: string
    readonly permanent?: string
    readonly temporary?: { readonly address: string; readonly until?: string }
    readonly current?: string
  }
  readonly head?: { readonly fullName: string; readonly personalNumber?: string; readonly tie?: string }
  /** null: not asked for. */
  readonly members: readonly HouseholdMember[] | null
  readonly other?: string
  /** When the register was read. */
  readonly asOf: Date
  /** The last day, ISO: one year by the law, set by the caller's policy. */
  readonly validUntil: string
}

const writePerson = (paper: Paper, { person, head }: ResidenceConfirmation): void => {
  const { temporary } = person
  const stays =
    temporary?.until === undefined
      ? temporary?.address
      : fill(says.temporaryUntil, { address: temporary.address, day: dayText(temporary.until) })
  writeFields(paper, [says.name, person.fullName])
  writeFields(paper, [says.birth, dayText(person.birthDate)], [says.sex, sexText(person.sex)])
  writeFields(paper, [says.personalNumber, person.personalNumber], [says.nationality, person.nationality])
  writeFields(paper, [says.hometown, person.hometown])
  writeFields(paper, [says.permanent, person.permanent])
  writeFields(paper, [says.temporary, stays])
  writeFields(paper, [says.current, person.current])
  writeFields(paper, [says.head, head?.fullName])
  writeFields(paper, [says.headTie, head?.tie])
  writeFields(paper, [says.headNumber, head?.personalNumber])
}

const writeMembers = (paper: Paper, members: readonly HouseholdMember[]): void => {
  writeHeading(paper, says.members)
  if (members.length === 0) {
    writeSentence(paper, says.noMembers)
    return
  }
  writeHousehold(paper, members)
}

/** The same confirmation gives the same bytes. */
export const writeResidenceConfirmation = (input: ResidenceConfirmation): Promise<Buffer> => {
  const foot = fill(says.foot, { number: input.number ?? officeWords.dash })
  const paper = openOfficePaper(input, { title: says.title, form: says.form, foot })
  writeSentence(paper, fill(says.opening, { office: input.office.name }))
  writePerson(paper, input)
  if (input.members !== null) {
    writeMembers(paper, input.members)
  }
  writeFields(paper, [says.other, input.other])
  writeSentence(paper, fill(says.asOf, { at: momentText(input.asOf) }))
  writeSentence(paper, fill(says.valid, { until: dayText(input.validUntil) }))
  return closeOfficePaper(paper, input, 'verify')
}
