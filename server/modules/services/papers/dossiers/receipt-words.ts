/**
 * The words of the receipt and appointment slip: CT04 for residence, and its like for every other dossier.
 */
export const receiptWords = {
  title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
  code: 'Mã hồ sơ: {code}',
  from: 'Tiếp nhận hồ sơ của',
  personalNumber: 'Số định danh cá nhân',
  phone: 'Số điện thoại',
  address: 'Địa chỉ',
  about: 'Về việc',
  received: '1. Giấy tờ, dữ liệu đã nhận',
  nothing: 'Không phải nộp giấy tờ nào: thông tin đã có trong cơ sở dữ liệu.',
  row: 'TT',
  paper: 'Tên giấy tờ, dữ liệu',
  how: 'Cách nhận',
  typed: 'Khai trong đơn',
  upload: 'Tệp tải lên',
  wallet: 'Giấy tờ điện tử từ ví',
  register: 'Cơ sở dữ liệu nhà nước',
  original: 'Bản giấy tại quầy',
  times: '2. Thời gian',
  receivedAt: 'Nhận hồ sơ lúc',
  limit: 'Thời hạn giải quyết',
  article: 'Căn cứ',
  due: 'Hẹn trả kết quả',
  returns: 'Nhận kết quả',
  fee: 'Phí, lệ phí',
  after:
    'Nếu chậm hẹn, cơ quan sẽ gửi thư xin lỗi và hẹn lại. Bạn không phải nộp thêm giấy tờ mà nhà nước đã có.',
  foot: 'Hồ sơ {code}',
} as const
