/** Dossiers of public services (Decree 118/2025/ND-CP). */
import { seenOfPerson } from './fields.ts'
import { definePurposes, type Family } from './shape.ts'

const told = <const F extends Family>(vi: string, en: string, family: F) =>
  ({ vi, en, family, fields: ['dossier'] }) as const
const seen = (vi: string, en: string) =>
  ({ vi, en, family: 'office', fields: ['dossier', 'relation', ...seenOfPerson] }) as const

export const dossierPurposes = definePurposes({
  'dossier-filed': told('Nộp hồ sơ dịch vụ công', 'You filed a dossier', 'self'),
  'dossier-names-you': told(
    'Một hồ sơ dịch vụ công có tên bạn được nộp',
    'A dossier that names you was filed',
    'self',
  ),
  'dossier-supplemented': told('Gửi phần bổ sung hồ sơ', 'You sent what was missing in a dossier', 'self'),
  'dossier-withdrawn': told('Rút hồ sơ', 'You took a dossier back', 'self'),
  'dossier-objected': told('Khiếu nại kết quả hồ sơ', 'You objected to a decision', 'self'),
  'dossier-paper-opened': told('Mở giấy tờ của hồ sơ', 'A paper of your dossier was opened', 'self'),
  'dossier-paper-withdrawn': told(
    'Ngừng giá trị một giấy đã cấp',
    'You ended a paper that was issued to you',
    'self',
  ),
  'dossier-paper-checked': {
    vi: 'Người cầm giấy của bạn kiểm tra giấy còn giá trị không',
    en: 'Whoever holds a paper of yours checked whether it is valid',
    family: 'automatic',
    fields: ['dossier', 'fullName', 'birthDate', 'personalNumber', 'residence', 'household', 'judgments'],
  },
  'dossier-paper-ended': told(
    'Giấy xác nhận cư trú hết giá trị vì cư trú đã thay đổi',
    'A confirmation of residence ended, as the residence changed',
    'automatic',
  ),
  'dossier-consent-viewed': told(
    'Người được hỏi ý kiến xem phần hồ sơ liên quan',
    'Somebody who is asked to agree looked at your dossier',
    'self',
  ),
  'dossier-consented': told(
    'Trả lời đồng ý hay không với một hồ sơ',
    'Agreement to a dossier answered',
    'self',
  ),
  'dossier-view': seen('Cán bộ mở hồ sơ dịch vụ công của bạn', 'An officer opened your dossier'),
  'dossier-picture': seen('Cán bộ mở ảnh giấy tờ trong hồ sơ', 'An officer opened a picture in your dossier'),
  'dossier-receive': seen('Tiếp nhận hồ sơ dịch vụ công', 'Your dossier was received or not received'),
  'dossier-ticked': seen('Kiểm tra hồ sơ', 'Your dossier was checked'),
  'dossier-asked': seen('Yêu cầu bổ sung hồ sơ', 'Something missing in your dossier was asked for'),
  'dossier-paused': seen('Tạm dừng hoặc tiếp tục hồ sơ', 'Your dossier was paused or goes on'),
  'dossier-fee': seen('Yêu cầu hoặc ghi nhận phí', 'The fee of your dossier was asked for or noted'),
  'dossier-paper-consent': seen('Ghi nhận giấy đồng ý', 'An agreement on paper was noted'),
  'dossier-moved': seen('Chuyển hồ sơ sang đơn vị khác', 'Your dossier was passed to another office'),
  'dossier-apologised': seen('Xin lỗi và hẹn lại ngày trả', 'The office apologised and gave a new day'),
  'dossier-proposed': seen('Trình kết quả hồ sơ', 'A decision on your dossier was put forward'),
  'dossier-decided': seen('Duyệt kết quả hồ sơ', 'Your dossier was decided or sent back'),
  'dossier-judgments-asked': {
    vi: 'Hệ thống hỏi sổ án tích cho phiếu lý lịch tư pháp bạn xin',
    en: 'The register of judgments was asked for the certificate that you want',
    family: 'automatic',
    fields: ['dossier', 'personalNumber', 'fullName', 'birthDate', 'oldNumber', 'judgments'],
  },
  'dossier-judgments-seen': {
    vi: 'Cán bộ xem câu trả lời của sổ án tích về bạn',
    en: 'An officer read what the register of judgments says of you',
    family: 'office',
    fields: ['dossier', 'judgments', ...seenOfPerson],
  },
  'dossier-judgment-settled': {
    vi: 'Cán bộ xác định một án trong sổ có phải của bạn không',
    en: 'An officer settled whether a judgment is yours',
    family: 'office',
    fields: ['dossier', 'judgments', ...seenOfPerson],
  },
  'dossier-returned': told('Trả kết quả hồ sơ', 'The result of your dossier was handed over', 'automatic'),
  'dossier-ended': told('Hồ sơ tự kết thúc', 'Your dossier ended by itself', 'automatic'),
})
