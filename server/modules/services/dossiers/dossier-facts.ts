/** What stands in a dossier: unsealed what names nobody, sealed what was said, decided and written. */
import type { DossierState } from '../../../../contract/dossiers.ts'
import type { ProcedureWords } from '../../../../contract/procedure.ts'
import type { CaseContent } from '../../cases/casework/case-kind.ts'
import type { LegalClock } from '../procedures/legal-clock.ts'
import type { Judgments } from './record/judgments.ts'

/** Its number in the national list of statuses. */
export const nationalStatus: Readonly<Record<DossierState, number>> = {
  'awaiting-consents': 1,
  filed: 1,
  received: 2,
  'not-received': 3,
  processing: 4,
  'put-forward': 4,
  'supplement-asked': 5,
  'payment-asked': 6,
  withdrawn: 7,
  paused: 8,
  rejected: 8,
  finished: 9,
  returned: 10,
}

/** What stands unsealed beside it: nothing that names anybody or says what was answered. */
export interface DossierFacts {
  readonly procedure: string
  readonly version: number
  readonly kind: 'self' | 'child' | 'ward'
  /** null while somebody's agreement is awaited: it begins with the last one. */
  readonly clock: LegalClock | null
  /** Until when she may answer what was missing. */
  readonly answerBy: string | null
  readonly hasAsked: boolean
  readonly isAnswered: boolean
  /** Answers that the register says otherwise, when an officer last did something on it. */
  readonly differences: number
  readonly ticked: readonly string[]
  readonly fee: 'none' | 'due' | 'paid'
  readonly openConsents: number
  readonly apology: { readonly wasDueAt: string; readonly newDueAt: string } | null
  readonly hasObjected: boolean
  readonly isRated: boolean
  /** Of the register of judgments: whether it has answered, never what. Left out where nobody asks it. */
  readonly register?: 'asking' | 'silent' | 'answered'
  /** Subjects of everybody else whom it is about, and the digests of their numbers. */
  readonly others: readonly string[]
  readonly alsoAbout: readonly string[]
}

interface DossierAnswer {
  readonly value: unknown
  readonly from: 'register' | 'account' | 'wallet' | 'archive' | 'typed'
}
interface DossierConsent {
  readonly id: string
  readonly subjectId: string
  readonly personalNumber: string
  readonly name: string
  /** What whoever filed may be shown: null for a stranger, of whom only the number was typed. */
  readonly shownName: string | null
  readonly words: ProcedureWords
  readonly law: ProcedureWords
  readonly state: 'waiting' | 'agreed' | 'declined' | 'on-paper'
  readonly at: string | null
}
export interface SupplementItem {
  readonly id: string
  readonly what: string
  readonly answer: 'text' | 'picture'
  readonly text: string | null
  readonly hasPicture: boolean
}
/** Sealed under the key of the person whom it is about. */
export interface DossierContent extends CaseContent {
  readonly filedBy: { readonly personalNumber: string; readonly name: string; readonly subjectId: string }
  readonly unit: string | null
  readonly answers: Readonly<Record<string, DossierAnswer>>
  readonly papers: readonly {
    readonly id: string
    readonly words: ProcedureWords
    readonly replacedBy: ProcedureWords | null
    readonly hasPicture: boolean
  }[]
  readonly consents: readonly DossierConsent[]
  readonly fees: readonly {
    readonly id: string
    readonly words: ProcedureWords
    readonly amount_vnd: number
  }[]
  readonly limitLaw: ProcedureWords
  /** What the result does, by the names of the register's deed. */
  readonly effect: Readonly<Record<string, unknown>>
  readonly supplement: { readonly askedAt: string; readonly items: readonly SupplementItem[] } | null
  readonly proposal: {
    readonly verdict: 'grant' | 'refuse'
    readonly refusal: string | null
    readonly note: string
    readonly by: string
  } | null
  readonly apologyReason: string | null
  readonly apologyBy: string | null
  readonly receipt: { readonly number: string; readonly at: string } | null
  readonly objection: string | null
  readonly results: readonly { readonly kind: string; readonly at: string }[]
  /** What the register of judgments said; null until it has. */
  readonly judgments?: Judgments | null
}

export interface Dossier {
  readonly state: DossierState
  readonly facts: DossierFacts
  readonly content: DossierContent
}
