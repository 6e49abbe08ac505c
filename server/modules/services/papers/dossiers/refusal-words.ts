/** The words of a refusal: CT06 for residence, and its like for every other dossier. */
export const refusalWords = {
  title: 'PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ',
  code: 'Mã hồ sơ: {code}',
  to: 'Kính gửi',
  about: 'Hồ sơ về việc',
  opening: 'Cơ quan không giải quyết được hồ sơ này, vì:',
  reason: '{row}. {says}',
  article: 'Căn cứ',
  next: 'Bạn có thể làm gì',
  object:
    'Nếu không đồng ý, bạn có quyền khiếu nại đến {body} theo Luật Khiếu nại, hoặc khởi kiện tại toà án.',
  again: 'Từ chối này không ngăn bạn nộp hồ sơ mới khi đã đủ điều kiện.',
  foot: 'Hồ sơ {code}',
} as const
