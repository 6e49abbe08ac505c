/** What every paper about a dossier names. */
import type { OfficePaper, PaperTitle } from '../office/office-paper.ts'
import { fill } from '../office/office-words.ts'

interface Applicant {
  readonly fullName: string
  readonly personalNumber?: string
  readonly phone?: string
  readonly address?: string
}
export interface DossierPaper extends OfficePaper {
  /** Of the one-stop system, `000.00.16.H56-230615-0001`. */
  readonly dossierCode: string
  /** The procedure's name. */
  readonly procedure: string
  readonly applicant: Applicant
  /** The form that the procedure's own rule names for it, e.g. `CT04 · Thông tư 53/2025/TT-BCA`. */
  readonly form?: string
}

interface TitleWords {
  readonly title: string
  readonly code: string
  readonly foot: string
}

export const titleOf = ({ dossierCode: code, form }: DossierPaper, says: TitleWords): PaperTitle => ({
  title: says.title,
  below: fill(says.code, { code }),
  foot: fill(says.foot, { code }),
  ...(form === undefined ? {} : { form }),
})
