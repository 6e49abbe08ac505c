/** Letters: A lost or new phone, and the relatives who may confirm it. */
import { defineLetters } from './letter-form.ts'

export const recoveryLetters = defineLetters({
  'relative-asked': {
    kind: 'todo',
    sms: { vi: '{name} nhờ bạn làm người thân tin cậy. Mở Sen để trả lời trước {until}.', en: '{name} asks you to be a trusted relative. Answer in Sen before {until}.' },
    title: { vi: '{name} nhờ bạn làm người thân tin cậy', en: '{name} asks you to be a trusted relative' },
    text: {
      vi: 'Khi {name} mất điện thoại, bạn có thể xác nhận giúp hoặc khoá giúp tài khoản. Bạn không xem được giấy tờ của người ấy. Hãy gọi điện hỏi lại trước khi đồng ý, và trả lời trước ngày {until}.',
      en: 'When {name} loses the phone, you can confirm that it is really that person, or lock the account. You see none of the documents. Call and ask before you agree, and answer before {until}.',
    },
    action: { label: { vi: 'Trả lời', en: 'Answer' }, to: '/app/family/relatives' },
  },
  'relative-named': {
    kind: 'security',
    sms: { vi: 'Bạn vừa mời một người thân tin cậy. Không phải bạn? Mở Sen và bỏ người này.', en: 'You named a trusted relative. Not you? Open Sen and end it.' },
    title: { vi: 'Đã gửi lời mời người thân tin cậy', en: 'A trusted relative was named' },
    text: { vi: 'Tài khoản của bạn vừa mời một người làm người thân tin cậy. Nếu không phải bạn, hãy bỏ người này và đổi mật khẩu ngay.', en: 'Your account has named a trusted relative. If this was not you, end it and change your password at once.' },
    action: { label: { vi: 'Xem người thân', en: 'See relatives' }, to: '/app/family/relatives' },
  },
  'relative-accepted': {
    kind: 'security',
    sms: { vi: 'Người thân đã đồng ý giúp bạn; có hiệu lực sau {hours} giờ. Không phải bạn mời? Mở Sen và bỏ.', en: 'Your relative agreed; it counts after {hours} hours. Not you? Open Sen and end it.' },
    title: { vi: 'Người thân đã đồng ý', en: 'Your relative agreed' },
    text: { vi: 'Sau {hours} giờ nữa, người này có thể xác nhận giúp khi bạn mất điện thoại. Nếu bạn không mời, hãy bỏ người này ngay.', en: 'In {hours} hours this person can confirm for you when your phone is lost. If you did not name anybody, end it at once.' },
    action: { label: { vi: 'Xem người thân', en: 'See relatives' }, to: '/app/family/relatives' },
  },
  'relative-declined': {
    kind: 'news',
    sms: { vi: 'Người thân bạn mời đã từ chối. Bạn có thể chọn người khác trong Sen.', en: 'The relative whom you asked said no. You can name somebody else in Sen.' },
    title: { vi: 'Người thân đã từ chối', en: 'Your relative said no' },
    text: { vi: 'Người bạn mời không nhận lời. Không có gì thay đổi; bạn có thể chọn người khác.', en: 'The person whom you asked does not wish to. Nothing changed; you can name somebody else.' },
    action: { label: { vi: 'Xem người thân', en: 'See relatives' }, to: '/app/family/relatives' },
  },
  'relative-ended': {
    kind: 'news',
    sms: { vi: 'Một liên kết người thân tin cậy của bạn đã kết thúc.', en: 'A tie to a trusted relative of yours has ended.' },
    title: { vi: 'Liên kết người thân đã kết thúc', en: 'A tie to a relative has ended' },
    text: { vi: 'Một trong hai người đã kết thúc liên kết người thân tin cậy. Bạn không cần làm gì.', en: 'One of the two ended the tie of a trusted relative. There is nothing for you to do.' },
    action: { label: { vi: 'Xem người thân', en: 'See relatives' }, to: '/app/family/relatives' },
  },
})
