/** Letters: Changes of residence and household in the register. */
import { defineLetters, type Pair } from './letter-form.ts'

const see = {
  label: { vi: 'Xem ai đã đổi dữ liệu của bạn', en: 'See who changed your data' },
  to: '/app/looks',
} as const

export const residenceLetters = defineLetters({
  'residence-changed': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ {reference}: {what} Không đúng? Báo công an xã.',
      en: 'Dossier {reference}: {what} Not right? Tell the commune police.',
    },
    title: { vi: 'Dữ liệu cư trú của bạn đã thay đổi', en: 'Your residence data have changed' },
    text: {
      vi: '{what} Thay đổi theo kết quả hồ sơ {reference}. Thẻ căn cước điện tử trên máy sẽ hiện dữ liệu mới khi bạn mở. Nếu bạn không biết về việc này hoặc dữ liệu chưa đúng, hãy báo sai lệch trong ứng dụng hoặc hỏi công an xã.',
      en: '{what} This is the result of dossier {reference}. The identity card on your phone shows the new data when you open it. If you know nothing of this or something is wrong, report it in the app or ask the commune police.',
    },
    action: see,
  },
  'register-contact-changed': {
    kind: 'security',
    sms: {
      vi: 'Hồ sơ {reference} đã đổi liên hệ của bạn trong CSDL dân cư. Không phải bạn? Báo công an xã.',
      en: 'Dossier {reference} changed your contact in the population register. Not you? Tell the commune police.',
    },
    title: {
      vi: 'Liên hệ trong cơ sở dữ liệu dân cư đã đổi',
      en: 'Your contact in the population register has changed',
    },
    text: {
      vi: 'Số điện thoại hoặc e-mail của bạn trong cơ sở dữ liệu dân cư đã đổi theo kết quả hồ sơ {reference}. Liên hệ của tài khoản này vẫn như cũ. Nếu không phải bạn, hãy báo ngay công an xã.',
      en: 'Your phone number or e-mail in the population register has changed by the result of dossier {reference}. The contacts of this account are as before. If this was not you, tell the commune police at once.',
    },
    action: see,
  },
  'temporary-residence-ended': {
    kind: 'todo',
    sms: {
      vi: 'Tạm trú của bạn đã hết hạn. Vẫn ở đó? Đăng ký lại tại {site}/app/',
      en: 'Your temporary residence has ended. Still there? Register it anew at {site}/app/',
    },
    title: { vi: 'Tạm trú của bạn đã hết hạn', en: 'Your temporary residence has ended' },
    text: {
      vi: 'Thời hạn tạm trú của bạn đã kết thúc theo ngày đã đăng ký. Nếu bạn vẫn ở đó, hãy đăng ký tạm trú lại. Nếu bạn đã nộp yêu cầu gia hạn trước ngày hết hạn, yêu cầu vẫn được giải quyết và bạn không phải làm gì.',
      en: 'The term of your temporary residence has ended on the day that was registered. If you still live there, register it anew. If you asked for a renewal before it ended, that is still being decided and there is nothing to do.',
    },
  },
})

/** By what happened. */
export const residenceWords = {
  'permanent-registered': { vi: 'Bạn đã có nơi thường trú mới.', en: 'You have a new permanent residence.' },
  'temporary-registered': { vi: 'Bạn đã đăng ký tạm trú.', en: 'Your temporary residence is registered.' },
  'temporary-renewed': { vi: 'Tạm trú của bạn đã được gia hạn.', en: 'Your temporary residence is renewed.' },
  'absence-declared': { vi: 'Tạm vắng của bạn đã được ghi.', en: 'Your temporary absence is recorded.' },
  'household-split': { vi: 'Bạn đã tách sang hộ mới.', en: 'You are in a new household now.' },
  'head-changed': { vi: 'Hộ của bạn đã đổi chủ hộ.', en: 'Your household has another head.' },
  'permanent-removed': {
    vi: 'Đăng ký thường trú của bạn đã bị xoá.',
    en: 'Your permanent residence was removed from the register.',
  },
  'current-declared': { vi: 'Nơi ở hiện tại của bạn đã được ghi.', en: 'Your present place is recorded.' },
  'household-changed': {
    vi: 'Hộ của bạn có chủ hộ mới vì có người chuyển đi.',
    en: 'Your household has a new head because others left it.',
  },
} as const satisfies Record<string, Pair>
