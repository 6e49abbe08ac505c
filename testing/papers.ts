/** One of each paper, of people who do not exist: with all that may be said, and with what must be. */
import type { Ct01 } from '../server/modules/services/papers/residence/ct01.ts'
import type { ResidenceConfirmation } from '../server/modules/services/papers/residence/residence-confirmation.ts'
import type { OfficePaper } from '../server/modules/services/papers/office/office-paper.ts'
import type { HouseholdMember } from '../server/modules/services/papers/residence/household-table.ts'
import type { Apology } from '../server/modules/services/papers/dossiers/apology.ts'
import type { Receipt } from '../server/modules/services/papers/dossiers/receipt.ts'
import type { Refusal } from '../server/modules/services/papers/dossiers/refusal.ts'
import type { SupplementRequest } from '../server/modules/services/papers/dossiers/supplement-request.ts'
import type { WithdrawalReceipt } from '../server/modules/services/papers/dossiers/withdrawal-receipt.ts'
import type { PetitionAnswer } from '../server/modules/services/papers/petitions/petition-answer.ts'
import type {
  CertificateNo1,
  CertificateNo2,
} from '../server/modules/services/papers/criminal-record/certificate.ts'

const at = (text: string): Date => new Date(`${text}+07:00`)
export const CODE = '000.24.05.H26-261130-0017'
export const LINK = 'https://sen.example/h/000.24.05.H26-261130-0017'
export const VERIFY = 'https://sen.example/verify/paper#7K2M-9QXA-4FTB-0WJ3-C8ZN'

const office: OfficePaper = {
  isTrial: true,
  office: {
    name: 'Công an phường Hoàn Kiếm',
    parent: 'Công an thành phố Hà Nội',
    place: 'Hoàn Kiếm',
    contact: 'số 2 phố Tràng Thi, điện thoại 024 3825 0000',
  },
  number: '017/XN-CAP',
  issuedAt: at('2026-11-30T09:15:00'),
  signer: { title: 'Trưởng Công an phường', name: 'Lê Văn Bảo' },
  link: LINK,
  hasSeal: false,
}
const dossier = {
  ...office,
  dossierCode: CODE,
  procedure: 'Đăng ký thường trú',
  applicant: {
    fullName: 'Nguyễn Thị Hạnh',
    personalNumber: '001190000017',
    phone: '0912 000 017',
    address: 'Số 15 phố Hàng Bồ, phường Hoàn Kiếm, thành phố Hà Nội',
  },
} as const

export const receipt: Receipt = {
  ...dossier,
  form: 'CT04 · Thông tư 53/2025/TT-BCA',
  received: [
    { name: 'Tờ khai thay đổi thông tin cư trú (CT01)', by: 'typed' },
    { name: 'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở', by: 'upload' },
    { name: 'Giấy khai sinh của con', by: 'wallet' },
    { name: 'Giấy đăng ký kết hôn', by: 'register' },
  ],
  receivedAt: at('2026-11-30T09:12:00'),
  limit: '7 ngày làm việc',
  article: 'Điều 22 Luật Cư trú 2020',
  dueAt: at('2026-12-09T17:00:00'),
  returns: 'Trong ứng dụng; bản giấy tại quầy nếu cần',
  fee: '20.000 đồng, đã nộp trực tuyến',
}
export const supplementRequest: SupplementRequest = {
  ...dossier,
  form: 'CT05 · Thông tư 53/2025/TT-BCA',
  missing: [
    {
      name: 'Ý kiến đồng ý của chủ sở hữu thứ hai',
      why: 'Nhà thuộc sở hữu chung của ông Trần Văn Minh và bà Phạm Thu Lan; hồ sơ mới có ý kiến của ông Minh.',
      article: 'khoản 2 Điều 20 Luật Cư trú 2020',
      how: 'Bà Lan xác nhận trong ứng dụng, hoặc nộp văn bản đồng ý.',
    },
    {
      name: 'Trang 3 của giấy chứng nhận quyền sở hữu nhà ở',
      why: 'Ảnh tải lên bị mờ, không đọc được diện tích.',
      article: 'điểm a khoản 1 Điều 21 Luật Cư trú 2020',
    },
  ],
  until: at('2026-12-30T17:00:00'),
}
export const refusal: Refusal = {
  ...dossier,
  form: 'CT06 · Thông tư 53/2025/TT-BCA',
  reasons: [
    {
      says: 'Chỗ ở nằm trong khu vực đã có thông báo thu hồi đất của cơ quan có thẩm quyền.',
      article: 'khoản 3 Điều 23 Luật Cư trú 2020',
    },
    {
      says: 'Chủ sở hữu chỗ ở không đồng ý.',
      article: 'khoản 2 Điều 20 Luật Cư trú 2020',
    },
  ],
  complainTo: 'Công an thành phố Hà Nội',
  advice: 'Bạn có thể đăng ký tạm trú tại chỗ ở này trong thời gian chờ.',
}
export const apology: Apology = {
  ...dossier,
  why: 'Chưa xác minh xong nơi ở trước đây của người cùng thay đổi.',
  dueWas: at('2026-12-09T17:00:00'),
  dueNow: at('2026-12-14T17:00:00'),
  answersForIt: { name: 'Lê Văn Bảo', title: 'Trưởng Công an phường', contact: '024 3825 0000' },
}
export const withdrawalReceipt: WithdrawalReceipt = {
  ...dossier,
  filedAt: at('2026-11-30T09:12:00'),
  withdrawnAt: at('2026-12-01T10:40:00'),
  why: 'Tôi chuyển sang đăng ký tạm trú.',
  returned: ['Giấy chứng nhận quyền sử dụng đất (bản chính)'],
  fee: 'Chưa thu',
}
export const petitionAnswer: PetitionAnswer = {
  ...office,
  code: 'SEN-7K3M-9QXA-C',
  from: 'Nguyễn Thị Hạnh',
  topic: 'Trật tự đô thị',
  receivedAt: at('2026-11-18T20:05:00'),
  question: 'Vỉa hè trước số 15 phố Hàng Bồ bị chiếm làm bãi gửi xe, người đi bộ phải xuống lòng đường.',
  answer:
    'Ngày 25/11/2026, Công an phường đã kiểm tra, lập biên bản và yêu cầu chủ bãi xe trả lại vỉa hè.\nTổ trật tự đô thị kiểm tra lại hằng ngày đến hết tháng 12.',
  article: 'Điều 12 Nghị định 168/2024/NĐ-CP',
}
const family: readonly HouseholdMember[] = [
  {
    fullName: 'Trần Minh Khôi',
    birthDate: '1988-04-02',
    sex: 'male',
    personalNumber: '001088000021',
    tie: 'Chồng',
  },
  {
    fullName: 'Trần Nguyễn Bảo An',
    birthDate: '2019-09-15',
    sex: 'female',
    personalNumber: '001319000033',
    tie: 'Con',
  },
]
export const ct01: Ct01 = {
  isTrial: true,
  dossierCode: CODE,
  link: LINK,
  office: 'Công an phường Hoàn Kiếm',
  declarant: {
    fullName: 'Nguyễn Thị Hạnh',
    birthDate: '1990-06-17',
    sex: 'female',
    personalNumber: '001190000017',
    phone: '0912 000 017',
    email: 'hanh@thu.example',
    tie: 'Vợ',
  },
  head: { fullName: 'Trần Văn Minh', personalNumber: '001060000009' },
  request:
    'Đăng ký thường trú tại số 15 phố Hàng Bồ, phường Hoàn Kiếm, thành phố Hà Nội; chuyển từ số 8 ngõ 42 phố Vũ Ngọc Phan, phường Láng, thành phố Hà Nội',
  coMovers: family,
  opinions: [
    {
      of: 'household',
      fullName: 'Trần Văn Minh',
      personalNumber: '001060000009',
      isAgreed: true,
      given: { by: 'app', at: at('2026-11-30T08:51:00') },
    },
    {
      of: 'owner',
      fullName: 'Trần Văn Minh',
      personalNumber: '001060000009',
      isAgreed: true,
      given: { by: 'app', at: at('2026-11-30T08:51:00') },
    },
    { of: 'owner', fullName: 'Phạm Thu Lan', isAgreed: true, given: { by: 'paper' } },
  ],
  declared: { by: 'app', at: at('2026-11-30T09:12:00') },
}
export const ct01Least: Ct01 = {
  isTrial: false,
  dossierCode: CODE,
  link: LINK,
  office: 'Công an phường Hoàn Kiếm',
  declarant: { fullName: 'Nguyễn Thị Hạnh', birthDate: '1958', sex: 'female' },
  request: 'Xoá đăng ký tạm trú',
  coMovers: [],
  opinions: [],
  declared: { by: 'desk', at: at('2026-11-30T09:12:00') },
}
export const confirmation: ResidenceConfirmation = {
  ...office,
  link: VERIFY,
  person: {
    fullName: 'Nguyễn Thị Hạnh',
    birthDate: '1990-06-17',
    sex: 'female',
    personalNumber: '001190000017',
    nationality: 'Việt Nam',
    hometown: 'Xã Hải Hậu, tỉnh Ninh Bình',
    permanent: 'Số 15 phố Hàng Bồ, phường Hoàn Kiếm, thành phố Hà Nội',
    temporary: {
      address: 'Số 8 ngõ 42 phố Vũ Ngọc Phan, phường Láng, thành phố Hà Nội',
      until: '2027-05-31',
    },
    current: 'Số 15 phố Hàng Bồ, phường Hoàn Kiếm, thành phố Hà Nội',
  },
  head: { fullName: 'Trần Văn Minh', personalNumber: '001060000009', tie: 'Con dâu' },
  members: family,
  asOf: at('2026-11-30T09:14:00'),
  validUntil: '2027-11-30',
}
const convicted: CertificateNo1['person'] = {
  fullName: 'Đỗ Văn Thử',
  birthDate: '1985-01-20',
  sex: 'male',
  birthPlace: 'Thành phố Hải Phòng',
  nationality: 'Việt Nam',
  personalNumber: '031085000044',
  permanent: 'Số 3 phố Cầu Đất, phường Ngô Quyền, thành phố Hải Phòng',
}
export const certificateNo1: CertificateNo1 = {
  ...office,
  kind: 1,
  number: '0021/LLTP',
  link: VERIFY,
  person: convicted,
  asOf: '2026-11-29',
  convictions: [],
  bans: 'not-asked',
}
export const certificateNo2: CertificateNo2 = {
  ...office,
  kind: 2,
  number: '0022/LLTP',
  link: VERIFY,
  person: { ...convicted, otherName: 'Tư' },
  family: { father: 'Đỗ Văn Cả', mother: 'Bùi Thị Nụ' },
  asOf: '2026-11-29',
  convictions: [
    {
      number: '112/2012/HSST',
      day: '2012-03-14',
      court: 'Toà án nhân dân quận Ngô Quyền',
      offences: ['Trộm cắp tài sản'],
      article: 'khoản 1 Điều 138 Bộ luật Hình sự 1999',
      mainPenalty: '9 tháng tù, cho hưởng án treo',
      execution: 'Đã chấp hành xong',
      expungedOn: '2014-09-14',
    },
  ],
  bans: [],
}
