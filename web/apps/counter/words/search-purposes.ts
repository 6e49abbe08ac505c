// Why an officer looks a person up: the list of the contract in words, and which of them need a document or
// case number.
import type { z } from 'zod'
import type { searchPurpose } from '../../../../contract/counter.ts'
import { phrases } from '../../../ui/phrases.ts'

export type Purpose = z.infer<typeof searchPurpose>

const table = {
  'counter-service': {
    vi: 'Người dân đang ở quầy nhờ việc này',
    en: 'The person is at the counter and asks for this',
  },
  'card-application': { vi: 'Hồ sơ thẻ căn cước', en: 'Identity-card application' },
  'level-2': { vi: 'Đăng ký tài khoản mức 2', en: 'Level-2 registration' },
  'lock-request': { vi: 'Yêu cầu khoá hoặc mở khoá', en: 'Lock or unlock request' },
  'data-correction': { vi: 'Chỉnh sửa sai lệch dữ liệu', en: 'Correcting data' },
  'missing-person': { vi: 'Tìm người mất tích', en: 'Missing person' },
  'identity-check': { vi: 'Kiểm tra căn cước theo quy định', en: 'Identity check under the law' },
  'court-or-investigation': {
    vi: 'Theo văn bản của toà hoặc cơ quan điều tra',
    en: 'On a document of a court or investigators',
  },
} as const
const t = phrases(table)

export const purposeWords = (purpose: Purpose): string => t(purpose)

export const purposes: readonly Purpose[] = [
  'counter-service',
  'level-2',
  'card-application',
  'lock-request',
  'data-correction',
  'identity-check',
  'missing-person',
  'court-or-investigation',
]
