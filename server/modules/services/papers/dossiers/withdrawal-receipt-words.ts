/** The words of a receipt for a dossier that its applicant has taken back. */
export const withdrawalWords = {
  title: 'GIẤY XÁC NHẬN RÚT HỒ SƠ',
  code: 'Mã hồ sơ: {code}',
  who: 'Người nộp hồ sơ',
  personalNumber: 'Số định danh cá nhân',
  about: 'Về việc',
  filedAt: 'Nộp lúc',
  withdrawnAt: 'Rút lúc',
  why: 'Lý do người nộp nêu',
  returned: 'Giấy tờ trả lại',
  fee: 'Phí, lệ phí',
  closing:
    'Cơ quan dừng giải quyết hồ sơ kể từ lúc rút. Việc rút hồ sơ không làm thay đổi dữ liệu nào về bạn và không ngăn bạn nộp hồ sơ mới.',
  foot: 'Hồ sơ {code}',
} as const
