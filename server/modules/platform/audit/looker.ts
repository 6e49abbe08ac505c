/**
 * How whoever looked is shown to the person: herself, an office with its role, a relying party by its name,
 * or the product. Pure.
 */
import type { AuditLine } from '../../../kernel/audit-line.ts'
import { REVIEW_OFFICE } from '../../registry/organisations/mandate.ts'

type Language = 'vi' | 'en'
export interface Looker {
  readonly who: string
  readonly whoKind: 'self' | 'officer' | 'relying-party' | 'system'
}

const words = {
  officer: { vi: 'Cán bộ có thẩm quyền', en: 'An authorised officer' },
  officerNumber: { vi: 'số hiệu', en: 'no.' },
  representative: { vi: 'Người đại diện của bạn', en: 'Your representative' },
  stranger: { vi: 'Người chưa đăng nhập', en: 'Somebody who was not signed in' },
  product: { vi: 'Hệ thống Sen', en: 'The Sen system' },
} as const satisfies Record<string, Record<Language, string>>

/** The product's own parts, as `system(name)` names them. */
const parts: Readonly<Record<string, Record<Language, string>>> = {
  expiry: { vi: 'hết hạn tự động', en: 'automatic expiry' },
  provider: { vi: 'đăng nhập một lần', en: 'single sign-on' },
  'settle-enrolment': { vi: 'đối chiếu hồ sơ đăng ký', en: 'check of an application' },
  erasure: { vi: 'xoá dữ liệu', en: 'erasure' },
}

export const onLooker = (
  line: { readonly actor: string; readonly detail: NonNullable<AuditLine['detail']> },
  subjectId: string,
  language: Language,
): Looker => {
  const { actor, detail } = line
  const colon = actor.indexOf(':')
  const kind = colon < 0 ? actor : actor.slice(0, colon)
  const name = colon < 0 ? '' : actor.slice(colon + 1)
  if (kind === 'officer') {
    return { whoKind: 'officer', who: officerText(detail, language) }
  }
  const client = textOf(detail['client'])
  if (client) {
    return { whoKind: 'relying-party', who: client }
  }
  // At the citizen's own screen of a desk it is she who answers.
  if (kind === 'screen') {
    return { whoKind: 'self', who: 'self' }
  }
  if (kind === 'applicant' || (kind === 'citizen' && name === subjectId)) {
    return { whoKind: 'self', who: 'self' }
  }
  if (kind === 'citizen') {
    return { whoKind: 'system', who: words.representative[language] }
  }
  if (kind === 'anonymous') {
    return { whoKind: 'system', who: words.stranger[language] }
  }
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined
  return {
    whoKind: 'system',
    who: part ? `${words.product[language]}: ${part[language]}` : words.product[language],
  }
}

/**
 * `office`, `role` and `officerNumber` are put into the line by the deed; a line that has only the office's
 * id still tells a known office.
 */
const officerText = (detail: NonNullable<AuditLine['detail']>, language: Language): string => {
  const office = textOf(detail['office'])
  const number = textOf(detail['officerNumber'])
  const known = office === REVIEW_OFFICE.id ? REVIEW_OFFICE.name : isId(office) ? '' : office
  const said = [known, textOf(detail['role']), number && `${words.officerNumber[language]} ${number}`].filter(
    (part) => part !== '',
  )
  return said.length > 0 ? said.join(' · ') : words.officer[language]
}

const textOf = (value: string | number | boolean | null | undefined): string =>
  typeof value === 'string' ? value : ''
const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text)
