/** The words of a request to supplement a dossier: CT05 for residence, and its like for every other one. */
export const supplementWords = {
  title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
  code: 'Mã hồ sơ: {code}',
  to: 'Kính gửi',
  about: 'Hồ sơ về việc',
  opening:
    'Để giải quyết được hồ sơ, đề nghị bạn bổ sung {count} nội dung dưới đây. Đây là toàn bộ những gì còn thiếu; cơ quan không yêu cầu bổ sung lần nữa.',
  thing: '{row}. {name}',
  why: 'Vì sao',
  article: 'Căn cứ',
  how: 'Cách bổ sung',
  until: 'Hạn bổ sung',
  paused:
    'Trong thời gian chờ bạn bổ sung, thời hạn giải quyết dừng lại; khi bạn bổ sung xong, thời hạn tính tiếp.',
  after: 'Quá hạn này mà chưa bổ sung, hồ sơ được trả lại và bạn có thể nộp hồ sơ mới.',
  foot: 'Hồ sơ {code}',
} as const
