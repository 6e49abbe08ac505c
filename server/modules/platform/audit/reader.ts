/**
 * Who acted, as the person it was about reads it: herself, who acts for her, an office with its role, a
 * service by its name, or the product. Pure.
 */
import type { z } from 'zod'
import type { readerGroup, readerKind } from '../../../../contract/account.ts'
import { familyOf, type Language } from '../../../../contract/purposes/words.ts'
import { readActor } from '../../../kernel/actor.ts'
import type { LineDetail } from '../../../kernel/audit-line.ts'
import { CENTRAL_OFFICE } from '../../registry/organisations/mandate.ts'

export type ReaderKind = z.infer<typeof readerKind>
export type ReaderGroup = z.infer<typeof readerGroup>
export interface Reader {
  readonly whoKind: ReaderKind
  readonly who: string
}

type Phrase = Readonly<Record<Language, string>>

const words = {
  holder: { vi: 'Chính bạn', en: 'You' },
  officer: { vi: 'Cán bộ có thẩm quyền', en: 'An authorised officer' },
  officerNumber: { vi: 'số hiệu', en: 'no.' },
  representative: { vi: 'Người đại diện của bạn', en: 'Your representative' },
  relative: { vi: 'Người thân tin cậy của bạn', en: 'Your trusted relative' },
  recovering: {
    vi: 'Người khôi phục tài khoản trên máy mới',
    en: 'The person recovering the account on a new phone',
  },
  stranger: { vi: 'Người chưa đăng nhập', en: 'Someone who was not signed in' },
  product: { vi: 'Hệ thống Sen', en: 'The Sen system' },
} as const satisfies Record<string, Phrase>

/** What the product does because an office was told so names that office. */
const PHONE_RELEASE = 'phone-release'

/** The product's own parts, as `system(name)` names them. */
const parts: Readonly<Record<string, Phrase>> = {
  expiry: { vi: 'hết hạn tự động', en: 'automatic expiry' },
  provider: { vi: 'đăng nhập một lần', en: 'single sign-on' },
  'settle-enrolment': { vi: 'đối chiếu đơn đăng ký', en: 'check of an application' },
  register: { vi: 'theo dõi cơ sở dữ liệu', en: 'following the register' },
  'public-service': { vi: 'kết quả dịch vụ công và thời hạn', en: 'results of public services and terms' },
  erasure: { vi: 'xoá dữ liệu', en: 'erasure' },
}

export const groupOf: Readonly<Record<ReaderKind, Exclude<ReaderGroup, 'everyone'>>> = {
  holder: 'holder',
  representative: 'acting',
  relative: 'acting',
  officer: 'offices',
  helper: 'offices',
  party: 'services',
  stranger: 'automatic',
  automatic: 'automatic',
}

export const readerOf = (
  {
    actor,
    purpose,
    detail,
  }: { readonly actor: string; readonly purpose: string; readonly detail: LineDetail },
  subjectId: string,
  language: Language,
): Reader => {
  const by = readActor(actor)
  if (by.kind === 'officer') {
    return {
      whoKind: familyOf(purpose) === 'help' ? 'helper' : 'officer',
      who: officerText(detail, language),
    }
  }
  // What the product does, days later, because an office was told so: at whose word it stands.
  if (by.kind === 'system' && by.id === PHONE_RELEASE) {
    return { whoKind: 'officer', who: officerText(detail, language) }
  }
  const client = textOf(detail['client'])
  if (client) {
    return { whoKind: 'party', who: client }
  }
  const whoKind = kindOf(by, textOf(detail['by']), subjectId)
  if (whoKind !== 'automatic') {
    return { whoKind, who: words[by.kind === 'recovering' ? 'recovering' : whoKind][language] }
  }
  const part = by.kind === 'system' && Object.hasOwn(parts, by.id) ? parts[by.id] : undefined
  return { whoKind, who: part ? `${words.product[language]}: ${part[language]}` : words.product[language] }
}

/**
 * A lock by a relative or by a code is set by a reaction, so that its time tells nothing; `by` of the line
 * says whose word it was. Whoever recovers an account has not yet shown to be its holder.
 */
const kindOf = (
  actor: ReturnType<typeof readActor>,
  by: string,
  subjectId: string,
): 'holder' | 'representative' | 'relative' | 'stranger' | 'automatic' => {
  if (by === 'relative') {
    return 'relative'
  }
  if (by === 'holder-code') {
    return 'holder'
  }
  switch (actor.kind) {
    case 'citizen':
      return actor.id === subjectId ? 'holder' : 'representative'
    // At her own screen of a desk it is she who answers, and she who has proven an application's contact.
    case 'screen':
    case 'applicant':
      return 'holder'
    case 'recovering':
    case 'anonymous':
      return 'stranger'
    case 'system':
    case 'facility':
    case 'officer':
    case 'unknown':
      return 'automatic'
  }
}

/**
 * `office`, `role` and `officerNumber` are put into the line by the deed; a line that has only the office's
 * id still tells a known office.
 */
const officerText = (detail: LineDetail, language: Language): string => {
  const office = textOf(detail['office'])
  const number = textOf(detail['officerNumber'])
  const known = office === CENTRAL_OFFICE.id ? CENTRAL_OFFICE.name : isId(office) ? '' : office
  const said = [known, textOf(detail['role']), number && `${words.officerNumber[language]} ${number}`].filter(
    (part) => part !== '',
  )
  return said.length > 0 ? said.join(' · ') : words.officer[language]
}

const textOf = (value: string | number | boolean | null | undefined): string =>
  typeof value === 'string' ? value : ''
const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text)
