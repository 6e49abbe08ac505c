// What the app does beside the services that are filed: each with its way, and the words by which people look
// for it, also those of the street.
type Pair = { readonly vi: string; readonly en: string }
type WorkId =
  | 'present'
  | 'read'
  | 'check'
  | 'check-paper'
  | 'petitions'
  | 'crime'
  | 'stays'
  | 'looks'
  | 'devices'
  | 'inbox'
  | 'sign-in'
  | 'connected'
  | 'shared'
  | 'parties'
  | 'level2'

export interface AppWork {
  readonly id: WorkId
  readonly tone?: 'cham' | 'gold'
  readonly title: Pair
  readonly summary: Pair
  readonly search: readonly string[]
  /** A path of this app, or a whole address of another page of ours; null: it begins elsewhere. */
  readonly path: string | null
  readonly isElsewhere?: true
}

const none: Pair = { vi: '', en: '' }

export const appWorks: readonly AppWork[] = [
  {
    id: 'present',
    title: { vi: 'Xuất trình căn cước', en: 'Present the identity card' },
    summary: { vi: 'Mở được cả khi không có mạng', en: 'Opens without a network too' },
    search: ['cccd', 'chứng minh', 'thẻ', 'show id'],
    path: '/present',
  },
  {
    id: 'read',
    title: { vi: 'Đọc mã QR trên thẻ', en: 'Read the code on a card' },
    summary: none,
    search: ['quét mã', 'scan'],
    path: '/scan',
  },
  {
    id: 'check',
    title: { vi: 'Kiểm tra giấy tờ của người khác', en: "Check somebody else's document" },
    summary: { vi: 'Ai cũng dùng được, không cần mạng', en: 'For anyone, without a network' },
    search: ['thật giả', 'xác minh', 'verify'],
    path: '/verify/',
    isElsewhere: true,
  },
  {
    id: 'check-paper',
    title: { vi: 'Kiểm tra giấy do cơ quan cấp', en: 'Check a paper of an office' },
    summary: {
      vi: 'Giấy in hoặc tệp PDF có mã QR: thật hay giả, còn giá trị không',
      en: 'On paper or as a PDF with a QR code: whether it is genuine and valid',
    },
    search: ['ct07', 'thật giả', 'xác minh', 'verify', 'pdf'],
    path: '/verify/paper',
    isElsewhere: true,
  },
  {
    id: 'petitions',
    title: { vi: 'Phản ánh, kiến nghị', en: 'Petitions' },
    summary: {
      vi: 'Viết cho cơ quan có thẩm quyền, có trả lời trong 10 ngày làm việc',
      en: 'Write to the competent office and hear within 10 working days',
    },
    search: ['góp ý', 'khiếu nại', 'tố cáo', 'đèn đường', 'complain'],
    path: '/petitions',
  },
  {
    id: 'stays',
    title: { vi: 'Báo khách lưu trú', en: 'Guests staying with me' },
    summary: {
      vi: 'Có khách ngủ lại thì báo trước 23:00; xem nơi nào đã báo bạn lưu trú',
      en: 'Notify an overnight guest before 23:00; see who notified a stay of yours',
    },
    search: ['thông báo lưu trú', 'khách sạn', 'nhà trọ', 'phòng trọ', 'ngủ nhờ', 'hotel', 'overnight'],
    path: '/stays',
  },
  {
    id: 'crime',
    title: { vi: 'Báo tin về tội phạm', en: 'Report a crime' },
    summary: {
      vi: 'Bạn thấy hoặc bị hại; có tên hoặc ẩn danh, giải quyết trong 20 ngày',
      en: 'You saw or suffered one; under your name or anonymously, settled within 20 days',
    },
    search: [
      'tố giác',
      'tin báo tội phạm',
      'công an',
      '113',
      'trộm',
      'lừa đảo',
      'bạo lực',
      'đánh nhau',
      'ma tuý',
      'ẩn danh',
      'police',
      'anonymous',
      'theft',
    ],
    path: '/crime',
  },
  {
    id: 'looks',
    title: { vi: 'Xem ai đã xem dữ liệu', en: 'See who looked at my data' },
    summary: none,
    search: ['nhật ký', 'log', 'riêng tư'],
    path: '/looks',
  },
  {
    id: 'devices',
    title: { vi: 'Quản lý thiết bị', en: 'Manage devices' },
    summary: none,
    search: ['điện thoại', 'mất máy', 'phone'],
    path: '/devices',
  },
  {
    id: 'inbox',
    title: { vi: 'Hộp thư', en: 'Inbox' },
    summary: none,
    search: ['thông báo', 'tin nhắn', 'letters'],
    path: '/inbox',
  },
  {
    id: 'sign-in',
    tone: 'cham',
    title: { vi: 'Đăng nhập các trang dịch vụ', en: 'Sign in to services' },
    summary: {
      vi: 'Ở trang dịch vụ, bấm “Đăng nhập bằng Sen”. Bạn sẽ thấy họ nhận những gì',
      en: 'At a service press “Sign in with Sen”. You see what they get',
    },
    search: ['login'],
    path: null,
  },
  {
    id: 'connected',
    tone: 'cham',
    title: { vi: 'Dịch vụ đã kết nối', en: 'Connected services' },
    summary: none,
    search: ['ngắt kết nối', 'disconnect'],
    path: '/services/connected',
  },
  {
    id: 'shared',
    tone: 'cham',
    title: { vi: 'Giấy tờ đã chia sẻ', en: 'Documents I shared' },
    summary: none,
    search: ['thu hồi', 'withdraw'],
    path: '/share',
  },
  {
    id: 'parties',
    tone: 'cham',
    title: { vi: 'Ai được phép hỏi giấy tờ', en: 'Who may ask for documents' },
    summary: none,
    search: ['ngân hàng', 'bank'],
    path: '/parties',
  },
  {
    id: 'level2',
    tone: 'gold',
    title: { vi: 'Lên mức 2', en: 'Reach level 2' },
    summary: {
      vi: 'Đến công an xã, phường với thẻ căn cước gắn chip, khoảng 10 phút: đọc chip, chụp ảnh, lấy vân tay',
      en: 'Come to the commune police with your chip card, about 10 minutes: chip, portrait, fingerprints',
    },
    search: ['định danh mức 2', 'nâng mức', 'level two'],
    path: null,
  },
]
