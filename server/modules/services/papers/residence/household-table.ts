/** People of one household on a paper, one in a row. */
import { dayText } from '../../../../kernel/paper/paper-dates.ts'
import type { Paper } from '../../../../kernel/paper/open-paper.ts'
import { onOneLine } from '../../../../kernel/paper/tagged-text.ts'
import { writeTable } from '../../../../kernel/paper/tagged-table.ts'
import { officeWords } from '../office/office-words.ts'
import { householdWords as says } from './household-words.ts'

export type Sex = 'male' | 'female'
export interface HouseholdMember {
  readonly fullName: string
  /** ISO, cut at the known part. */
  readonly birthDate: string
  readonly sex: Sex
  readonly personalNumber?: string
  /** To the household's head, in words. */
  readonly tie?: string
}

export const sexText = (sex: Sex): string => says[sex]

export const writeHousehold = (paper: Paper, members: readonly HouseholdMember[]): void =>
  writeTable(paper, {
    columns: [
      { says: says.row, width: 6, align: 'center' },
      { says: says.name, width: 30 },
      { says: says.birth, width: 15 },
      { says: says.sex, width: 9 },
      { says: says.number, width: 20 },
      { says: says.tie, width: 20 },
    ],
    rows: members.map(({ fullName, birthDate, sex, personalNumber, tie }, index) => [
      String(index + 1),
      onOneLine(fullName),
      dayText(birthDate),
      says[sex],
      personalNumber ?? officeWords.dash,
      onOneLine(tie ?? officeWords.dash),
    ]),
  })
