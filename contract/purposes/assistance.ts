/** Helpers at a desk and the hotline: limited acts, each confirmed by the citizen or told to her. */
import { correctable } from './fields.ts'
import { definePurposes } from './shape.ts'

export const assistancePurposes = definePurposes({
  'assist-asked': {
    vi: 'Người hỗ trợ xin bắt đầu hỗ trợ bạn',
    en: 'A helper asked to start helping you',
    family: 'help',
    fields: ['personalNumber'],
  },
  'assist-confirmed': {
    vi: 'Bạn nhập mã để đồng ý',
    en: 'You entered a code to agree',
    family: 'help',
    fields: [],
  },
  'assist-act-asked': {
    vi: 'Người hỗ trợ xin bạn đồng ý một việc',
    en: 'A helper asked you to approve an action',
    family: 'help',
    fields: [],
  },
  'assist-begin-level-1': {
    vi: 'Người hỗ trợ đưa máy để bạn tự đăng ký',
    en: 'A helper handed you the device so you could register',
    family: 'help',
    fields: [],
  },
  'assist-activation-guide': {
    vi: 'Người hỗ trợ xem tình trạng tài khoản cùng bạn',
    en: "A helper checked your account's status with you",
    family: 'help',
    fields: ['account'],
  },
  'assist-dossier-state': {
    vi: 'Người hỗ trợ xem hồ sơ cùng bạn',
    en: 'A helper viewed an application with you',
    family: 'help',
    fields: ['dossier'],
  },
  'assist-set-language': {
    vi: 'Người hỗ trợ đổi ngôn ngữ thư cùng bạn',
    en: 'A helper changed the language of your messages with you',
    family: 'help',
    fields: ['language'],
  },
  'assist-report-mismatch': {
    vi: 'Người hỗ trợ báo sai lệch dữ liệu cùng bạn',
    en: 'A helper reported an error in your data with you',
    family: 'help',
    fields: correctable,
  },
  'assist-ended': { vi: 'Kết thúc phiên hỗ trợ', en: 'Assistance session ended', family: 'help', fields: [] },
  'hotline-call': {
    vi: 'Bắt đầu cuộc gọi tổng đài',
    en: 'A hotline call began',
    family: 'staff',
    fields: [],
  },
  'hotline-identify': {
    vi: 'Tổng đài hỏi để xác định người gọi',
    en: 'The hotline asked questions to identify the caller',
    family: 'help',
    fields: [
      'personalNumber',
      'fullName',
      'birthDate',
      'residence',
      'parentName',
      'cardIssuedOn',
      'phoneEnd',
      'oldNumber',
    ],
  },
  'hotline-lock': {
    vi: 'Tổng đài khoá tài khoản',
    en: 'The hotline locked the account',
    family: 'help',
    fields: ['account'],
  },
  'hotline-explain': {
    vi: 'Tổng đài giải thích vì sao tài khoản bị khoá',
    en: 'The hotline explained why the account is locked',
    family: 'help',
    fields: ['lock'],
  },
  'hotline-dossier': {
    vi: 'Tổng đài xem tình trạng hồ sơ',
    en: "The hotline viewed an application's status",
    family: 'help',
    fields: ['dossier'],
  },
  'hotline-phone': {
    vi: 'Tổng đài xem một số điện thoại bạn hỏi đã có chủ chưa',
    en: 'The hotline checked for you whether a phone number is taken',
    family: 'help',
    fields: ['phone'],
  },
  'hotline-phone-code': {
    vi: 'Tổng đài gửi mã tới số điện thoại bạn nói là đang giữ',
    en: 'The hotline had a code sent to a phone number that you say you have',
    family: 'help',
    fields: ['phone'],
  },
  'hotline-phone-given-up': {
    vi: 'Tổng đài ghi lời bạn: số điện thoại của tài khoản không còn là của bạn',
    en: 'The hotline noted that the phone number of the account is no longer yours',
    family: 'help',
    fields: ['phone'],
  },
  'hotline-ended': {
    vi: 'Kết thúc cuộc gọi tổng đài',
    en: 'The hotline call ended',
    family: 'help',
    fields: [],
  },
})
