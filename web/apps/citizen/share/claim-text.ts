// What a claim is called and what it says, whichever kind of document it stands in; and which of them are an
// answer in place of the thing itself.
import type { DocumentType } from '../../../../contract/document-type.ts'
import { claimLabel, claimNames, claimText, valueText } from '../../../kit/documents/claim-words.ts'
import { now } from '../../../ui/clock.ts'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import type { AskedClaim } from './asked.ts'

const t = phrases({
  card: { vi: 'Căn cước điện tử', en: 'Electronic identity card' },
  document: { vi: 'Giấy tờ khác', en: 'Another document' },
  other: { vi: 'Mục khác trên giấy tờ này', en: 'Another item of this document' },
  instead: { vi: 'Thay cho {what}', en: 'Instead of: {what}' },
  ageYes: { vi: 'Đủ {age} tuổi: Có', en: '{age} or older: Yes' },
  ageNo: { vi: 'Đủ {age} tuổi: Chưa', en: '{age} or older: No' },
  age: { vi: 'Đủ {age} tuổi hay chưa', en: 'Whether {age} or older' },
  answerYes: { vi: '{what}: Có', en: '{what}: Yes' },
  answerNo: { vi: '{what}: Không', en: '{what}: No' },
  country: { vi: 'Quốc gia cấp', en: 'Issuing country' },
  authority: { vi: 'Cơ quan cấp', en: 'Issuing authority' },
})

/** Of its kind, which comes from no file. */
export const IDENTITY_CARD = 'identity-card'

export type Types = readonly DocumentType[]
type Of = Pick<AskedClaim, 'type' | 'name'>

const typeIn = (types: Types, type: string) => types.find(({ id }) => id === type)

export const typeTitle = (type: string, types: Types): string => {
  const known = typeIn(types, type)
  return type === IDENTITY_CARD ? t('card') : known ? inLanguage(known.title) : t('document')
}

const ageOf = (name: string): string | null => /^age_over_(\d{1,3})$/.exec(name)?.[1] ?? null
const claimOf = ({ type, name }: Of, types: Types) =>
  typeIn(types, type)?.claims.find((claim) => claim.name === name)
const derivedOf = ({ type, name }: Of, types: Types) =>
  typeIn(types, type)?.derived.find((claim) => claim.name === name)

const BIRTH_DATE = 'birthdate'
/** The claim that an answer is given in place of; null for what is no answer. */
export const insteadOf = (of: Of, types: Types): string | null =>
  ageOf(of.name) !== null ? BIRTH_DATE : (derivedOf(of, types)?.from ?? null)
/** Whoever reads the birth date in any document has it. */
export const isSame = (one: Of, other: Of): boolean =>
  one.name === other.name && (one.name === BIRTH_DATE || one.type === other.type)

const ofIssuer: Readonly<Record<string, 'country' | 'authority'>> = {
  issuing_country: 'country',
  issuing_authority: 'authority',
}
/** A face can be compared by machines (Law 91/2025/QH15: biometric data). */
const SENSITIVE: ReadonlySet<string> = new Set(['portrait'])
const onCard = (name: string) => claimNames.find((known) => known === name)

/** Without its value, as in a list of what a party may ask for. */
export const claimTitle = (of: Of, types: Types): string => {
  const own = claimOf(of, types) ?? derivedOf(of, types)
  if (own) {
    return inLanguage(own.words)
  }
  const age = ageOf(of.name)
  const known = onCard(of.name)
  return age !== null ? t('age', { age }) : known ? claimLabel(known) : t(ofIssuer[of.name] ?? 'other')
}

/** Above its value: an answer says what it stands for. */
export const claimHead = (of: Of, types: Types): string => {
  const from = insteadOf(of, types)
  return from === null
    ? claimTitle(of, types)
    : t('instead', { what: lowerFirst(claimTitle({ ...of, name: from }, types)) })
}

export const isSensitive = (of: Of, types: Types): boolean =>
  SENSITIVE.has(of.name) || (claimOf(of, types) ?? derivedOf(of, types))?.isSensitive === true

/** The address of a picture that stands in the document itself; null for everything else. */
export const pictureOf = ({ name, value }: AskedClaim): string | null =>
  name === 'portrait' && typeof value === 'string' && /^data:image\/(jpeg|png);base64,/.test(value)
    ? value
    : null

/** Inside of a sentence. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

export const claimValue = ({ value, ...of }: AskedClaim, types: Types): string => {
  const age = ageOf(of.name)
  if (age !== null) {
    return t(value === true ? 'ageYes' : 'ageNo', { age })
  }
  if (derivedOf(of, types)) {
    return t(value === true ? 'answerYes' : 'answerNo', { what: claimTitle(of, types) })
  }
  const own = claimOf(of, types)
  const known = onCard(of.name)
  const said = own ? valueText(own.kind, value) : known ? claimText(known, value, now()) : null
  return said ?? valueText('text', value) ?? ''
}
