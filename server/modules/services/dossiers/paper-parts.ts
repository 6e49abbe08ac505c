/** What the papers of results have in common: places in words, numbers in part, what a check shows. */
import { placeText as wholePlace } from '../../../../formats/place-text.ts'
import type { Work } from '../../../kernel/work.ts'
import { findUnit } from '../../registry/territory/find-unit.ts'
import type { ShownOfPaper } from './check-paper.ts'

export const placeText = async (
  work: Work,
  { address, unit }: { readonly address: string | null; readonly unit: string | null },
): Promise<string | undefined> => {
  if (address === null) {
    return undefined
  }
  const commune = unit === null ? null : await findUnit(work, unit)
  const province = commune?.parentCode ? await findUnit(work, commune.parentCode) : null
  return wholePlace(address, commune?.name, province?.name)
}
export const given = <K extends string>(name: K, value: string | undefined): { [P in K]?: string } =>
  (value === undefined ? {} : { [name]: value }) as { [P in K]?: string }

export interface ResultPaper {
  readonly pdf: Buffer
  /** What whoever checks it is shown. */
  readonly shown: ShownOfPaper
}

/** The last three digits tell two people apart, and give nobody a number that she has not got. */
export const endOf = (personalNumber: string): string => `••• ••• ••• ${personalNumber.slice(-3)}`
