/**
 * What the operator did at the command line, about nobody in particular: who did it and its effect stand
 * in the line.
 */
import { definePurposes } from './shape.ts'

const staff = { family: 'staff', fields: [] } as const

export const operatorPurposes = definePurposes({
  'operator-office': { vi: 'Người vận hành thêm nơi làm việc', en: 'The operator added an office', ...staff },
  'operator-officer': { vi: 'Người vận hành thêm cán bộ', en: 'The operator added an officer', ...staff },
  'operator-device': {
    vi: 'Người vận hành cấp vé ghi danh thiết bị của quầy',
    en: 'The operator drew a ticket for a device of a desk',
    ...staff,
  },
  'operator-device-ended': {
    vi: 'Người vận hành thôi dùng một thiết bị của quầy và nêu lý do',
    en: 'The operator ended a device of a desk and gave the reason',
    ...staff,
  },
  'operator-body': {
    vi: 'Người vận hành thêm một cơ quan có thẩm quyền vào danh sách',
    en: 'The operator added a competent body to the list',
    ...staff,
  },
  'operator-body-ended': {
    vi: 'Người vận hành bỏ một cơ quan khỏi danh sách',
    en: 'The operator took a body off the list',
    ...staff,
  },
  'operator-document-type': {
    vi: 'Người vận hành thêm một loại giấy tờ',
    en: 'The operator added a kind of document',
    ...staff,
  },
  'operator-source': {
    vi: 'Người vận hành kết nối cơ sở dữ liệu của một cơ quan',
    en: "The operator connected an agency's register",
    ...staff,
  },
  'operator-source-ended': {
    vi: 'Người vận hành ngắt kết nối với cơ sở dữ liệu của một cơ quan',
    en: "The operator ended the line to an agency's register",
    ...staff,
  },
  'operator-calendar-proposed': {
    vi: 'Người vận hành đề nghị thay đổi lịch làm việc theo thông báo',
    en: 'The operator proposed a change to the calendar of working days',
    ...staff,
  },
  'operator-calendar-confirmed': {
    vi: 'Người vận hành thứ hai xác nhận thay đổi lịch làm việc',
    en: 'A second person confirmed a change to the calendar of working days',
    ...staff,
  },
  'operator-calendar-dropped': {
    vi: 'Người vận hành bỏ một đề nghị thay đổi lịch làm việc',
    en: 'The operator dropped a proposed change to the calendar of working days',
    ...staff,
  },
  'operator-party': {
    vi: 'Người vận hành đăng ký bên được yêu cầu giấy tờ',
    en: 'The operator registered a party that may ask for documents',
    ...staff,
  },
  'operator-party-suspended': {
    vi: 'Người vận hành tạm dừng một bên được yêu cầu giấy tờ và nêu lý do',
    en: 'The operator suspended a party that asks for documents and gave the reason',
    ...staff,
  },
  'operator-party-resumed': {
    vi: 'Người vận hành cho một bên được yêu cầu giấy tờ trở lại',
    en: 'The operator let a party ask for documents again',
    ...staff,
  },
  'operator-party-ended': {
    vi: 'Người vận hành chấm dứt thoả thuận với một bên được yêu cầu giấy tờ',
    en: 'The operator ended the agreement of a party that asks for documents',
    ...staff,
  },
  'operator-procedure-proposed': {
    vi: 'Người vận hành đề xuất một thủ tục',
    en: 'The operator proposed a public service',
    ...staff,
  },
  'operator-procedure-published': {
    vi: 'Người vận hành thứ hai công bố một thủ tục',
    en: 'A second operator published a public service',
    ...staff,
  },
  'operator-facility': {
    vi: 'Người vận hành đăng ký một nơi lưu trú',
    en: 'The operator registered a place of stay',
    ...staff,
  },
  'operator-facility-key': {
    vi: 'Người vận hành cấp khoá mới cho một nơi lưu trú',
    en: 'The operator drew a new key for a place of stay',
    ...staff,
  },
  'operator-facility-suspended': {
    vi: 'Người vận hành tạm dừng một nơi lưu trú và nêu lý do',
    en: 'The operator suspended a place of stay and gave the reason',
    ...staff,
  },
  'operator-facility-resumed': {
    vi: 'Người vận hành cho một nơi lưu trú báo trở lại',
    en: 'The operator let a place of stay notify again',
    ...staff,
  },
  'operator-client': {
    vi: 'Người vận hành thêm bên sử dụng dịch vụ',
    en: 'The operator registered a relying party',
    ...staff,
  },
  'operator-keys': { vi: 'Người vận hành đổi khoá ký', en: 'The operator changed the signing key', ...staff },
  'operator-trust': {
    vi: 'Người vận hành nạp chứng thư tin cậy',
    en: 'The operator imported trusted authorities',
    ...staff,
  },
  'operator-trust-remove': {
    vi: 'Người vận hành thôi tin cậy một cơ quan cấp chứng thư',
    en: 'The operator took a trusted authority back',
    ...staff,
  },
  'operator-signer': {
    vi: 'Người vận hành thêm khoá ký thẻ',
    en: 'The operator added a signer of cards',
    ...staff,
  },
  'operator-chip': { vi: 'Người vận hành đọc một chip', en: 'The operator read a chip file', ...staff },
  'operator-units': {
    vi: 'Người vận hành nạp danh mục đơn vị hành chính',
    en: 'The operator imported the list of provinces and communes',
    ...staff,
  },
  'operator-import': {
    vi: 'Người vận hành nạp dữ liệu dân cư',
    en: 'The operator imported persons into the register',
    ...staff,
  },
  'operator-export': {
    vi: 'Người vận hành xuất toàn bộ dữ liệu dân cư',
    en: 'The operator exported the whole register',
    ...staff,
  },
  'operator-audit': {
    vi: 'Người vận hành xuất nhật ký để kiểm chứng',
    en: "The operator exported the log's leaves",
    ...staff,
  },
  'operator-sms-pause': {
    vi: 'Người vận hành tạm ngừng gửi mã bằng tin nhắn cho người lạ và nêu lý do',
    en: 'The operator stopped codes by text message to strangers and gave the reason',
    ...staff,
  },
  'operator-sms-resume': {
    vi: 'Người vận hành cho gửi lại mã bằng tin nhắn cho người lạ và nêu lý do',
    en: 'The operator let codes by text message go to strangers again and gave the reason',
    ...staff,
  },
  'operator-missing-lines': {
    vi: 'Người vận hành ghi nhận các dòng nhật ký đã mất và nêu lý do',
    en: 'The operator told lines of the log as lost and gave the reason',
    ...staff,
  },
})
