/**
 * What results of public services and the calendar change of a person's residence in the register (Law on
 * Residence 68/2020/QH14).
 */
import { definePurposes } from './shape.ts'

const of = ['residence', 'household'] as const

export const residencePurposes = definePurposes({
  'permanent-registered': {
    vi: 'Đăng ký thường trú',
    en: 'Permanent residence registered',
    family: 'office',
    fields: of,
  },
  'temporary-registered': {
    vi: 'Đăng ký tạm trú',
    en: 'Temporary residence registered',
    family: 'office',
    fields: of,
  },
  'temporary-renewed': {
    vi: 'Gia hạn tạm trú',
    en: 'Temporary residence renewed',
    family: 'office',
    fields: of,
  },
  'absence-declared': {
    vi: 'Khai báo tạm vắng',
    en: 'Temporary absence declared',
    family: 'office',
    fields: of,
  },
  'household-split': { vi: 'Tách hộ', en: 'Household split', family: 'office', fields: of },
  'head-changed': {
    vi: 'Thay đổi chủ hộ',
    en: 'Head of the household changed',
    family: 'office',
    fields: of,
  },
  'permanent-removed': {
    vi: 'Xoá đăng ký thường trú',
    en: 'Permanent residence removed',
    family: 'office',
    fields: of,
  },
  'current-declared': {
    vi: 'Khai báo nơi ở hiện tại',
    en: 'Present place of living declared',
    family: 'office',
    fields: of,
  },
  'household-changed': {
    vi: 'Hộ gia đình của bạn có chủ hộ mới vì người khác chuyển đi',
    en: 'Your household has a new head because others left it',
    family: 'office',
    fields: of,
  },
  'register-contact-changed': {
    vi: 'Đổi số điện thoại hoặc e-mail trong cơ sở dữ liệu dân cư',
    en: 'Phone number or e-mail of the population register changed',
    family: 'office',
    fields: ['phone', 'email'],
  },
  'temporary-ended': {
    vi: 'Hết thời hạn tạm trú',
    en: 'Temporary residence ended with its term',
    family: 'automatic',
    fields: of,
  },
})
