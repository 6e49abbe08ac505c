/** Letters: documents that come from other registers. */
import { defineLetters } from './letter-form.ts'

const action = { label: { vi: 'Mở giấy tờ', en: 'See the document' }, to: '/app/documents' } as const

export const documentLetters = defineLetters({
  'document-received': {
    kind: 'news',
    sms: { vi: '{title} đã có trong ví.', en: '{title} is in your wallet.' },
    title: { vi: 'Giấy tờ đã vào ví', en: 'A document is in your wallet' },
    text: {
      vi: '{source} đã gửi {title} về ví của bạn. Từ nay giấy tờ tự cập nhật theo cơ quan cấp; bạn không cần làm gì thêm.',
      en: '{source} has sent your {title}. It stays up to date with them by itself; there is nothing more to do.',
    },
    action,
  },
  'document-missing': {
    kind: 'todo',
    sms: {
      vi: 'Chưa tìm thấy {title}. Máy tự hỏi lại, trả lời trước {due}.',
      en: 'No {title} found yet. We ask again; you will hear by {due}.',
    },
    title: { vi: 'Chưa tìm thấy giấy tờ', en: 'A document was not found' },
    text: {
      vi: '{source} chưa tìm thấy {title} đứng tên bạn. Hệ thống tự hỏi lại, bạn không cần gửi lại. Nếu giấy tờ đúng là của bạn, mở ra và bấm “Nhờ kiểm tra”; cơ quan đó trả lời trước ngày {due}.',
      en: '{source} has found no {title} of yours. The system asks again by itself; you need not. If it is yours, open it and press “Ask them to check”; they answer by {due}.',
    },
    action,
  },
  'document-differs': {
    kind: 'todo',
    sms: {
      vi: '{title} ghi khác căn cước. Mở ví để chọn bên đúng.',
      en: '{title} differs from your identity card. Open the wallet.',
    },
    title: { vi: 'Giấy tờ ghi khác căn cước', en: 'A document differs from your identity card' },
    text: {
      vi: '{title} ở {source} ghi khác căn cước của bạn, nên chưa đưa vào ví. Mở ra để xem điểm khác và chọn bên đúng; có câu trả lời trước ngày {due}. Bản giấy của bạn vẫn dùng như cũ.',
      en: 'Your {title} at {source} differs from your identity card, so it is not in the wallet yet. Open it to see how, and say which is right; you will hear by {due}. Your paper one is as good as before.',
    },
    action,
  },
  'document-standing': {
    kind: 'security',
    sms: { vi: '{title}: {standing}', en: '{title}: {standing}' },
    title: { vi: 'Tình trạng giấy tờ đã đổi', en: 'A document has changed' },
    text: {
      vi: '{source} vừa cho biết về {title} của bạn: {standing} Nếu bạn thấy không đúng, liên hệ nơi đó; mã giấy tờ ghi trong ví.',
      en: '{source} has told us of your {title}: {standing} If you think that is wrong, ask them; the reference stands in the wallet.',
    },
    action,
  },
})

export const standingWords = {
  valid: { vi: 'đang có hiệu lực.', en: 'it is valid.' },
  expired: { vi: 'đã hết hạn.', en: 'it has expired.' },
  revoked: { vi: 'đã bị thu hồi.', en: 'it was revoked.' },
  suspended: { vi: 'đang bị tạm giữ.', en: 'it is suspended.' },
  gone: { vi: 'không còn trong sổ của họ.', en: 'it is no longer in their register.' },
} as const
