// Her documents of other registers, with their kinds, as they were last read; and how each stands, for the
// card, the page and the search alike.
import type { DocumentType } from '../../../../contract/document-type.ts'
import type { ViewDocuments, ViewDocumentTypes } from '../../../../contract/documents.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { dateVN, isoDayVN } from '../../../ui/format.ts'
import { inLanguage } from '../../../ui/phrases.ts'

export type OwnDocument = OutputOf<typeof ViewDocuments>['documents'][number]
export type Kinds = OutputOf<typeof ViewDocumentTypes>
export type Source = Kinds['sources'][number]
export type Claim = DocumentType['claims'][number]
export interface Held {
  readonly own: OwnDocument
  readonly type: DocumentType
  readonly source: Source | undefined
}
export interface Documents extends Kinds {
  readonly held: readonly Held[]
}

const DAY_MS = 86_400_000
/** In whole days by the calendar of Vietnam; 0 on the last day itself. */
export const daysLeft = (lastDay: string, at: number): number =>
  Math.round((Date.parse(lastDay) - Date.parse(isoDayVN(at))) / DAY_MS)

export const lastDayOf = ({ own, type }: Held): string | null => {
  const last = type.expiry === null ? undefined : own.values?.[type.expiry]
  return typeof last === 'string' ? last : null
}

export type Standing =
  | 'looking'
  | 'missing'
  | 'differs'
  | 'valid'
  | 'expires-soon'
  | 'expired'
  | 'revoked'
  | 'suspended'
  | 'gone'
  | 'silent'
  | 'needs-sync'

/** What is to be said of it first. What its register decided goes before its register's silence. */
export const standingOf = (held: Held, at: number): Standing => {
  const { own, type } = held
  if (own.state !== 'held') {
    return own.state
  }
  const last = lastDayOf(held)
  if (own.standing !== 'valid' && own.standing !== null) {
    return own.standing
  }
  if (last !== null && daysLeft(last, at) < 0) {
    return 'expired'
  }
  if (own.silentSince !== null) {
    return 'silent'
  }
  // Longer than its kind may be shown without asking the register anew.
  if (own.syncedAt && at - Date.parse(own.syncedAt) > type.offline_hours * 3_600_000) {
    return 'needs-sync'
  }
  return last !== null && daysLeft(last, at) <= type.warnBefore_days ? 'expires-soon' : 'valid'
}

/** A day, a list or a text, as a person reads it; null when it is not there. */
export const valueOf = ({ own }: Pick<Held, 'own'>, claim: Pick<Claim, 'name' | 'kind'>): string | null => {
  const value = own.values?.[claim.name]
  if (value === undefined) {
    return null
  }
  if (claim.kind === 'date' && typeof value === 'string') {
    return dateVN(value)
  }
  if (claim.kind === 'code' && typeof value === 'string' && /^\d{10,12}$/.test(value)) {
    return value.replace(/\d{3}(?=\d{2})/g, '$& ')
  }
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** For the search: without accents and signs, so that `bang lai` and `30A12345` find. */
const plainly = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** What is asked in signs alone, such as of another script, is in none of them. */
export const isAskedOf = (words: readonly string[], asked: string): boolean => {
  const wanted = plainly(asked)
  return wanted === '' ? asked.trim() === '' : words.some((word) => plainly(word).includes(wanted))
}

export const isFound = (held: Held, asked: string): boolean =>
  isAskedOf(
    [
      inLanguage(held.type.title),
      held.type.title.vi,
      ...held.type.claims.map((claim) => valueOf(held, claim) ?? ''),
      held.own.reference,
    ],
    asked,
  )

/** Those of one kind lie on one stack. */
export const byKind = (held: readonly Held[]): (readonly Held[])[] => [
  ...Map.groupBy(held, ({ type }) => type.id).values(),
]
