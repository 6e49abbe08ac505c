/** Letters: A lost or new phone, and the relatives who may confirm it. */
import { defineLetters } from './letter-form.ts'

export const recoveryLetters = defineLetters({
  'relative-asked': {
    kind: 'todo',
    sms: {
      vi: '{name} nhờ bạn làm người thân tin cậy. Mở Sen để trả lời trước {until}.',
      en: '{name} asks you to be a trusted relative. Answer in Sen before {until}.',
    },
    title: { vi: '{name} nhờ bạn làm người thân tin cậy', en: '{name} asks you to be a trusted relative' },
    text: {
      vi: 'Khi {name} mất điện thoại, bạn có thể xác nhận giúp hoặc khoá giúp tài khoản. Bạn không xem được giấy tờ của người ấy. Hãy gọi điện hỏi lại trước khi đồng ý, và trả lời trước ngày {until}.',
      en: 'When {name} loses the phone, you can confirm that it is really that person, or lock the account. You see none of the documents. Call and ask before you agree, and answer before {until}.',
    },
    action: { label: { vi: 'Trả lời', en: 'Answer' }, to: '/app/family/relatives' },
  },
  'relative-named': {
    kind: 'security',
    sms: {
      vi: 'Bạn vừa mời một người thân tin cậy. Không phải bạn? Mở Sen và bỏ người này.',
      en: 'You named a trusted relative. Not you? Open Sen and end it.',
    },
    title: { vi: 'Đã gửi lời mời người thân tin cậy', en: 'A trusted relative was named' },
    text: {
      vi: 'Tài khoản của bạn vừa mời một người làm người thân tin cậy. Nếu không phải bạn, hãy bỏ người này và đổi mật khẩu ngay.',
      en: 'Your account has named a trusted relative. If this was not you, end it and change your password at once.',
    },
    action: { label: { vi: 'Xem người thân', en: 'See relatives' }, to: '/app/family/relatives' },
  },
  'relative-accepted': {
    kind: 'security',
    sms: {
      vi: 'Người thân đã đồng ý giúp bạn; có hiệu lực sau {hours} giờ. Không phải bạn mời? Mở Sen và bỏ.',
      en: 'Your relative agreed; it counts after {hours} hours. Not you? Open Sen and end it.',
    },
    title: { vi: 'Người thân đã đồng ý', en: 'Your relative agreed' },
    text: {
      vi: 'Sau {hours} giờ nữa, người này có thể xác nhận giúp khi bạn mất điện thoại. Nếu bạn không mời, hãy bỏ người này ngay.',
      en: 'In {hours} hours this person can confirm for you when your phone is lost. If you did not name anybody, end it at once.',
    },
    action: { label: { vi: 'Xem người thân', en: 'See relatives' }, to: '/app/family/relatives' },
  },
  'relative-declined': {
    kind: 'news',
    sms: {
      vi: 'Người thân bạn mời đã từ chối. Bạn có thể chọn người khác trong Sen.',
      en: 'The relative whom you asked said no. You can name somebody else in Sen.',
    },
    title: { vi: 'Người thân đã từ chối', en: 'Your relative said no' },
    text: {
      vi: 'Người bạn mời không nhận lời. Không có gì thay đổi; bạn có thể chọn người khác.',
      en: 'The person whom you asked does not wish to. Nothing changed; you can name somebody else.',
    },
    action: { label: { vi: 'Xem người thân', en: 'See relatives' }, to: '/app/family/relatives' },
  },
  'relative-ended': {
    kind: 'news',
    sms: {
      vi: 'Một liên kết người thân tin cậy của bạn đã kết thúc.',
      en: 'A tie to a trusted relative of yours has ended.',
    },
    title: { vi: 'Liên kết người thân đã kết thúc', en: 'A tie to a relative has ended' },
    text: {
      vi: 'Một trong hai người đã kết thúc liên kết người thân tin cậy. Bạn không cần làm gì.',
      en: 'One of the two ended the tie of a trusted relative. There is nothing for you to do.',
    },
    action: { label: { vi: 'Xem người thân', en: 'See relatives' }, to: '/app/family/relatives' },
  },
  'recovery-begun': {
    kind: 'security',
    sms: {
      vi: 'Có người đang lấy lại tài khoản của bạn trên máy mới. Không phải bạn? Vào {site}/app/not-me, nhập mã {code}',
      en: 'Your account is being got back on a new phone. Not you? Go to {site}/app/not-me and type {code}',
    },
    title: {
      vi: 'Tài khoản của bạn đang được lấy lại trên máy mới',
      en: 'Your account is being got back on a new phone',
    },
    text: {
      vi: 'Có người đang lấy lại tài khoản của bạn bằng cách: {way}. Nếu là bạn, không cần làm gì thêm. Nếu không phải bạn, mở {site}/app/not-me, nhập số định danh và mã {code}: việc này dừng lại và tài khoản được khoá ngay. Cán bộ không bao giờ hỏi mã này.',
      en: 'Somebody is getting your account back by: {way}. If it is you, there is nothing more to do. If it is not, open {site}/app/not-me and type your number and the code {code}: it ends and the account is locked at once. No officer ever asks for this code.',
    },
    action: { label: { vi: 'Không phải tôi', en: 'This was not me' }, to: '/app/not-me' },
  },
  'recovery-by-voucher': {
    kind: 'security',
    sms: {
      vi: 'Tài khoản đang được lấy lại bằng phiếu của quầy. Không phải bạn? Mở ứng dụng bấm “Không phải tôi”, hoặc khoá qua tổng đài, quầy.',
      en: 'Your account is being got back by a counter\'s voucher. Not you? Press "This was not me" in the app, or lock by hotline or counter.',
    },
    title: {
      vi: 'Tài khoản của bạn đang được lấy lại bằng phiếu của quầy',
      en: "Your account is being got back by a counter's voucher",
    },
    text: {
      vi: 'Hai cán bộ ở quầy đã cấp phiếu, và phiếu vừa được dùng trên một máy mới. Nếu là bạn, không cần làm gì thêm. Nếu không phải bạn, mở ứng dụng bằng mã khoá của bạn và bấm “Không phải tôi”; không mở được thì gọi tổng đài hoặc đến quầy gần nhất, nhờ khoá tài khoản, cả khi nó đã khoá: phiếu ấy hết giá trị.',
      en: 'Two officers at a counter gave a voucher, and it has just been used on a new phone. If it was you, there is nothing more to do. If it was not, open the app with your passcode and press "This was not me"; if you cannot, call the hotline or come to the nearest counter and have the account locked, even if it is locked already: the voucher is void then.',
    },
    action: { label: { vi: 'Mở ứng dụng', en: 'Open the app' }, to: '/app/' },
  },
  'recovery-waits': {
    kind: 'security',
    sms: {
      vi: 'Máy mới sẽ được gắn vào tài khoản sau {until}. Không phải bạn? Vào {site}/app/not-me, nhập mã {code}',
      en: 'A new phone can be bound to your account after {until}. Not you? Go to {site}/app/not-me and type {code}',
    },
    title: { vi: 'Máy mới sẽ được gắn sau {until}', en: 'A new phone can be bound after {until}' },
    text: {
      vi: 'Bằng chứng đã đủ. Đến {until}, máy mới được gắn vào tài khoản và mọi máy cũ bị gỡ. Từ giờ đến lúc đó các máy cũ chỉ xem được. Nếu không phải bạn, mở {site}/app/not-me, nhập số định danh và mã {code} để dừng lại và khoá tài khoản.',
      en: 'The proofs are complete. At {until} the new phone can be bound, and every old one is removed. Until then the old ones can only read. If it is not you, open {site}/app/not-me and type your number and the code {code}, which ends it and locks the account.',
    },
    action: { label: { vi: 'Không phải tôi', en: 'This was not me' }, to: '/app/not-me' },
  },
  'recovery-reminder': {
    kind: 'security',
    sms: {
      vi: 'Nhắc lại: {until} máy mới sẽ gắn được vào tài khoản. Không phải bạn? Vào {site}/app/not-me, nhập mã {code}',
      en: 'Again: after {until} a new phone can be bound to your account. Not you? Go to {site}/app/not-me and type {code}',
    },
    title: { vi: 'Sắp hết thời gian phản đối: {until}', en: 'The time to object ends at {until}' },
    text: {
      vi: 'Sau {until}, máy mới gắn được vào tài khoản của bạn. Nếu không phải bạn, đây là lúc dừng lại: mở {site}/app/not-me, nhập số định danh và mã {code}.',
      en: 'After {until} the new phone can be bound to your account. If it is not you, this is the moment to end it: open {site}/app/not-me and type your number and the code {code}.',
    },
    action: { label: { vi: 'Không phải tôi', en: 'This was not me' }, to: '/app/not-me' },
  },
  'recovery-done': {
    kind: 'security',
    sms: {
      vi: 'Tài khoản đã chuyển sang máy {device}; mọi máy cũ đã bị gỡ. Không phải bạn? Khoá ngay tại {site}/app/lock',
      en: 'Your account is now on {device}; every old phone is removed. Not you? Lock it at once at {site}/app/lock',
    },
    title: { vi: 'Tài khoản đã chuyển sang máy mới', en: 'Your account is on a new phone' },
    text: {
      vi: 'Máy {device} đã được gắn. Mọi máy cũ, phiên đăng nhập, mã PIN và mật khẩu cũ đã hết hiệu lực. Nếu không phải bạn, khoá tài khoản ngay tại {site}/app/lock hoặc đến công an xã.',
      en: 'The phone {device} is bound. Every old phone, sign-in, passcode and password has ended. If it was not you, lock the account at once at {site}/app/lock or go to the commune police.',
    },
    action: { label: { vi: 'Xem các máy', en: 'See devices' }, to: '/app/devices' },
  },
  'recovery-stopped': {
    kind: 'security',
    sms: {
      vi: 'Việc lấy lại tài khoản trên máy mới đã dừng. Các máy cũ của bạn dùng lại như thường.',
      en: 'Getting your account back on a new phone was ended. Your phones work as before.',
    },
    title: { vi: 'Việc lấy lại tài khoản đã dừng', en: 'The recovery was ended' },
    text: {
      vi: 'Việc lấy lại tài khoản trên máy mới đã dừng và không có gì thay đổi. Nếu bạn vẫn cần, hãy bắt đầu lại hoặc đến quầy.',
      en: 'Getting the account back on a new phone was ended and nothing has changed. If you still need it, start again or come to a counter.',
    },
  },
  'recovery-disputed': {
    kind: 'security',
    sms: {
      vi: 'Bạn báo "không phải tôi": việc lấy lại tài khoản đã dừng và tài khoản đang khoá. Mở khoá tại công an xã.',
      en: 'You said "not me": the recovery was ended and the account is locked. Unlock it at the commune police.',
    },
    title: { vi: 'Đã dừng và khoá tài khoản', en: 'Ended, and the account is locked' },
    text: {
      vi: 'Bạn báo "không phải tôi". Việc lấy lại tài khoản đã dừng, máy mới không được gắn, và tài khoản đang khoá để giữ an toàn. Mang thẻ căn cước đến công an xã để mở khoá.',
      en: 'You said "this was not me". The recovery was ended, no new phone is bound, and the account is locked to keep it safe. Bring your card to the commune police to unlock it.',
    },
  },
  'recovery-asks-relative': {
    kind: 'todo',
    sms: {
      vi: '{name} mất điện thoại và nhờ bạn xác nhận. Hãy gọi điện nghe số đối chiếu, rồi trả lời trong Sen.',
      en: '{name} has lost the phone and asks you to confirm. Call, hear the number by voice, and answer in Sen.',
    },
    title: { vi: '{name} nhờ bạn xác nhận', en: '{name} asks you to confirm' },
    text: {
      vi: '{name} đang lấy lại tài khoản trên máy mới. Hãy gọi cho người ấy bằng số bạn vẫn gọi, nghe giọng và số đối chiếu, rồi trả lời trong Sen. Nếu không liên lạc được hoặc thấy lạ, bấm "Không phải".',
      en: '{name} is getting the account back on a new phone. Call on the number that you always call, hear the voice and the number, and answer in Sen. If you cannot reach the person, or it seems odd, press "No".',
    },
    action: { label: { vi: 'Trả lời', en: 'Answer' }, to: '/app/family/relatives' },
  },
  'recovery-voucher-issued': {
    kind: 'security',
    sms: {
      vi: '{office} vừa in phiếu lấy lại tài khoản của bạn. Không phải bạn? Nhờ tổng đài hoặc quầy khoá ngay, phiếu sẽ hết giá trị.',
      en: '{office} printed a voucher for your account. Not you? Ask the hotline or a counter to lock it: that ends the voucher.',
    },
    title: { vi: 'Quầy đã in phiếu lấy lại tài khoản', en: 'A counter printed a voucher for your account' },
    text: {
      vi: '{office} đã đối chiếu vân tay hoặc ảnh và in một phiếu dùng một lần, hết hạn lúc {until}. Nếu không phải bạn, gọi tổng đài hoặc đến quầy gần nhất, nhờ khoá tài khoản ngay, cả khi nó đã khoá: phiếu ấy hết giá trị.',
      en: '{office} compared fingerprints or portrait and printed a voucher that works once and ends at {until}. If it was not you, call the hotline or go to the nearest counter and have the account locked at once, even when it is locked already: that ends the voucher.',
    },
  },
})

/** How a recovery is called in its notices. */
export const recoveryWays = {
  chip: {
    vi: 'thẻ căn cước gắn chip, mã gửi về máy và ảnh chân dung',
    en: "the card's chip, a code and a portrait",
  },
  face: { vi: 'mã gửi về số điện thoại và ảnh chân dung', en: 'a code to the phone and a portrait' },
  relative: { vi: 'mã và người thân tin cậy xác nhận', en: 'a code and a trusted relative' },
  voucher: { vi: 'phiếu do quầy cấp', en: 'a voucher of a counter' },
} as const
