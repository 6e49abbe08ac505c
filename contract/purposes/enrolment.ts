/** Level 1: the application, its check and its decision. */
import { definePurposes } from './shape.ts'

export const enrolmentPurposes = definePurposes({
  'enrolment-submitted': { vi: 'Nhận đơn đăng ký', en: 'Application received', family: 'staff', fields: [] },
  'enrolment-check': {
    vi: 'Đối chiếu đơn đăng ký với cơ sở dữ liệu',
    en: 'Application checked against the register',
    family: 'automatic',
    fields: ['fullName', 'birthDate', 'sex', 'card', 'portrait'],
  },
  'enrolment-review': {
    vi: 'Cán bộ mở đơn đăng ký để xem xét',
    en: 'An officer opened your application',
    family: 'office',
    fields: ['fullName', 'birthDate', 'sex', 'portrait', 'residence', 'card', 'phone'],
  },
  'enrolment-decision': {
    vi: 'Cán bộ quyết định về đơn đăng ký',
    en: 'An officer decided on your application',
    family: 'office',
    fields: [],
  },
  'enrolment-portrait-asked': {
    vi: 'Cán bộ yêu cầu ảnh chân dung khác cho đơn đăng ký',
    en: 'An officer asked for another portrait for your application',
    family: 'office',
    fields: [],
  },
  'enrolment-portrait-sent': {
    vi: 'Gửi ảnh chân dung khác cho đơn đăng ký',
    en: 'Another portrait was sent for your application',
    family: 'self',
    fields: ['portrait'],
  },
  'enrolment-unanswered': {
    vi: 'Đơn đăng ký kết thúc vì không nhận được ảnh mới đúng hạn',
    en: 'Your application ended because no other portrait came in time',
    family: 'automatic',
    fields: [],
  },
  'enrolment-returned': {
    vi: 'Mở lại đơn đăng ký bằng mã đơn và mã xác nhận',
    en: 'Your application was opened again by its reference and a code sent to you',
    family: 'self',
    fields: ['dossier'],
  },
})
