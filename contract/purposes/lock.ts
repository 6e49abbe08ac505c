/** Locking an account, the requests about it, and unlocking (Decree 69/2024/ND-CP art. 18–19). */
import { definePurposes } from './shape.ts'

export const lockPurposes = definePurposes({
  'account-locked': { vi: 'Khoá tài khoản', en: 'Account locked', family: 'self', fields: [] },
  'account-locked-by-relative': {
    vi: 'Người thân tin cậy khoá tài khoản giúp bạn',
    en: 'Your trusted relative locked your account',
    family: 'representative',
    fields: [],
  },
  'lock-code-made': { vi: 'Tạo mã khoá', en: 'Lock code created', family: 'self', fields: [] },
  'unlock-asked': {
    vi: 'Yêu cầu mở khoá tại quầy',
    en: 'Unlock requested at a counter',
    family: 'office',
    fields: [],
  },
  'lock-request-received': {
    vi: 'Nhận phiếu TK03 của cơ quan có thẩm quyền',
    en: 'Form TK03 received from an authority',
    family: 'office',
    fields: [],
  },
  'lock-request-forwarded': {
    vi: 'Chuyển phiếu TK03 lên cấp quyết định',
    en: 'Form TK03 passed on for a decision',
    family: 'office',
    fields: [],
  },
  'lock-request-opened': {
    vi: 'Cán bộ mở yêu cầu khoá hoặc mở khoá',
    en: 'An officer opened a request to lock or unlock',
    family: 'office',
    fields: ['personalNumber', 'fullName', 'birthDate', 'documents'],
  },
  'lock-request-decided': {
    vi: 'Quyết định về yêu cầu khoá hoặc mở khoá',
    en: 'Decision on a request to lock or unlock',
    family: 'office',
    fields: [],
  },
  'register-followed': {
    vi: 'Tự động khoá hoặc mở khoá theo cơ sở dữ liệu',
    en: 'Locked or unlocked automatically from the register',
    family: 'automatic',
    fields: ['card', 'lifeStatus'],
  },
})
