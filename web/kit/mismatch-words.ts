// Cases of differing data in words, the same at the counter and in the citizen's app: fields, sources,
// states, outcomes, reasons, steps, values.
import type { z } from 'zod'
import type {
  dataSource,
  differingField,
  discrepancyOutcome,
  discrepancyRefusal,
  discrepancyState,
} from '../../contract/discrepancy.ts'
import { dateVN, groupPersonalNumber } from '../ui/format.ts'
import type { PillTone } from '../ui/pill.tsx'
import { phrases } from '../ui/phrases.ts'

export type Field = z.infer<typeof differingField>
export type Source = z.infer<typeof dataSource>
export type State = z.infer<typeof discrepancyState>
export type Outcome = z.infer<typeof discrepancyOutcome>
export type RefusalReason = z.infer<typeof discrepancyRefusal>

export const fieldWords = phrases({
  personalNumber: { vi: 'Số định danh', en: 'Personal number' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Birth date' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  residence: { vi: 'Nơi thường trú', en: 'Residence' },
  hometown: { vi: 'Quê quán', en: 'Place of origin' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnicity' },
  religion: { vi: 'Tôn giáo', en: 'Religion' },
  oldNumber: { vi: 'Số CMND cũ', en: 'Old identity card number' },
  issuedOn: { vi: 'Ngày cấp thẻ', en: "Card's day of issue" },
  expiresOn: { vi: 'Hạn thẻ', en: "Card's expiry" },
  portrait: { vi: 'Ảnh chân dung', en: 'Portrait' },
  relation: { vi: 'Quan hệ gia đình', en: 'Family relation' },
})
export const sourceWords = phrases({
  register: { vi: 'Cơ sở dữ liệu dân cư', en: 'Population register' },
  card: { vi: 'Thẻ căn cước', en: 'Identity card' },
  holder: { vi: 'Người dân', en: 'The person herself' },
  'civil-status': { vi: 'Sổ hộ tịch', en: 'Civil-status books' },
  'residence-file': { vi: 'Hồ sơ cư trú', en: 'Residence file' },
  licence: { vi: 'Giấy phép lái xe', en: 'Driving licence' },
  papers: { vi: 'Giấy tờ khác', en: 'Other papers' },
})
export const stateWords = phrases({
  open: { vi: 'Đang xử lý', en: 'Being worked on' },
  waiting: { vi: 'Đang hỏi nơi giữ nguồn', en: 'A source was asked' },
  proposed: { vi: 'Chờ người thứ hai xác nhận', en: 'Waits for a second officer' },
  settled: { vi: 'Đã giải quyết', en: 'Settled' },
  refused: { vi: 'Không chấp nhận', en: 'Refused' },
  withdrawn: { vi: 'Bạn đã rút', en: 'Taken back' },
})
export const stateTones: Readonly<Record<State, PillTone>> = {
  open: 'cham',
  waiting: 'gold',
  proposed: 'gold',
  settled: 'ok',
  refused: 'son',
  withdrawn: 'neutral',
}

export const outcomeWords = phrases({
  'register-corrected': { vi: 'Cơ sở dữ liệu đã được sửa', en: 'The register was corrected' },
  'card-to-exchange': {
    vi: 'Cơ sở dữ liệu đúng, thẻ cần đổi',
    en: 'The register is right, the card needs an exchange',
  },
  'agrees-now': { vi: 'Các nguồn nay đã khớp', en: 'The sources agree now' },
})
export const reasonWords = phrases({
  'register-is-right': {
    vi: 'Giấy tờ gốc cho thấy cơ sở dữ liệu đúng.',
    en: 'The original papers show that the register is right.',
  },
  'papers-missing': {
    vi: 'Thiếu giấy tờ chứng minh; cần mang giấy tờ gốc đến quầy.',
    en: 'Papers that prove it are missing; the originals must be brought to a counter.',
  },
  'not-this-office': {
    vi: 'Việc này thuộc cơ quan hộ tịch nơi đăng ký.',
    en: 'This belongs to the civil-status office of the registration.',
  },
  'no-difference': { vi: 'Không tìm thấy khác biệt nào.', en: 'No difference was found.' },
})
export const happenedWords = phrases({
  opened: { vi: 'Mở hồ sơ', en: 'Opened' },
  noted: { vi: 'Cán bộ ghi chú', en: 'An officer made a note' },
  asked: { vi: 'Hỏi nơi giữ nguồn dữ liệu', en: 'The keeper of a source was asked' },
  proposed: { vi: 'Một cán bộ đề xuất cách giải quyết', en: 'An officer proposed an outcome' },
  'sent-back': { vi: 'Người thứ hai gửi trả để xem lại', en: 'The second officer sent it back' },
  settled: {
    vi: 'Người thứ hai xác nhận, hồ sơ kết thúc',
    en: 'A second officer confirmed; the case is settled',
  },
  refused: { vi: 'Không chấp nhận, có lý do', en: 'Refused, with a reason' },
  withdrawn: { vi: 'Người dân rút', en: 'Taken back by the person' },
  overdue: { vi: 'Quá hạn, đã báo lãnh đạo đơn vị', en: 'Overdue; the head of the office was told' },
  moved: { vi: 'Đã chuyển sang đơn vị khác', en: 'Moved to another office' },
})

const t = phrases({
  nothing: { vi: 'Không ghi', en: 'Nothing' },
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
  forever: { vi: 'Không thời hạn', en: 'No expiry' },
  officer: { vi: 'Cán bộ {number}', en: 'Officer {number}' },
  citizen: { vi: 'Người dân', en: 'The person herself' },
  system: { vi: 'Hệ thống', en: 'The system' },
})

const DATES: readonly Field[] = ['birthDate', 'issuedOn', 'expiresOn']

/** A value as a person reads it. */
export const valueWords = (field: Field, value: string | null): string => {
  if (value === null || value === '') {
    return t('nothing')
  }
  if (value === 'no-expiry') {
    return t('forever')
  }
  if (field === 'sex') {
    return value === 'male' ? t('male') : value === 'female' ? t('female') : value
  }
  if (field === 'personalNumber') {
    return groupPersonalNumber(value)
  }
  return DATES.includes(field) ? dateVN(value) : value
}

/** `system`: in the history of older cases. */
const isAutomatic = (by: string): boolean => by === 'automatic' || by === 'system'

/** Who did a step: an officer is named by her number. */
export const byWords = (by: string): string =>
  by === 'citizen' ? t('citizen') : isAutomatic(by) ? t('system') : t('officer', { number: by })
