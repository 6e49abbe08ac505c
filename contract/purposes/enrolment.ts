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
})
