/** The whole table of letters. */
import { accountLetters } from './account-letters.ts'
import { anyCaseLetters } from './any-case-letters.ts'
import { caseLetters } from './case-letters.ts'
import { closingLetters } from './closing-letters.ts'
import { crimeReportLetters } from './crime-report-letters.ts'
import { dossierLetterRows } from './dossier-letters.ts'
import { documentLetterRows } from './document-letters.ts'
import { familyLetters } from './family-letters.ts'
import type { LetterRow } from './letter.ts'
import { lookQuestionLetters } from './look-question-letters.ts'
import { lockLetters } from './lock-letters.ts'
import { petitionLetters } from './petition-letters.ts'
import { phoneLetters } from './phone-letters.ts'
import { recoveryLetters } from './recovery-letters.ts'
import { residenceLetterRows } from './residence-letters.ts'
import { sharingLetterRows } from './sharing-letters.ts'

/** By area, as `docs/letters.md` has them. */
export const letterAreas: readonly { readonly title: string; readonly rows: readonly LetterRow[] }[] = [
  { title: 'Codes, devices, secrets and sign-ins', rows: [...accountLetters, ...phoneLetters] },
  { title: 'A lost or new phone', rows: recoveryLetters },
  { title: 'Closing the account', rows: closingLetters },
  { title: 'Locking, unlocking, help', rows: lockLetters },
  {
    title: 'Applications and cases',
    rows: [
      ...caseLetters,
      ...lookQuestionLetters,
      ...petitionLetters,
      ...crimeReportLetters,
      ...anyCaseLetters,
    ],
  },
  { title: 'Dossiers of public services', rows: dossierLetterRows },
  { title: 'Family and relatives', rows: familyLetters },
  { title: 'Residence and household', rows: residenceLetterRows },
  { title: 'Documents in the wallet', rows: documentLetterRows },
  { title: 'Sharing documents', rows: sharingLetterRows },
]

export const letters: readonly LetterRow[] = letterAreas.flatMap(({ rows }) => rows)
