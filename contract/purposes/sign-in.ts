/** Sign-in to services, what they are given, and signing out. */
import { definePurposes } from './shape.ts'

const shared = [
  'signIn',
  'personalNumber',
  'fullName',
  'birthDate',
  'sex',
  'residence',
  'phone',
  'email',
  'account',
] as const

export const signInPurposes = definePurposes({
  'sign-in': { vi: 'Bạn đăng nhập dịch vụ', en: 'You signed in to a service', family: 'service', fields: [] },
  'consent-given': {
    vi: 'Bạn đồng ý chia sẻ với dịch vụ',
    en: 'You agreed to share with a service',
    family: 'service',
    fields: shared,
  },
  'consent-withdrawn': {
    vi: 'Bạn rút lại đồng ý chia sẻ với dịch vụ',
    en: 'You took back your agreement to share with a service',
    family: 'service',
    fields: [],
  },
  'sign-in-claims': {
    vi: 'Dịch vụ nhận thông tin sau khi đăng nhập',
    en: 'A service received details after sign-in',
    family: 'service',
    fields: shared,
  },
  'sign-out': {
    vi: 'Đăng xuất khỏi dịch vụ',
    en: 'Signed out of services',
    family: 'service',
    fields: [],
  },
})
