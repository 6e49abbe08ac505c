/** Letters while an account is being closed: each leaves time to say "this was not me". */
import { defineLetters } from './letter-form.ts'

const notMe = { label: { vi: 'Không phải tôi', en: 'This was not me' }, to: '/app/not-me' } as const

export const closingLetters = defineLetters({
  'closing-begun': {
    kind: 'security',
    sms: {
      vi: 'Tài khoản của bạn sẽ đóng sau {until}. Không phải bạn? Vào {site}/app/not-me, nhập mã {code}',
      en: 'Your account is closed after {until}. Not you? Go to {site}/app/not-me and type {code}',
    },
    title: { vi: 'Tài khoản sẽ đóng sau {until}', en: 'Your account is closed after {until}' },
    text: {
      vi: 'Có yêu cầu đóng tài khoản định danh của bạn, đã xác nhận bằng mã PIN và mã gửi về điện thoại. Đến {until} bạn vẫn dùng như thường và giữ lại được: mở ứng dụng, mục Tôi, Đóng tài khoản. Nếu không phải bạn, mở {site}/app/not-me, nhập số định danh và mã {code}: việc đóng dừng lại và tài khoản được khoá ngay. Cán bộ không bao giờ hỏi mã này.',
      en: 'Closing your identity account was asked for, confirmed by the passcode and a code to the phone. Until {until} you use it as before and can keep it: open the app, Me, Close the account. If it was not you, open {site}/app/not-me and type your number and the code {code}: the closing ends and the account is locked at once. No officer ever asks for this code.',
    },
    action: notMe,
  },
  'closing-reminder': {
    kind: 'security',
    sms: {
      vi: 'Nhắc lại: tài khoản của bạn đóng sau {until}. Không phải bạn? Vào {site}/app/not-me, nhập mã {code}',
      en: 'Again: your account is closed after {until}. Not you? Go to {site}/app/not-me and type {code}',
    },
    title: { vi: 'Tài khoản sắp đóng: {until}', en: 'Your account is closed soon: {until}' },
    text: {
      vi: 'Sau {until} tài khoản của bạn được đóng và không mở lại được; muốn dùng lại phải đăng ký mới. Muốn giữ lại: mở ứng dụng, mục Tôi, Đóng tài khoản. Nếu không phải bạn yêu cầu, mở {site}/app/not-me, nhập số định danh và mã {code}.',
      en: 'After {until} your account is closed and cannot be opened again; you would have to register anew. To keep it: open the app, Me, Close the account. If you did not ask for it, open {site}/app/not-me and type your number and the code {code}.',
    },
    action: notMe,
  },
  'closing-ended': {
    kind: 'security',
    sms: {
      vi: 'Tài khoản của bạn không bị đóng nữa. Mọi thứ vẫn như trước.',
      en: 'Your account is not being closed any more. Everything is as it was.',
    },
    title: { vi: 'Tài khoản được giữ lại', en: 'Your account is kept' },
    text: {
      vi: 'Việc đóng tài khoản đã dừng: bạn giữ lại, báo “Không phải tôi”, khoá tài khoản, lấy lại tài khoản trên máy mới, hoặc số điện thoại của bạn đã chuyển sang người khác. Không có gì bị xoá.',
      en: 'The closing of your account has ended: you kept it, said that it was not you, locked the account, got it back on a new phone, or your phone number went to another person. Nothing was deleted.',
    },
    action: { label: { vi: 'Xem nhật ký', en: 'See the log' }, to: '/app/looks' },
  },
  'account-closed': {
    kind: 'security',
    sms: {
      vi: 'Tài khoản định danh của bạn đã đóng. Muốn dùng lại, đăng ký mới tại {site}/app/',
      en: 'Your identity account is closed. To use one again, register anew at {site}/app/',
    },
    title: { vi: 'Tài khoản định danh đã đóng', en: 'Your identity account is closed' },
    text: {
      vi: 'Tài khoản đã đóng. Đã xoá: {devices}. {contact}. {number}. {sessions}. {documents}. {drafts}. {relatives}. Được giữ lại: {passing}. {offices}. {letters}. {consents}. {use}. {cases}. {account}. Thẻ căn cước và dữ liệu dân cư không thay đổi: do Nhà nước quản lý. Muốn dùng lại, đăng ký mới tại {site}/app/',
      en: 'The account is closed. Gone: {devices}. {contact}. {number}. {sessions}. {documents}. {drafts}. {relatives}. Kept: {passing}. {offices}. {letters}. {consents}. {use}. {cases}. {account}. Your card and the register of the population are as they were: they are the state’s. To use an account again, register anew at {site}/app/',
    },
  },
})
