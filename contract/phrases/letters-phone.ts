/** Letters while a phone number that changed hands leaves an account: each says how to keep it, or what is left. */
import { defineLetters } from './letter-form.ts'

const look = { label: { vi: 'Xem số điện thoại', en: 'See the phone number' }, to: '/app/me/phone' } as const

export const phoneLetters = defineLetters({
  'phone-leaves': {
    kind: 'security',
    sms: {
      vi: 'Số này sẽ rời tài khoản định danh sau {until}. Vẫn là của bạn? Vào {site}/app/keep-number, nhập mã {code}',
      en: 'This number leaves your identity account after {until}. Still yours? Go to {site}/app/keep-number and type {code}',
    },
    title: {
      vi: 'Số điện thoại sẽ rời tài khoản sau {until}',
      en: 'Your phone number leaves the account after {until}',
    },
    text: {
      vi: 'Có người báo với quầy hoặc tổng đài rằng số điện thoại của tài khoản đã đổi chủ. Nếu số vẫn là của bạn: mở ứng dụng và bấm “Vẫn là số của tôi”, hoặc mở {site}/app/keep-number, nhập số định danh và mã {code}. Nếu bạn không làm gì, sau {until} số này rời tài khoản. Tài khoản vẫn là của bạn: thiết bị, mã PIN, mật khẩu và e-mail vẫn dùng được, và bạn thêm được số mới. Không cán bộ nào hỏi mã này.',
      en: 'A counter or the hotline was told that the phone number of your account has changed hands. If it is still yours: open the app and press “It is still my number”, or open {site}/app/keep-number and type your personal number and the code {code}. If you do nothing, the number leaves your account after {until}. The account stays yours: device, passcode, password and e-mail work as before, and you can add another number. No officer ever asks for this code.',
    },
    action: {
      label: { vi: 'Vẫn là số của tôi', en: 'It is still my number' },
      to: '/app/keep-number',
    },
  },
  'phone-stays': {
    kind: 'security',
    sms: {
      vi: 'Số điện thoại này ở lại tài khoản định danh. Không có gì thay đổi.',
      en: 'This phone number stays in your identity account. Nothing has changed.',
    },
    title: { vi: 'Số điện thoại ở lại tài khoản', en: 'Your phone number stays in the account' },
    text: {
      vi: 'Số điện thoại của tài khoản được giữ lại: bạn báo số vẫn là của bạn, bạn vừa dùng mã gửi tới số này, hoặc tài khoản chưa có cách nào khác ngoài quầy. Không có gì thay đổi. Nếu số không còn là của bạn, hãy mở ứng dụng và thêm số mới, hoặc mang thẻ căn cước đến quầy.',
      en: 'The phone number stays in your account: you said that it is still yours, you have used a code sent to it since, or the account has no other way than a counter. Nothing has changed. If the number is no longer yours, open the app and add another, or come to a counter with your identity card.',
    },
    action: look,
  },
  'phone-freed': {
    kind: 'security',
    sms: {
      vi: 'Số điện thoại đã rời tài khoản định danh của bạn. Mở Sen để thêm số mới.',
      en: 'The phone number has left your identity account. Open Sen to add another.',
    },
    title: { vi: 'Số điện thoại đã rời tài khoản', en: 'The phone number has left your account' },
    text: {
      vi: 'Lúc {at}, sau thời gian chờ mà không ai báo số vẫn là của bạn, số điện thoại cũ đã rời tài khoản. Tài khoản vẫn là của bạn: thiết bị, mã PIN, mật khẩu và e-mail vẫn dùng được. Hãy mở ứng dụng và thêm số điện thoại mới. Nếu bạn vẫn giữ số cũ, bạn thêm lại được ngay bằng mã gửi tới số đó.',
      en: 'At {at}, after the waiting time in which nobody said that it is still yours, the phone number left your account. The account stays yours: device, passcode, password and e-mail work as before. Open the app and add another phone number. If you still have the old one, you can add it again at once by a code sent to it.',
    },
    action: { label: { vi: 'Thêm số điện thoại', en: 'Add a phone number' }, to: '/app/me/phone' },
  },
})
