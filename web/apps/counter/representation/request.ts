// A request to act for a child or ward, as the counter's pages speak of it.
import type { z } from 'zod'
import type { representationRequest } from '../../../../contract/representation-request.ts'
import { dateVN } from '../../../ui/format.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { PaperInWords } from '../evidence/paper-words.ts'
import type { PillTone } from '../../../ui/pill.tsx'

export type Request = z.infer<typeof representationRequest>
export type Paper = Request['papers'][number]
export type Kind = Request['kind']

const t = phrases({
  parent: { vi: 'Cha hoặc mẹ', en: 'Parent' },
  guardian: { vi: 'Người giám hộ', en: 'Guardian' },
  open: { vi: 'Đang làm', en: 'In progress' },
  'waiting-second': { vi: 'Chờ duyệt lần hai', en: 'Waits for second eyes' },
  accepted: { vi: 'Đã đăng ký', en: 'Registered' },
  refused: { vi: 'Không chấp nhận', en: 'Not accepted' },
  discarded: { vi: 'Đã kết thúc', en: 'Ended' },
  'birth-certificate': { vi: 'Giấy khai sinh', en: 'Birth certificate' },
  'adoption-decision': { vi: 'Quyết định nhận nuôi', en: 'Adoption decision' },
  'guardianship-decision': { vi: 'Quyết định cử người giám hộ', en: 'Decision on guardianship' },
  'court-decision': { vi: 'Quyết định của Toà án', en: 'Court decision' },
  card: { vi: 'Thẻ căn cước', en: 'Identity card' },
  papers: { vi: 'Ghi giấy tờ đã xem', en: 'Note the papers that were shown' },
  pages: { vi: 'Chụp giấy tờ', en: 'Take a picture of the paper' },
  portrait: { vi: 'Chụp và so khuôn mặt', en: 'Take and compare the portrait' },
  consent: {
    vi: 'Người đại diện đồng ý trên màn hình phụ',
    en: 'The representative consents at the second screen',
  },
  second: { vi: 'Người duyệt thứ hai', en: 'Second pair of eyes' },
  'relation-not-in-register': {
    vi: 'Cơ sở dữ liệu chưa ghi quan hệ này: người thứ hai xem bản gốc giấy tờ, một hồ sơ sai lệch được mở',
    en: 'The register does not name the relation: a second officer looks at the originals, and a case of differing data opens',
  },
  'portrait-unsure': { vi: 'Khuôn mặt chưa chắc chắn', en: 'The face is not certain' },
  'portrait-no-reference': {
    vi: 'Cơ sở dữ liệu chưa có ảnh để so',
    en: 'The register has no portrait to compare with',
  },
  'chip-unproven': {
    vi: 'Chip của thẻ chưa chứng minh là thẻ gốc: người thứ hai tự xem thẻ trước khi lên mức 2',
    en: 'The chip has not proven that it is no copy: a second officer looks at the card herself before level 2',
  },
  'takes-over-account': {
    vi: 'Người này đang có tài khoản riêng: máy và phiên của họ sẽ bị gỡ',
    en: 'This person has an account of her own: her devices and sessions will end',
  },
  'portrait-unsigned': {
    vi: 'Ảnh không do máy ảnh đã ghi danh của quầy ký: người thứ hai tự nhìn người và so',
    en: "The portrait was not signed by the desk's registered camera: a second officer looks at the person herself",
  },
  'chip-unsigned': {
    vi: 'Chip không do máy đọc đã ghi danh của quầy ký: người thứ hai tự xem thẻ',
    en: "The chip was not signed by the desk's registered reader: a second officer looks at the card herself",
  },
  'paper-not-pictured': {
    vi: 'Giấy tờ chưa được chụp: người thứ hai tự xem bản gốc',
    en: 'No picture of the paper: a second officer looks at the original herself',
  },
  'paper-unsigned': {
    vi: 'Ảnh giấy tờ không do máy ảnh đã ghi danh của quầy ký: người thứ hai tự xem bản gốc',
    en: "The picture of the paper was not signed by the desk's registered camera: a second officer looks at the original herself",
  },
  'two-persons': { vi: 'Quy định: việc này cần hai người', en: 'By policy this takes two persons' },
  'not-in-register': { vi: 'Không có trong cơ sở dữ liệu', en: 'Not in the register' },
  deceased: { vi: 'Cơ sở dữ liệu ghi đã mất', en: 'The register records a death' },
  'of-age': { vi: 'Đã đủ 14 tuổi, tự đăng ký', en: 'Is 14: registers herself' },
  'no-valid-card': { vi: 'Chưa có thẻ còn giá trị', en: 'No valid card' },
  'representative-not-level-2': {
    vi: 'Người đại diện chưa có tài khoản mức 2',
    en: 'The representative has no level-2 account',
  },
  'portrait-differs': { vi: 'Khuôn mặt không khớp', en: 'The face does not match' },
  'chip-refused': {
    vi: 'Chip không thật hoặc của người khác',
    en: "The chip is not genuine, or somebody else's",
  },
  'consent-declined': { vi: 'Người đại diện không đồng ý', en: 'The representative declined' },
  'already-represented': { vi: 'Đã có quan hệ đại diện', en: 'The representation stands already' },
  'second-denied': { vi: 'Người thứ hai không xác nhận', en: 'The second officer did not confirm' },
})

export const kindWords = (kind: Kind): string => t(kind)
export const stateWords = (state: Request['state']): string => t(state)
export const paperWords = (kind: Paper['kind']): string => t(kind)
export const stepWords = (step: Request['remaining'][number]): string => t(step)
export const doubtWords = (doubt: Request['doubts'][number]): string => t(doubt)
export const reasonWords = (reason: NonNullable<Request['reason']>): string => t(reason)
/** As its pictures are named. */
export const inWords = ({ kind, number, authority, date }: Omit<Paper, 'pages'>): PaperInWords => ({
  kind: paperWords(kind),
  number,
  authority,
  date: date && dateVN(date),
})
const paperKinds: readonly Paper['kind'][] = [
  'birth-certificate',
  'guardianship-decision',
  'court-decision',
  'adoption-decision',
  'card',
]
/** For the form that notes a paper. */
export const paperChoices = () => paperKinds.map((value) => ({ value, label: paperWords(value) }))
export const stateTones: Readonly<Record<Request['state'], PillTone>> = {
  open: 'jade',
  'waiting-second': 'gold',
  accepted: 'ok',
  refused: 'son',
  discarded: 'neutral',
}
