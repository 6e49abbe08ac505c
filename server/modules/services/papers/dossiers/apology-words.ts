/** The words by which an office that is late says so. */
export const apologyWords = {
  title: 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
  code: 'Mã hồ sơ: {code}',
  to: 'Kính gửi',
  about: 'Hồ sơ về việc',
  opening:
    '{office} đã hẹn trả kết quả lúc {was} nhưng chưa giải quyết xong. Chúng tôi xin lỗi bạn vì sự chậm trễ này.',
  why: 'Lý do chậm',
  was: 'Hẹn trước',
  due: 'Hẹn lại',
  answers: 'Người chịu trách nhiệm giải quyết',
  reachable: 'Liên hệ',
  nothing:
    'Bạn không phải làm gì thêm và không phải trả thêm khoản nào. Hồ sơ chỉ được hẹn lại một lần; nếu lại chậm, việc này được báo lên cấp trên của cơ quan.',
  foot: 'Hồ sơ {code}',
} as const
